import { logFormats } from '../log/formats/table';
import type { OpenLog } from '../logDocument';

/** How many lines that are no entries are looked at before a line; of a log with directives there are few. */
const MOST_LINES = 64;

/**
 * The directive that says what the entry in a line (from 1) holds, for logs whose lines don't tell it themselves. `undefined`
 * where there is none, and when the file has gone meanwhile.
 */
export async function directiveBefore({ format, model, lines }: OpenLog, line: number): Promise<string | undefined> {
  if (!logFormats.some(({ id, isStateful }) => id === format && isStateful)) return undefined;
  const before = model.table.data.rejected.filter((each) => each < line);
  for (const each of before.subarray(-MOST_LINES).toReversed()) {
    const text = await lines.line(each).catch(() => undefined);
    if (text !== undefined && /^#fields:/i.test(text)) return text;
  }
  return undefined;
}

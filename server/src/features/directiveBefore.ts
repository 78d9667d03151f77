import type { LogFormat } from '../log/formats/logFormat';
import { formatsOfLog } from '../log/knownFormats';
import type { OpenLog } from '../logDocument';

/** How many lines that are no entries are looked at before a line; of a log with directives there are few. */
const MOST_LINES = 64;

/**
 * The line that says what the one with this number (from 1) holds, for logs whose lines don't tell it themselves: a directive,
 * the beginning of a section. `undefined` where there is none, and when the file has gone meanwhile.
 */
export async function directiveBefore(log: OpenLog, line: number): Promise<string | undefined> {
  const [format] = formatsOfLog(log.format, log);
  if (format?.saysFields === undefined) return undefined;
  const { table } = log.model;
  const before = [...table.data.rejected.filter((each) => each < line).subarray(-MOST_LINES)];
  // A section may begin with the entry that the line belongs to.
  const row = table.rowAtLine(line);
  const entry = row === undefined ? undefined : table.lineOfRow(row);
  if (entry !== undefined && entry < line) before.push(entry);
  for (const each of before.toSorted((a, b) => b - a)) {
    const text = await log.lines.line(each).catch(() => undefined);
    if (text !== undefined && saysFields(format, text)) return text;
  }
  return undefined;
}

/** Whether a line of a format says what the lines behind it hold. */
export function saysFields(format: LogFormat, text: string): boolean {
  if (format.saysFields === undefined) return false;
  const bytes = Buffer.from(text);
  return format.saysFields(bytes, 0, bytes.length);
}

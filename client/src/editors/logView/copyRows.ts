import type { RemoteLogView } from '../../remoteLogView';

/** Most rows that are copied at once: more is a file. */
export const MOST_COPIED_ROWS = 10_000;

/** Rows that are fetched at a time; what the server gives at most. */
const ROWS_AT_A_TIME = 500;

/** The text of rows (from 0, the last one included), the first `MOST_COPIED_ROWS` of them, with a line feed at the end of each. */
export async function copyRows(view: Pick<RemoteLogView, 'rows'>, first: number, last: number): Promise<string> {
  const end = Math.min(last + 1, first + MOST_COPIED_ROWS);
  const lines: string[] = [];
  for (let row = first; row < end; row += ROWS_AT_A_TIME) {
    const { rows } = await view.rows(row, Math.min(ROWS_AT_A_TIME, end - row));
    lines.push(...rows.map(({ text }) => `${text}\n`));
  }
  return lines.join('');
}

/** A line of a log for others to read. */
export interface RawLine {
  /** Log and line (from 1) as places name them. */
  readonly file: string;
  readonly line: number;
  /** As the server wrote it, without personal data of visitors. */
  readonly text: string;
}

import { EntryFields } from './entryFields';
import type { LogFormat } from './formats/logFormat';
import { logFormats } from './formats/table';

/** Lines that are enough to tell a format by; the first ones may be damaged or of another format. */
export const DETECTION_LINES = 200;
/** A log is one when at least this share of its first non-empty lines is readable: programs quote a request now and then. */
const LEAST_SHARE = 0.5;

/** A line within a larger array of bytes. */
export interface LineSpan {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

/** The format that reads the lines best, or `undefined` when they are no log that is known. */
export function detectFormat(lines: readonly LineSpan[]): LogFormat | undefined {
  const filled = lines.filter((line) => line.end > line.start);
  const scores = logFormats.map((format) => ({ format, readable: countReadable(format, filled) }));
  const readableByAny = Math.max(0, ...scores.map((score) => score.readable));
  const directives = readableByAny < filled.length * LEAST_SHARE ? filled.filter(isDirective).length : 0;
  if (readableByAny === 0 || readableByAny < (filled.length - directives) * LEAST_SHARE) return undefined;
  const best = scores.reduce((a, b) => (b.readable * b.format.weight > a.readable * a.format.weight ? b : a));
  return best.format;
}

function countReadable(format: LogFormat, lines: readonly LineSpan[]): number {
  const read = format.createReader();
  const fields = new EntryFields();
  return lines.filter(({ bytes, start, end }) => {
    fields.clear();
    return read(bytes, start, end, fields);
  }).length;
}

function isDirective({ bytes, start, end }: LineSpan): boolean {
  return logFormats.some((format) => format.isDirective?.(bytes, start, end));
}

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

/** How many lines a format reads. */
interface Score {
  readonly format: LogFormat;
  readonly readable: number;
}

/** The format that reads the lines best, or `undefined` when they are no log that is known. */
export function detectFormat(lines: readonly LineSpan[]): LogFormat | undefined {
  const filled = lines.filter((line) => line.end > line.start);
  const scores: Score[] = logFormats.map((format) => ({ format, readable: countReadable(format, filled) }));
  const readableByAny = Math.max(0, ...scores.map((score) => score.readable));
  const best = scores.reduce((a, b) => (b.readable * b.format.weight > a.readable * a.format.weight ? b : a));
  const isLog = best.readable > 0 && readableByAny >= filled.length * LEAST_SHARE;
  return isLog || isLogWithDirectives(best, filled) ? best.format : undefined;
}

/** Whether a log has so few entries only because most of its lines are of the kind that stands between entries. */
function isLogWithDirectives({ format, readable }: Score, lines: readonly LineSpan[]): boolean {
  const { isDirective } = format;
  if (isDirective === undefined || readable === 0) return false;
  const directives = lines.filter(({ bytes, start, end }) => isDirective(bytes, start, end)).length;
  return readable >= (lines.length - directives) * LEAST_SHARE;
}

function countReadable(format: LogFormat, lines: readonly LineSpan[]): number {
  const read = format.createReader();
  const fields = new EntryFields();
  return lines.filter(({ bytes, start, end }) => {
    fields.clear();
    return read(bytes, start, end, fields);
  }).length;
}

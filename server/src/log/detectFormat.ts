import { EntryFields } from './entryFields';
import type { LogFormat } from './formats/logFormat';
import { logFormats } from './formats/table';
import { looksLikeTrace } from './traceLines';

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

/** What a format makes of the lines. */
interface Score {
  readonly format: LogFormat;
  readonly entries: number;
  /** Lines that are no entries and say nothing against the format. */
  readonly aside: number;
}

/** The format that reads the lines best, or `undefined` when they are no log that is known. */
export function detectFormat(
  lines: readonly LineSpan[],
  formats: readonly LogFormat[] = logFormats,
): LogFormat | undefined {
  const filled = lines.filter((line) => line.end > line.start);
  const isEntry = new Uint8Array(filled.length);
  const scores = formats.map((format) => scoreOf(format, filled, isEntry));
  const best = scores.reduce((a, b) => (b.entries * b.format.weight > a.entries * a.format.weight ? b : a));
  if (best.entries === 0) return undefined;
  // Servers, PHP and firewalls may share one log: what counts is how many lines are readable at all.
  const entries = isEntry.reduce((sum, each) => sum + each, 0);
  return entries >= (filled.length - best.aside) * LEAST_SHARE ? best.format : undefined;
}

/** @param isEntry where the lines that the format reads are marked */
function scoreOf(format: LogFormat, lines: readonly LineSpan[], isEntry: Uint8Array): Score {
  const read = format.createReader();
  const fields = new EntryFields();
  let entries = 0;
  let aside = 0;
  lines.forEach((line, index) => {
    fields.clear();
    if (!read(line.bytes, line.start, line.end, fields)) {
      if (isAside(format, line, entries > 0)) aside++;
    } else if (fields.continues) {
      aside++;
    } else {
      entries++;
      isEntry[index] = 1;
    }
  });
  return { format, entries: entries < (format.fewestEntries ?? 1) ? 0 : entries, aside };
}

function isAside(format: LogFormat, { bytes, start, end }: LineSpan, followsEntry: boolean): boolean {
  if (format.isDirective?.(bytes, start, end)) return true;
  return followsEntry && format.continuation !== undefined && looksLikeTrace(bytes, start, end);
}

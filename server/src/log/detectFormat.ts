import { EntryFields } from './entryFields';
import type { LogFormat } from './formats/logFormat';
import { logFormats } from './formats/table';
import { looksLikeTrace } from './traceLines';

/** Lines that are enough to tell a format by; the first ones may be damaged or of another format. */
export const DETECTION_LINES = 200;
/** So many lines from all over the others are enough where one format reads them all. */
const SAMPLE_LINES = 20;
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
  if (filled.length > SAMPLE_LINES) {
    const step = filled.length / SAMPLE_LINES;
    const sample = Array.from({ length: SAMPLE_LINES }, (_, index) => filled[Math.floor(index * step)]!);
    const best = bestOf(sample, formats);
    if (best.entries === SAMPLE_LINES) return best.format;
  }
  return judge(bestOf(filled, formats), filled.length);
}

/** What the best format makes of the lines, and how many of them any format reads. */
interface Best extends Score {
  readonly readable: number;
}

function bestOf(lines: readonly LineSpan[], formats: readonly LogFormat[]): Best {
  const isEntry = new Uint8Array(lines.length);
  const scores = formats.map((format) => scoreOf(format, lines, isEntry));
  const best = scores.reduce((a, b) => (b.entries * b.format.weight > a.entries * a.format.weight ? b : a));
  return { ...best, readable: isEntry.reduce((sum, each) => sum + each, 0) };
}

/** The best format, unless that is not good enough. */
function judge({ format, entries, aside, readable }: Best, lines: number): LogFormat | undefined {
  if (entries === 0) return undefined;
  // Servers, PHP and firewalls may share one log: what counts is how many lines are readable at all.
  return readable >= (lines - aside) * LEAST_SHARE ? format : undefined;
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

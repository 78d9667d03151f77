import { checkLog } from './check';
import { createCase, type CaseKind } from './cases';
import { SeededRandom } from '../support/random';

/** One case in so many has long lines, which take a thousand times as long. */
const LONG_LINES_EVERY = 400;

/** The others in turns; what resembles a log most goes deepest. */
const USUAL_KINDS: readonly CaseKind[] = [
  'mutated log',
  'mixed log',
  'ordinary log',
  'mutated log',
  'spliced lines',
  'mutated log',
  'structure',
  'random bytes',
];

/** What a run of the fuzzer did. */
export interface FuzzFigures {
  cases: number;
  lines: number;
  entries: number;
  bytes: number;
  /** Formats that were told, with the number of their logs. */
  readonly formats: Map<string, number>;
  /** The case that took the most time for its bytes. */
  slowest: { seed: number; kind: CaseKind; bytes: number; microsecondsPerByte: number };
}

/** A case that the reader failed. */
export class FuzzFailure extends Error {
  override readonly name = 'FuzzFailure';
  readonly bytes: Buffer;

  constructor(seed: number, kind: CaseKind, bytes: Buffer, cause: unknown) {
    super(`Case ${seed} (${kind}, ${bytes.length} bytes) fails: ${describe(cause)}`, { cause });
    this.bytes = bytes;
  }
}

/**
 * Checks cases until `isDone` says so, or one fails. Case `seed + n` is the same in every run.
 * @throws {FuzzFailure}
 */
export async function fuzz(seed: number, isDone: (figures: FuzzFigures) => boolean): Promise<FuzzFigures> {
  const slowest = { seed, kind: kindOf(seed), bytes: 0, microsecondsPerByte: 0 };
  const figures: FuzzFigures = { cases: 0, lines: 0, entries: 0, bytes: 0, formats: new Map(), slowest };
  for (; !isDone(figures); figures.cases++) await fuzzOnce(seed + figures.cases, figures);
  return figures;
}

async function fuzzOnce(seed: number, figures: FuzzFigures): Promise<void> {
  const random = new SeededRandom(seed);
  const { kind, bytes } = createCase(random, kindOf(seed));
  const started = performance.now();
  try {
    const { format, table } = await checkLog(bytes, random);
    figures.lines += table.lineIndex.lines;
    figures.entries += table.rows;
    figures.bytes += bytes.length;
    if (format !== undefined) figures.formats.set(format, (figures.formats.get(format) ?? 0) + 1);
  } catch (error) {
    throw new FuzzFailure(seed, kind, bytes, error);
  }
  // Short logs take most of their time for what is the same for all.
  const microsecondsPerByte = ((performance.now() - started) * 1000) / (bytes.length + 1000);
  if (microsecondsPerByte > figures.slowest.microsecondsPerByte) {
    figures.slowest = { seed, kind, bytes: bytes.length, microsecondsPerByte };
  }
}

function kindOf(seed: number): CaseKind {
  if (seed % LONG_LINES_EVERY === 0) return 'long lines';
  return USUAL_KINDS[seed % USUAL_KINDS.length]!;
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

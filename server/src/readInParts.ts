import type { Disk } from './disk';
import { LINE_FEED } from './log/bytes';
import { EntryFields } from './log/entryFields';
import type { LogFacts, LogFormat } from './log/formats/logFormat';
import { ReaderNumbers, TableJoiner } from './log/joinTables';
import { LONGEST_LINE, LineSplitter } from './log/lineSplitter';
import { MOST_LINES, TooManyLines } from './log/logReader';
import type { LogTableData } from './log/logTable';
import { openPartReader, type LogPart, type OpenPartReader, type PartReader } from './partReader';

/** Long enough that handing a part over costs nothing beside reading it, short enough that all readers end at the same time. */
const PART_BYTES = 8 * 1024 * 1024;
/** Where a part may be cut is looked for in so many bytes first. */
const CUT_BYTES = 32 * 1024;
/** Room beyond what the parts so far let expect, as later lines may be shorter; memory that is not needed is never touched. */
const SPARE_ROOM = 1.05;

/** A log file that is not packed. */
export interface PlainLog {
  readonly path: string;
  /** Bytes of the file. */
  readonly size: number;
  readonly format: LogFormat;
  readonly facts: LogFacts;
}

/** A part and how many come before it. */
interface NumberedPart extends LogPart {
  readonly index: number;
}

export interface ReadInPartsOptions {
  /** Told now and then how many bytes were read. */
  readonly onProgress?: (bytes: number) => void;
  /** Least bytes of a part but the last. */
  readonly partBytes?: number;
}

/**
 * Reads a log in parts, in this thread and in another. Whoever is done with a part takes the next.
 * @returns `undefined` when some lines tell how others are read, so that it must be read as a whole
 */
export async function readInParts(
  disk: Disk,
  log: PlainLog,
  openElsewhere: OpenPartReader,
  { onProgress = () => undefined, partBytes = PART_BYTES }: ReadInPartsOptions = {},
): Promise<LogTableData | undefined> {
  const parted = { path: log.path, format: log.format.id, facts: log.facts };
  const parts = partsOf(disk, log, partBytes);
  const joined = new PartsInOrder(log.size, onProgress);
  let isSeparable = true;
  const takeParts = async (reader: PartReader, numbers: ReaderNumbers): Promise<void> => {
    for await (const part of parts) {
      const { table, hasStatefulLines } = await reader.read(part);
      isSeparable &&= !hasStatefulLines;
      if (!isSeparable) return;
      joined.add(part, table, numbers);
    }
  };
  const elsewhere = openElsewhere(parted);
  const numbersElsewhere = new ReaderNumbers();
  try {
    await Promise.all([
      // Twice, so that a part waits there already when the one before is done.
      takeParts(elsewhere, numbersElsewhere),
      takeParts(elsewhere, numbersElsewhere),
      takeParts(openPartReader(disk, parted), new ReaderNumbers()),
    ]);
  } finally {
    elsewhere.close();
  }
  return isSeparable ? joined.finish() : undefined;
}

/** Joins parts that come in any order in theirs. */
class PartsInOrder {
  readonly #joiner = new TableJoiner();
  readonly #early = new Map<number, () => void>();
  readonly #size: number;
  readonly #onProgress: (bytes: number) => void;
  #next = 0;

  constructor(size: number, onProgress: (bytes: number) => void) {
    this.#size = size;
    this.#onProgress = onProgress;
  }

  /** Takes a part that was read. Throws `TooManyLines`. */
  add(part: NumberedPart, table: LogTableData, numbers: ReaderNumbers): void {
    this.#early.set(part.index, () => this.#append(part, table, numbers));
    for (let append = this.#takeNext(); append !== undefined; append = this.#takeNext()) append();
  }

  finish(): LogTableData {
    return this.#joiner.finish();
  }

  #takeNext(): (() => void) | undefined {
    const append = this.#early.get(this.#next);
    if (append === undefined) return undefined;
    this.#early.delete(this.#next++);
    return append;
  }

  #append({ end }: NumberedPart, table: LogTableData, numbers: ReaderNumbers): void {
    const rows = this.#joiner.rows + table.rows;
    this.#joiner.append(table, numbers, Math.ceil((rows / end) * this.#size * SPARE_ROOM));
    if (this.#joiner.lines > MOST_LINES) throw new TooManyLines();
    this.#onProgress(end);
  }
}

/** The parts of a log, cut where an entry begins. A stretch in which none begins belongs to the part before. */
async function* partsOf(disk: Disk, log: PlainLog, partBytes: number): AsyncGenerator<NumberedPart> {
  for (let index = 0, start = 0; start < log.size; index++) {
    const end = await findCut(disk, log, start + partBytes);
    yield { index, start, end };
    start = end;
  }
}

/** Where the first entry behind `from` begins; the end of the log when there is none near. */
async function findCut(disk: Disk, { path, size, format, facts }: PlainLog, from: number): Promise<number> {
  for (const length of [CUT_BYTES, LONGEST_LINE]) {
    if (from >= size) break;
    const entry = firstEntry(await disk.readRange(path, from, from + length), format, facts);
    if (entry !== undefined) return from + entry;
  }
  return size;
}

/** Where the first entry begins behind the end of a line, so that what belongs to the entry before stays with it. */
function firstEntry(bytes: Uint8Array, format: LogFormat, facts: LogFacts): number | undefined {
  const behind = bytes.indexOf(LINE_FEED) + 1;
  if (behind === 0) return undefined;
  const read = format.createReader(facts);
  const fields = new EntryFields();
  let found: number | undefined;
  const splitter = new LineSplitter((line, start, end, offset) => {
    if (found !== undefined) return;
    fields.clear();
    if (read(line, start, end, fields) && !fields.continues) found = behind + offset;
  });
  splitter.push(bytes.subarray(behind));
  return found;
}

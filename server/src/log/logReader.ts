import { BYTE_ORDER_MARK_LENGTH, startsWithByteOrderMark } from './bytes';
import { DETECTION_LINES, detectFormat, type LineSpan } from './detectFormat';
import { EntryFields } from './entryFields';
import { FieldDecoder } from './fieldDecoder';
import { ForwardedClients } from './forwardedClient';
import type { LogFacts, LogFormat, ReadEntry } from './formats/logFormat';
import { knownFormats } from './knownFormats';
import { LineIndexBuilder } from './lineIndex';
import { LineSplitter } from './lineSplitter';
import { LOCAL_ZONE, ZONE_STEP_MINUTES, type LogTableData } from './logTable';
import { LogTableBuilder } from './logTableBuilder';
import { OrdinaryLines } from './ordinaryLines/ordinaryLines';
import { looksLikeTrace } from './traceLines';

/**
 * Most lines of one log: beyond, the table would take gigabytes. A site with a million requests a day fills two months of
 * log; a small packed file can be a bomb that unpacks to more.
 */
export const MOST_LINES = 2 ** 26;

/** A log has more than `MOST_LINES` lines. */
export class TooManyLines extends Error {
  readonly code = 'EFBIG';
}

/**
 * Bytes of the shortest line of the common log format: `a - - [01/Nov/2021:10:56:55 +0900] "" - -` and its end. Room for
 * shorter entries of other formats is made when they come.
 */
const SHORTEST_ENTRY = 42;

/** A format and its reader for one log. */
interface OpenFormat {
  readonly format: LogFormat;
  readonly read: ReadEntry;
}

/** A reader that says of times without an offset that their zone is not known. */
function withLocalZone(read: ReadEntry): ReadEntry {
  return (bytes, start, end, fields) => {
    const isEntry = read(bytes, start, end, fields);
    if (fields.zone === 0) fields.zone = LOCAL_ZONE * ZONE_STEP_MINUTES;
    return isEntry;
  };
}

/** Turns chunks of bytes into a table. The first lines wait until the format is known. */
export class LogReader {
  #builder = new LogTableBuilder();
  /** Reads most lines of formats that have ordinary ones. */
  #ordinary: OrdinaryLines | undefined;
  /** The bytes that are being cut into lines; lent. */
  #chunk: Buffer = Buffer.alloc(0);
  #lines = new LineIndexBuilder();
  #splitter = this.#newSplitter();
  readonly #fields = new EntryFields();
  readonly #decoder = new FieldDecoder();
  readonly #clients = new ForwardedClients();
  readonly #facts: LogFacts;
  readonly #size: number | undefined;
  #waiting: LineSpan[] | undefined = [];
  #own: OpenFormat | undefined;
  /** The other formats, for lines that the log's own can't read; made when first needed. */
  #others: OpenFormat[] | undefined;
  /** The format of the last entry. */
  #last: OpenFormat | undefined;

  #hasStatefulLines = false;

  /** @param format when it is known, `none` when it is known that it is none; otherwise the first lines tell it */
  constructor(facts: LogFacts, size: number | undefined, format?: LogFormat | 'none') {
    this.#facts = facts;
    this.#size = size;
    if (format === 'none') this.#waiting = undefined;
    else if (format !== undefined) this.#useFormat(format);
  }

  /** Takes a line that came before and tells how the ones to come are read. */
  remember(line: Buffer): void {
    this.#own?.read(line, 0, line.length, this.#fields);
  }

  /** Whether there were lines in the log, of another format than its own, that tell how later ones are read. */
  get hasStatefulLines(): boolean {
    return this.#hasStatefulLines;
  }

  get bytes(): number {
    return this.#splitter.bytes;
  }

  push(chunk: Uint8Array): void {
    this.#splitter.push(chunk);
  }

  /**
   * The table of what was pushed since the last call; what is pushed next is another part of the same log. Numbers of texts go
   * on from the part before (`LogTableBuilder.take`).
   */
  endPart(): LogTableData {
    this.#splitter.finish();
    this.#settleFormat();
    const lineIndex = this.#lines.finish(this.#splitter.bytes);
    this.#lines = new LineIndexBuilder();
    this.#splitter = this.#newSplitter();
    this.#last = undefined;
    return this.#builder.take(lineIndex);
  }

  finish(): { format: LogFormat | undefined; table: LogTableData } {
    const table = this.endPart();
    this.#ordinary?.close();
    return { format: this.#own?.format, table };
  }

  #newSplitter(): LineSplitter {
    return new LineSplitter(
      (bytes, start, end, offset, overlong) => this.#receive(bytes, start, end, offset, overlong),
      { open: (chunk) => this.#openChunk(chunk), read: (start, offset) => this.#readAhead(start, offset) },
    );
  }

  #openChunk(chunk: Buffer): void {
    this.#chunk = chunk;
    this.#ordinary?.open(chunk);
  }

  /** Reads ordinary lines, if such are next; gives where the first line begins that is left. */
  #readAhead(start: number, offset: number): number {
    const entries = this.#ordinary?.read(start);
    if (entries === undefined || this.#lines.lines + entries.rows > MOST_LINES) return start;
    this.#lines.addAll(entries.columns.lineStarts, entries.rows, offset);
    this.#builder.addOrdinary(entries);
    this.#last = this.#own;
    return entries.next;
  }

  #receive(bytes: Buffer, start: number, end: number, offset: number, overlong: boolean): void {
    if (this.#lines.lines === MOST_LINES) throw new TooManyLines();
    this.#lines.add(offset);
    const from = offset === 0 && startsWithByteOrderMark(bytes, start, end) ? start + BYTE_ORDER_MARK_LENGTH : start;
    if (this.#waiting === undefined) {
      this.#readLine(bytes, from, end, this.#lines.lines, overlong);
      return;
    }
    // The bytes are only lent, so a line that waits is copied.
    const copy = Buffer.from(bytes.subarray(from, overlong ? from : end));
    this.#waiting.push({ bytes: copy, start: 0, end: copy.length });
    if (this.#waiting.length === DETECTION_LINES) this.#settleFormat();
  }

  #settleFormat(): void {
    const waiting = this.#waiting;
    if (waiting === undefined) return;
    this.#waiting = undefined;
    const format = detectFormat(waiting, knownFormats(this.#facts));
    if (format !== undefined) {
      this.#useFormat(format);
      this.#expectRows(waiting.length);
    }
    waiting.forEach(({ bytes, end }, index) => this.#readLine(bytes, 0, end, index + 1, false));
  }

  #useFormat(format: LogFormat): void {
    this.#waiting = undefined;
    this.#own = this.#open(format);
    if (format.ordinaryShape === undefined) return;
    this.#ordinary = OrdinaryLines.start(format.ordinaryShape);
    this.#ordinary?.open(this.#chunk);
    this.#builder = new LogTableBuilder(this.#ordinary);
  }

  #expectRows(linesSoFar: number): void {
    if (this.#size === undefined || linesSoFar < DETECTION_LINES) return;
    // The first lines may be far shorter than entries are.
    const bytesPerRow = Math.max(SHORTEST_ENTRY, this.#splitter.bytes / linesSoFar);
    this.#builder.expect(Math.min(MOST_LINES, this.#size / bytesPerRow));
  }

  #open(format: LogFormat): OpenFormat {
    const read = format.createReader(this.#facts);
    return { format, read: format.timesAreLocal ? withLocalZone(read) : read };
  }

  #readLine(bytes: Buffer, start: number, end: number, line: number, overlong: boolean): void {
    const fields = this.#fields;
    const used = overlong ? undefined : this.#readWithAny(bytes, start, end);
    if (used === undefined) {
      if (!overlong && this.#goesOn(bytes, start, end)) this.#builder.continue(line);
      else this.#builder.reject(line);
      return;
    }
    // Where no address that connected is logged, there is no proxy to keep.
    const keepsClient = this.#facts.keepsProxies && fields.clientStart >= 0;
    if (fields.forwardedStart >= 0 && !keepsClient) this.#clients.choose(bytes, fields);
    const texts = this.#decoder.decode(bytes, fields);
    if (fields.continues) {
      this.#builder.amend(texts, fields);
      this.#builder.continue(line);
      return;
    }
    this.#last = used;
    this.#builder.add(texts, fields);
    this.#ordinary?.learnTime(bytes, fields);
  }

  /** Reads the line with the first format that can, the log's own before the others; `undefined` when none can. */
  #readWithAny(bytes: Buffer, start: number, end: number): OpenFormat | undefined {
    const own = this.#own;
    if (own === undefined) return undefined;
    if (this.#reads(own, bytes, start, end)) return own;
    // What looks like a part of the entry before it is not tried in dozens of formats.
    const isTrace = this.#last?.format.continuation !== undefined && looksLikeTrace(bytes, start, end);
    if (start === end || isTrace) return undefined;
    this.#others ??= knownFormats(this.#facts)
      .filter((format) => format !== own.format)
      .map((format) => this.#open(format));
    for (const other of this.#others) {
      const { isStateful, isDirective } = other.format;
      const isRead = this.#reads(other, bytes, start, end);
      this.#hasStatefulLines ||= isStateful === true && (isRead || isDirective?.(bytes, start, end) === true);
      if (isRead) return other;
    }
    return undefined;
  }

  #reads(open: OpenFormat, bytes: Buffer, start: number, end: number): boolean {
    this.#fields.clear();
    // An entry goes on in the words of its own format only.
    return open.read(bytes, start, end, this.#fields) && (!this.#fields.continues || open === this.#last);
  }

  /** Whether a line that no format reads belongs to the entry before it. */
  #goesOn(bytes: Buffer, start: number, end: number): boolean {
    const continuation = this.#last?.format.continuation;
    return continuation === 'anything' || (continuation === 'traces' && looksLikeTrace(bytes, start, end));
  }
}

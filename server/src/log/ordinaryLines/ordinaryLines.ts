import { COLON, SLASH, SPACE, twoDigits } from '../bytes';
import { CLF_TIME_LENGTH } from '../clfTime';
import type { EntryFields } from '../entryFields';
import type { OrdinaryShape } from '../formats/logFormat';
import type { TextNumbers } from '../textNumbers';
import { OrdinaryEntries } from './ordinaryEntries';
import { Area, Texts, startProgram, type Program } from './program';
import { ProgramPairs, ProgramTexts } from './programTexts';

/** Most bytes that are handed over at once; more would push each other out of the processor's cache. */
const MOST_BYTES = 1024 * 1024;
/** A program whose memory grew larger is not kept for the next log. */
const MOST_KEPT_BYTES = 64 * 1024 * 1024;
/** Most lines that are left to the formats' readers before it is tried again whether lines are ordinary. */
const LONGEST_PAUSE = 64;

/** The program of a log that was read, for the next log: a program reserves much of the address space. */
let idle: Program | undefined;

/** A log has more distinct texts than the program's memory has room for. */
export class TooManyTexts extends Error {
  readonly code = 'EFBIG';
}

/**
 * Reads the ordinary lines of a log of the common or the combined format, several times as fast as the format's own reader and
 * to the same entries; it also numbers the texts of all other lines, so that both share the numbers.
 * What it does is written in `server/assembly`.
 */
export class OrdinaryLines {
  readonly texts: Readonly<Record<'client' | 'method' | 'path' | 'query' | 'referrer' | 'agent', TextNumbers>>;
  readonly endpoints: ProgramPairs;
  readonly #program: Program;
  readonly #entries: OrdinaryEntries;
  readonly #hasReferrer: boolean;
  #chunk: Buffer = Buffer.alloc(0);
  /** The part of the chunk that lies in the program's memory, and where. */
  #start = 0;
  #end = 0;
  #place = 0;
  /** Midnight of the last day that was learned, in seconds since 1970-01-01 UTC; `undefined` before the first. */
  #midnight: number | undefined;
  /** Calls of `read` that are still to be left out, and how many were left out last. */
  #pause = 0;
  #lastPause = 0;

  private constructor(program: Program, shape: OrdinaryShape) {
    program.reset(crypto.getRandomValues(new BigUint64Array(1))[0]!);
    const textsOf = (kind: Texts): TextNumbers =>
      new ProgramTexts(program, kind, (source, start, end) => this.#placeOf(source, start, end));
    this.#program = program;
    this.#entries = new OrdinaryEntries(program);
    this.#hasReferrer = shape === 'combined';
    this.texts = {
      client: textsOf(Texts.client),
      method: textsOf(Texts.method),
      path: textsOf(Texts.path),
      query: textsOf(Texts.query),
      referrer: textsOf(Texts.referrer),
      agent: textsOf(Texts.agent),
    };
    this.endpoints = new ProgramPairs(program);
  }

  /** A reader for a new log; `undefined` where this machine can't run it. */
  static start(shape: OrdinaryShape): OrdinaryLines | undefined {
    const program = idle ?? startProgram();
    idle = undefined;
    return program && new OrdinaryLines(program, shape);
  }

  /** Takes the bytes whose lines are read next; they are only lent until the next ones come. */
  open(chunk: Buffer): void {
    this.#chunk = chunk;
    this.#start = 0;
    this.#end = 0;
  }

  /**
   * Reads ordinary lines from `start` of the chunk on, where a line begins. `undefined` when the next line is no ordinary one, or
   * goes on in the next chunk. The entries hold until the next call.
   * @throws TooManyTexts
   */
  read(start: number): OrdinaryEntries | undefined {
    if (this.#midnight === undefined || this.#pause-- > 0) return undefined;
    const entries = this.#entries;
    const isLoaded = start >= this.#start && start < this.#end;
    entries.rows = isLoaded ? this.#readLoaded(start) : 0;
    // A line may be cut where what is loaded ends.
    if (entries.rows === 0 && (!isLoaded || this.#end < this.#chunk.length)) {
      this.#load(start);
      entries.rows = this.#readLoaded(start);
    }
    const isOrdinary = entries.rows > 0;
    this.#lastPause = isOrdinary ? 0 : Math.min(LONGEST_PAUSE, this.#lastPause * 2 + 1);
    this.#pause = isOrdinary ? 0 : this.#lastPause - 1;
    return isOrdinary ? entries : undefined;
  }

  /** Learns from a line that another reader read how the day and the zone of its time are written. */
  learnTime(bytes: Buffer, fields: EntryFields): void {
    const { time, timeStart, timeEnd, zone } = fields;
    if (time < 0 || timeStart < 0 || !isClfTime(bytes, timeStart, timeEnd)) return;
    const hours = twoDigits(bytes, timeStart + 12);
    const minutes = hours * 60 + twoDigits(bytes, timeStart + 15);
    const midnight = time - minutes * 60 - twoDigits(bytes, timeStart + 18);
    if (midnight === this.#midnight && zone === this.#entries.zone) return;
    new Uint8Array(this.#program.memory.buffer).set(bytes.subarray(timeStart, timeEnd), this.#program.knownTime.value);
    this.#program.setMidnight(midnight);
    this.#entries.zone = zone;
    this.#midnight = midnight;
  }

  /** Says that nothing will be read or numbered any more. */
  close(): void {
    if (this.#program.memory.buffer.byteLength <= MOST_KEPT_BYTES) idle = this.#program;
  }

  #load(start: number): void {
    this.#start = start;
    this.#end = Math.min(this.#chunk.length, start + MOST_BYTES);
    this.#place = this.#put(Area.lines, this.#chunk.subarray(start, this.#end));
  }

  #readLoaded(start: number): number {
    const program = this.#program;
    const first = this.#place + start - this.#start;
    const rows = guarded(() => program.readLines(first, this.#place + this.#end - this.#start, this.#hasReferrer));
    this.#entries.next = start + program.stoppedAt.value - first;
    return rows;
  }

  #placeOf(source: Uint8Array, start: number, end: number): number {
    if (source === this.#chunk && start >= this.#start && end <= this.#end) return this.#place + start - this.#start;
    return this.#put(Area.text, source.subarray(start, end));
  }

  #put(area: Area, bytes: Uint8Array): number {
    const place = guarded(() => this.#program.roomFor(area, bytes.length));
    new Uint8Array(this.#program.memory.buffer).set(bytes, place);
    return place;
  }
}

/** Whether a time that was read is written as `01/Nov/2021:10:56:55 +0900`. */
function isClfTime(bytes: Buffer, start: number, end: number): boolean {
  if (end - start !== CLF_TIME_LENGTH || bytes[start + 2] !== SLASH || bytes[start + 6] !== SLASH) return false;
  return bytes[start + 11] === COLON && bytes[start + 14] === COLON && bytes[start + 20] === SPACE;
}

/** The program stops only where its memory is used up. */
function guarded<Result>(run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) throw new TooManyTexts();
    throw error;
  }
}

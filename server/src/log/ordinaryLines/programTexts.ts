import type { DictionaryData } from '../dictionary';
import type { PairNumbers, TextNumbers } from '../textNumbers';
import { Texts, type Program } from './program';

/** Where a text lies in the program's memory; puts it there when it is not. */
export type PlaceText = (source: Uint8Array, start: number, end: number) => number;

/** The texts of one kind that the program numbers. */
export class ProgramTexts implements TextNumbers {
  readonly #program: Program;
  readonly #kind: Texts;
  readonly #place: PlaceText;
  /** How many texts were given away. */
  #taken = 0;

  constructor(program: Program, kind: Texts, place: PlaceText) {
    this.#program = program;
    this.#kind = kind;
    this.#place = place;
  }

  intern(source: Uint8Array, start: number, end: number): number {
    return this.#program.intern(this.#kind, this.#place(source, start, end), end - start);
  }

  take(): DictionaryData {
    const program = this.#program;
    const from = this.#taken;
    const to = (this.#taken = program.textCount(this.#kind));
    const allEnds = new Uint32Array(program.memory.buffer, program.textEnds(this.#kind), to);
    const start = from === 0 ? 0 : allEnds[from - 1]!;
    const end = to === 0 ? 0 : allEnds[to - 1]!;
    const ends = allEnds.slice(from);
    if (start > 0) for (let id = 0; id < ends.length; id++) ends[id]! -= start;
    const place = program.textBytes(this.#kind);
    return { bytes: new Uint8Array(program.memory.buffer).slice(place + start, place + end), ends };
  }
}

/** Bytes of a pair: the numbers of its method and its path. */
const PAIR_BYTES = 8;

/** The pairs of methods and paths that the program numbers. */
export class ProgramPairs implements PairNumbers {
  readonly #program: Program;
  #taken = 0;

  constructor(program: Program) {
    this.#program = program;
  }

  intern(method: number, path: number): number {
    return this.#program.endpointOf(method, path);
  }

  take(): { method: Uint32Array; path: Uint32Array } {
    const program = this.#program;
    const from = this.#taken;
    const count = (this.#taken = program.textCount(Texts.endpoint)) - from;
    const place = program.textBytes(Texts.endpoint) + from * PAIR_BYTES;
    const numbers = new Uint32Array(program.memory.buffer, place, count * 2);
    return {
      method: Uint32Array.from({ length: count }, (_, pair) => numbers[2 * pair]!),
      path: Uint32Array.from({ length: count }, (_, pair) => numbers[2 * pair + 1]!),
    };
  }
}

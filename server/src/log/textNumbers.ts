import type { DictionaryData } from './dictionary';

/** Numbers the distinct byte strings of one column from 0, in order of first appearance. */
export interface TextNumbers {
  /**
   * Number of the string in `[start, end)`, a new one when it was never seen.
   * @param guess number it probably has (that of a similar line before)
   */
  intern(source: Uint8Array, start: number, end: number, guess?: number): number;
  /** The strings that were new since the last call, as a dictionary of their own; numbers go on from those before. */
  take(): DictionaryData;
}

/** Numbers the distinct pairs of a method and a path, by the numbers of both, from 0 in order of first appearance. */
export interface PairNumbers {
  /** Number of the pair, a new one when it was never seen. */
  intern(method: number, path: number): number;
  /** Methods and paths of the pairs that were new since the last call; numbers go on from those before. */
  take(): { readonly method: Uint32Array; readonly path: Uint32Array };
}

import { TextTable } from './textTable';

/** Most entries that are read at once: their columns stay in the processor's cache. */
export const MOST_ROWS: i32 = 2048;

/** The columns of the entries that were read at once. */
export const lineStarts = memory.data(MOST_ROWS * 4);
export const times = memory.data(MOST_ROWS * 4);
export const clients = memory.data(MOST_ROWS * 4);
export const endpoints = memory.data(MOST_ROWS * 4);
export const queries = memory.data(MOST_ROWS * 4);
export const sizes = memory.data(MOST_ROWS * 4);
export const referrers = memory.data(MOST_ROWS * 4);
export const agents = memory.data(MOST_ROWS * 4);
/** Of two bytes each, unlike the others. */
export const statuses = memory.data(MOST_ROWS * 2);

/** Stands for a text that was not logged. */
export const NO_TEXT: u32 = 0xffff_ffff;
/** Stands for a size that was not logged. */
export const NO_SIZE: u32 = 0xffff_ffff;

/** Writes an entry's number into a column. */
@inline
export function put(column: usize, row: i32, value: u32): void {
  store<u32>(column + (<usize>row << 2), value);
}

/** The tables of distinct texts. */
export const enum Texts {
  client,
  method,
  path,
  query,
  referrer,
  agent,
  /** Pairs of a method and a path, each as eight bytes: the numbers of both. */
  endpoint,
  /** How many tables there are. */
  count,
}

const TABLE_BYTES: usize = 64;
const tables = memory.data(<i32>Texts.count * 64, 8);

/** The distinct texts of a kind. */
@inline
export function textsOf(kind: Texts): TextTable {
  return changetype<TextTable>(tables + <usize>kind * TABLE_BYTES);
}

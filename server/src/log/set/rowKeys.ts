import type { LogTableData } from '../logTable';

/** A column of numbers, one for each row, or none where every row is absent. */
type Column = ArrayLike<number>;

/** The largest part of a key's upper half, so that all of it stays below 2^53. */
const UPPER_MASK = 0x1f_ffff;

/**
 * A key for each row out of what its columns hold: rows that hold the same have the same key, and others have, but for one
 * chance in 2^53, not. Keys start from a random seed, as the entries are the attacker's and must not be able to be made equal on
 * purpose.
 */
export function rowKeys(columns: readonly Column[], rows: number): Float64Array {
  const lower = new Uint32Array(rows).fill(Math.random() * 0x1_0000_0000);
  const upper = new Uint32Array(rows).fill(Math.random() * 0x1_0000_0000);
  for (const column of columns) {
    if (column.length === 0) continue;
    for (let row = 0; row < rows; row++) {
      const value = column[row]!;
      lower[row] = mix(lower[row]! ^ value, 0x85eb_ca6b);
      upper[row] = mix(upper[row]! + value, 0xc2b2_ae35);
    }
  }
  return Float64Array.from(lower, (value, row) => (upper[row]! & UPPER_MASK) * 0x1_0000_0000 + value);
}

/** Everything that a line of a log says, but for its time: the second is what keys are compared within. */
export function allColumns(table: LogTableData): Column[] {
  const { client, endpoint, query, status, size, referrer, agent, user, vhost, message, kind, level, zone } = table;
  return [client, endpoint, query, status, size, referrer, agent, user, vhost, message, kind, level, zone];
}

/**
 * What two servers that passed a request on say of it alike: the one in front knows the client where the one behind may see the
 * front server only, they count bytes differently, and only one may name the host.
 */
export function requestColumns({ endpoint, query, status, referrer, agent }: LogTableData): Column[] {
  return [endpoint, query, status, referrer, agent];
}

function mix(value: number, factor: number): number {
  const mixed = Math.imul(value ^ (value >>> 16), factor);
  return mixed ^ (mixed >>> 13);
}

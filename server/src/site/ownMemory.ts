import { deserialize, serialize } from 'node:v8';

/**
 * A copy of plain data whose texts are its own. JavaScript engines let a piece of a text point into the one that it was cut from,
 * so that a single name would keep the whole file in memory.
 */
export function inOwnMemory<Data>(data: Data): Data {
  const copy: Data = deserialize(serialize(data));
  return copy;
}

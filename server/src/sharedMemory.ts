/** Arrays of numbers: everything that a log's table is made of. */
type NumberArray = Uint8Array | Int8Array | Uint16Array | Uint32Array | Float64Array;

/**
 * Plain data with its arrays of numbers moved to memory that all threads share: from then on it crosses threads without being
 * copied or given away. Nobody may change it any more.
 */
export function inSharedMemory<Data>(data: Data): Data {
  return shared(data, new Map()) as Data;
}

/** @param done what has been moved already, as one array may stand in several places */
function shared(value: unknown, done: Map<NumberArray, NumberArray>): unknown {
  if (!isObject(value) || value instanceof Map) return value;
  if (ArrayBuffer.isView(value)) return sharedArray(value as NumberArray, done);
  // Findings have thousands of places, in which there is nothing to move.
  if (!Object.values(value).some(isObject)) return value;
  if (Array.isArray(value)) return value.map((part) => shared(part, done));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shared(part, done)]));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function sharedArray(array: NumberArray, done: Map<NumberArray, NumberArray>): NumberArray {
  if (array.buffer instanceof SharedArrayBuffer) return array;
  const known = done.get(array);
  if (known !== undefined) return known;
  // A `Buffer` is an array of bytes as well, but can't be made so.
  const Kind =
    array instanceof Uint8Array ? Uint8Array : (array.constructor as new (buffer: SharedArrayBuffer) => NumberArray);
  const moved = new Kind(new SharedArrayBuffer(array.byteLength));
  moved.set(array);
  done.set(array, moved);
  return moved;
}

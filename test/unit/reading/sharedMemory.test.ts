import assert from 'node:assert/strict';
import { inSharedMemory } from '../../../server/src/sharedMemory';

describe('Data in shared memory', () => {
  it('is the same data, with every array of numbers in memory that threads share', () => {
    const data = {
      text: 'a',
      none: undefined,
      list: [{ bytes: Buffer.from('bytes') }, null],
      map: new Map([[1, 2]]),
      columns: [Uint32Array.of(1, 2), Uint16Array.of(3), Int8Array.of(-4), Float64Array.of(0.5), new Uint8Array(0)],
    };
    const shared = inSharedMemory(data);
    assert.deepEqual(shared.columns, data.columns);
    assert.deepEqual(Buffer.from(shared.list[0]!.bytes), data.list[0]!.bytes);
    assert.deepEqual([shared.text, shared.none, shared.map.get(1)], ['a', undefined, 2]);
    assert.ok(shared.columns.every(({ buffer }) => buffer instanceof SharedArrayBuffer));
    assert.deepEqual(structuredClone(shared).columns[0]!.buffer, shared.columns[0]!.buffer);
  });

  it('stays where it is when it is there already, and moves once what stands twice', () => {
    const column = Uint32Array.of(1);
    const shared = inSharedMemory({ column, again: column });
    assert.equal(shared.column, shared.again);
    assert.equal(inSharedMemory(shared).column, shared.column);
  });

  it('does not hold on to the rest of the memory that a part was cut from', () => {
    const part = Uint32Array.of(1, 2, 3, 4).subarray(1, 3);
    assert.equal(inSharedMemory({ part }).part.buffer.byteLength, 8);
  });
});

import assert from 'node:assert/strict';
import { assertSameCounts } from '../../bench/checks';

describe('The bench', () => {
  const ours = new Map([
    ['192.0.2.1', 3],
    ['2001:db8::1', 2],
  ]);

  it('accepts a program that counts the same', () => {
    assertSameCounts(ours, new Map([...ours].toReversed()), 'awk');
  });

  it('fails on a client counted otherwise, and names it', () => {
    const theirs = new Map(ours).set('192.0.2.1', 4);
    assert.throws(() => assertSameCounts(ours, theirs, 'awk'), /1 clients .* awk .*192\.0\.2\.1: 3 here, 4 there/);
  });

  it('fails on a client that only one of the two has seen', () => {
    assert.throws(() => assertSameCounts(ours, new Map(ours).set('198.51.100.1', 1), 'awk'), /198\.51\.100\.1/);
    assert.throws(() => assertSameCounts(new Map(ours).set('198.51.100.1', 1), ours, 'awk'), /198\.51\.100\.1/);
  });
});

import { strict as assert } from 'node:assert';
import { isBehind, lengthBeforeAppending, type TextChange } from '../../../client/src/tailEdits';

function change(rangeOffset: number, rangeLength: number, text: string): TextChange {
  return { rangeOffset, rangeLength, text };
}

describe('An edit of a log', () => {
  it('is one behind its end when it only adds something there', () => {
    assert.equal(lengthBeforeAppending(13, [change(10, 0, 'abc')]), 10);
    assert.equal(lengthBeforeAppending(10, []), 10);
  });

  it('is none when it changes what was there', () => {
    assert.equal(lengthBeforeAppending(12, [change(0, 0, 'ab')]), undefined);
    assert.equal(lengthBeforeAppending(12, [change(9, 1, 'abc')]), undefined);
    assert.equal(lengthBeforeAppending(13, [change(10, 0, 'ab'), change(3, 0, 'x')]), undefined);
    assert.equal(lengthBeforeAppending(5, [change(0, 10, 'other')]), undefined);
  });

  it('may change what was added before', () => {
    assert.equal(isBehind(10, [change(10, 3, ''), change(20, 0, 'x')]), true);
    assert.equal(isBehind(10, [change(9, 1, '')]), false);
  });
});

import assert from 'node:assert/strict';
import { fuzz } from '../../fuzz/fuzz';

describe('A log of any bytes', () => {
  it('is read without a line lost, the same in chunks, in parts and packed', async () => {
    const { cases, formats } = await fuzz(1, (figures) => figures.cases === 120);
    assert.equal(cases, 120);
    assert.ok(formats.size > 10, [...formats.keys()].join(', '));
  }).timeout(120_000);
});

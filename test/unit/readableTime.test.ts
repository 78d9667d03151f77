import assert from 'node:assert/strict';
import { readableSpan, readableTime } from '../../server/src/readableTime';

describe('Times in reports', () => {
  it('have their zone where the log says it', () => {
    assert.equal(readableTime('2021-11-01T03:13:02+09:00'), '2021-11-01 03:13:02 +09:00');
    assert.equal(readableTime('2021-11-01T03:13:02.125Z'), '2021-11-01 03:13:02 Z');
    assert.equal(readableTime('2021-11-01T03:13:02'), '2021-11-01 03:13:02');
    assert.equal(readableTime('2021-11-09T10:05'), '2021-11-09 10:05', 'as mails of hosts have it');
    assert.equal(readableTime('yesterday'), 'yesterday');
  });

  it('say once what the first and the last have in common', () => {
    const first = '2021-11-01T03:13:02+09:00';
    assert.equal(readableSpan(first, '2021-11-01T20:43:05+09:00'), '2021-11-01 03:13:02 – 20:43:05 +09:00');
    assert.equal(readableSpan(first, first), '2021-11-01 03:13:02 +09:00');
    assert.equal(
      readableSpan(first, '2021-11-02T20:43:05+09:00'),
      '2021-11-01 03:13:02 +09:00 – 2021-11-02 20:43:05 +09:00',
    );
    assert.equal(
      readableSpan(first, '2021-11-01T20:43:05+00:00'),
      '2021-11-01 03:13:02 +09:00 – 2021-11-01 20:43:05 +00:00',
    );
    assert.equal(readableSpan('a', 'b'), 'a – b');
  });
});

import assert from 'node:assert/strict';
import { isoOffset, isoTime, localTime, timeExtremes } from '../../../server/src/log/time';

const TIME = Date.UTC(2021, 10, 1, 1, 56, 55) / 1000;
const TOKYO = 36;

describe('Times of a log as people read them', () => {
  it('are written in ISO 8601 with the log’s own offset', () => {
    assert.equal(isoTime(TIME, TOKYO), '2021-11-01T10:56:55+09:00');
    assert.equal(isoTime(TIME, 0), '2021-11-01T01:56:55+00:00');
    assert.equal(isoTime(TIME, -14), '2021-10-31T22:26:55-03:30');
    assert.equal(Date.parse(isoTime(TIME, 23)) / 1000, TIME);
    assert.equal(isoTime(0xffff_ffff, 0), '2106-02-07T06:28:15+00:00');
  });

  it('are written in the log’s zone for its owner', () => {
    assert.equal(localTime(TIME, TOKYO), '2021-11-01 10:56:55');
  });

  it('have offsets with hours and minutes', () => {
    assert.deepEqual([0, 345, -210, 840].map(isoOffset), ['+00:00', '+05:45', '-03:30', '+14:00']);
  });

  it('have a first and a last one even out of order', () => {
    assert.deepEqual(timeExtremes(Uint32Array.of(5, 9, 2, 9, 3)), [2, 3]);
    assert.deepEqual(timeExtremes(Uint32Array.of(7)), [0, 0]);
  });
});

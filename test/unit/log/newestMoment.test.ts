import assert from 'node:assert/strict';
import { newestMoment } from '../../../server/src/log/newestMoment';

const CHANGED = Date.parse('2026-05-05T12:00:00Z');

function newest(name: string, modified = CHANGED): string {
  return new Date(newestMoment(name, modified) * 1000).toISOString().slice(0, 16);
}

describe('The latest moment that a log can tell of', () => {
  it('is a day after its file was changed', () => {
    assert.equal(newest('maillog'), '2026-05-06T12:00');
  });

  it('is a day after the end of the day in its name', () => {
    for (const name of [
      'maillog-20211101',
      'maillog-20211101.gz',
      '20211101.log.gz',
      'mail_2021-11-01.log',
      '2021.11.01',
    ]) {
      assert.equal(newest(name), '2021-11-03T00:00', name);
    }
  });

  it('ignores numbers that are no day', () => {
    for (const name of [
      'log-20211301',
      'log-20210230',
      'log-120211101',
      'log-202111010',
      'log-18991101',
      'log-2021-1101',
    ]) {
      assert.equal(newest(name), '2026-05-06T12:00', name);
    }
  });

  it('ignores a day behind the last change', () => {
    assert.equal(newest('maillog-20211101', Date.parse('2020-01-01T00:00:00Z')), '2020-01-02T00:00');
  });
});

import assert from 'node:assert/strict';
import { EntryFields } from '../../../../server/src/log/entryFields';
import { CtimeReader, YearlessTimeReader } from '../../../../server/src/log/formats/monthTime';

interface TimeReader {
  read(bytes: Buffer, start: number, end: number, fields: EntryFields): number;
}

/** The time that a reader sees and how many characters it takes; `undefined` when it sees none. */
function timeOf(reader: TimeReader, text: string): [time: string | undefined, length: number] | undefined {
  const fields = new EntryFields();
  const bytes = Buffer.from(`xx${text}`);
  const end = reader.read(bytes, 2, bytes.length, fields);
  if (end < 0) return undefined;
  const time = fields.time < 0 ? undefined : new Date(fields.time * 1000).toISOString().slice(0, 19);
  assert.deepEqual([fields.timeStart, fields.timeEnd, fields.zone], [2, end, 0]);
  return [time, end - 2];
}

function yearless(newest: string | undefined): YearlessTimeReader {
  return new YearlessTimeReader(newest === undefined ? undefined : Date.parse(newest) / 1000);
}

describe('Times with the names of months', () => {
  it('are read with a year', () => {
    const reader = new CtimeReader();
    for (const [text, time] of [
      ['Mon Nov  1 10:56:55 2021', '2021-11-01T10:56:55'],
      ['Mon Nov 1 10:56:55 2021', '2021-11-01T10:56:55'],
      ['Mon Nov 01 10:56:55 2021', '2021-11-01T10:56:55'],
      ['Wed Nov 10 23:59:60 2021', '2021-11-11T00:00:00'],
      ['Thu Feb 29 00:00:00 2024', '2024-02-29T00:00:00'],
      ['Mon Nov 01 10:56:55.123456 2021', '2021-11-01T10:56:55'],
    ] as const) {
      assert.deepEqual(timeOf(reader, `${text} x`), [time, text.length], text);
    }
  });

  it('are none when a part is missing or out of range', () => {
    for (const text of [
      '',
      'Mon',
      'Mon Nov  1 10:56:55',
      'Mon Nov  1 10:56:55 21',
      'Mon Nov  1 10:56:55 1969',
      'Mon Nov  1 24:56:55 2021',
      'Mon Nov  0 10:56:55 2021',
      'Mon Nov 31 10:56:55 2021',
      'Mon Feb 29 10:56:55 2023',
      'Mon Nix  1 10:56:55 2021',
      'Mon Nov  1 10-56-55 2021',
      'Mon Nov   1 10:56:55 2021',
      'MonXNov  1 10:56:55 2021',
      'Mon Nov 01 10:56:55 9999',
    ]) {
      assert.equal(timeOf(new CtimeReader(), text), undefined, text);
    }
  });

  it('take the last year before the log ends where they have none', () => {
    const reader = yearless('2022-01-03T04:00:00Z');
    for (const [text, time] of [
      ['Dec 31 23:59:59', '2021-12-31T23:59:59'],
      ['Jan  1 00:00:00', '2022-01-01T00:00:00'],
      ['Jan 03 23:00:00', '2022-01-03T23:00:00'],
      ['Jan  4 00:00:00', '2021-01-04T00:00:00'],
      ['Feb 6 12:02:29', '2021-02-06T12:02:29'],
      ['Feb 29 12:00:00', '2020-02-29T12:00:00'],
      ['Dec 31 23:59:59', '2021-12-31T23:59:59'],
    ] as const) {
      assert.deepEqual(timeOf(reader, text), [time, text.length], text);
    }
  });

  it('are left out without a year where nothing says when the log ends, or it ends before 1970', () => {
    for (const reader of [yearless(undefined), yearless('1970-01-01T12:00:00Z'), yearless('1960-01-01T00:00:00Z')]) {
      assert.deepEqual(timeOf(reader, 'Nov  1 10:56:55'), [undefined, 15]);
    }
  });

  it('find a leap day across a century without one', () => {
    assert.deepEqual(timeOf(yearless('2104-01-01T00:00:00Z'), 'Feb 29 10:56:55'), ['2096-02-29T10:56:55', 15]);
  });
});

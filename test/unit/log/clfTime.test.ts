import assert from 'node:assert/strict';
import { ClfTimeReader } from '../../../server/src/log/clfTime';
import { EntryFields } from '../../../server/src/log/entryFields';

/** Seconds since 1970 and zone of a time as a new reader reads it, or `undefined`. */
function read(text: string, reader = new ClfTimeReader()): { time: number; zone: number } | undefined {
  const bytes = Buffer.from(text);
  const fields = new EntryFields();
  return reader.read(bytes, 0, bytes.length, fields) ? { time: fields.time, zone: fields.zone } : undefined;
}

describe('Times of the common log format', () => {
  it('agrees with Date over many days, zones and times', () => {
    const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
    const reader = new ClfTimeReader();
    for (let day = 0; day < 800; day++) {
      const date = new Date(Date.UTC(1999, 0, 1 + day * 17, (day * 7) % 24, (day * 13) % 60, (day * 29) % 60));
      const [year, , dayOfMonth] = date.toISOString().slice(0, 10).split('-');
      const stamp = `${dayOfMonth}/${months[date.getUTCMonth()]}/${year}:${date.toISOString().slice(11, 19)}`;
      const seconds = date.getTime() / 1000;
      assert.deepEqual(read(`${stamp} +0000`, reader), { time: seconds, zone: 0 });
      assert.deepEqual(read(`${stamp} +0900`, reader), { time: seconds - 9 * 3600, zone: 540 });
      assert.deepEqual(read(`${stamp} -0330`, reader), { time: seconds + 3.5 * 3600, zone: -210 });
    }
  });

  it('reads a leap second as the second after it', () => {
    assert.equal(read('31/Dec/2016:23:59:60 +0000')?.time, read('01/Jan/2017:00:00:00 +0000')?.time);
  });

  it('reads months in any case', () => {
    const time = read('01/Nov/2021:10:56:55 +0900');
    assert.deepEqual(read('01/nov/2021:10:56:55 +0900'), time);
    assert.deepEqual(read('01/NOV/2021:10:56:55 +0900'), time);
  });

  it('reads the first and the last time that the table can keep', () => {
    assert.equal(read('01/Jan/1970:00:00:00 +0000')?.time, 0);
    assert.equal(read('07/Feb/2106:06:28:15 +0000')?.time, 0xffff_ffff);
  });

  it('reads the 29th of February in leap years only', () => {
    assert.ok(read('29/Feb/2020:00:00:00 +0000'));
    assert.equal(read('29/Feb/2021:00:00:00 +0000'), undefined);
    assert.equal(read('29/Feb/2100:00:00:00 +0000'), undefined);
  });

  const refused = [
    '00/Nov/2021:10:56:55 +0900',
    '31/Nov/2021:10:56:55 +0900',
    '32/Jan/2021:10:56:55 +0900',
    '1/Nov/2021:10:56:55 +0900',
    '01/Nvo/2021:10:56:55 +0900',
    '01/11/2021:10:56:55 +0900',
    '01/Nov/2x21:10:56:55 +0900',
    '01/Nov/202x:10:56:55 +0900',
    '01/Nov/1969:23:59:59 +0000',
    '01/Jan/1970:00:00:00 +0900',
    '07/Feb/2106:06:28:16 +0000',
    '01/Nov/2021:24:00:00 +0900',
    '01/Nov/2021:10:60:00 +0900',
    '01/Nov/2021:10:56:61 +0900',
    '01/Nov/2021:1x:56:55 +0900',
    '01/Nov/2021:10:56:55 0900+',
    '01/Nov/2021:10:56:55 *0900',
    '01/Nov/2021:10:56:55 +1500',
    '01/Nov/2021:10:56:55 +0960',
    '01/Nov/2021:10:56:55 +09x0',
    '01/Nov/2021 10:56:55 +0900',
    '01-Nov-2021:10:56:55 +0900',
    '01/Nov/2021:10:56:55',
    '',
  ];
  for (const text of refused) {
    it(`refuses '${text}'`, () => {
      const reader = new ClfTimeReader();
      assert.ok(read('01/Nov/2021:10:56:55 +0900', reader));
      assert.equal(read(text, reader), undefined);
    });
  }
});

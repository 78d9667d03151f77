import assert from 'node:assert/strict';
import { EntryFields } from '../../../../server/src/log/entryFields';
import { TimestampReader } from '../../../../server/src/log/formats/timestamp';

const SECONDS = Date.UTC(2021, 10, 1, 1, 56, 55) / 1000;

function read(text: string): [time: number, zone: number] | undefined {
  const fields = new EntryFields();
  const bytes = Buffer.from(`x${text}x`);
  return new TimestampReader().read(bytes, 1, bytes.length - 1, fields) ? [fields.time, fields.zone] : undefined;
}

describe('Times of any notation', () => {
  const WITH_ZONE = [
    '01/Nov/2021:10:56:55 +0900',
    '[01/Nov/2021:10:56:55 +0900]',
    '01/Nov/2021:10:56:55.999 +0900',
    '2021-11-01T10:56:55+09:00',
    '2021-11-01T10:56:55.999999999+0900',
    '2021-11-01 10:56:55,999 +09',
    '2021/11/01 10:56:55 +0900',
    '11/01/2021:10:56:55 +0900',
    '1/Nov/2021:10:56:55 +0900',
  ];
  const IN_UTC = [
    '01/Nov/2021:01:56:55',
    '2021-11-01T01:56:55Z',
    '2021-11-01t01:56:55.5z',
    '2021-11-01 01:56:55',
    '1635731815',
    '1635731815.999',
    '1.635731815999e+09',
    '1635731815999',
    '1635731815999999',
    '1635731815999000000',
  ];
  for (const text of WITH_ZONE) it(`reads ${text}`, () => assert.deepEqual(read(text), [SECONDS, 540]));
  for (const text of IN_UTC) it(`reads ${text}`, () => assert.deepEqual(read(text), [SECONDS, 0]));

  for (const text of [
    '',
    '-',
    '12',
    '99999999',
    '1e400',
    '2021-11-01',
    '2021-11-31T00:00:00Z',
    '2021-13-01T00:00:00Z',
    '2021-11/01T00:00:00Z',
    '1/Nov/2021:10:56:55',
    'x/Nov/2021:10:56:55 +0900',
    '13/01/2021:10:56:55 +0900',
    '11/31/2021:10:56:55 +0900',
    '11/01/2021',
    '2021-11-01T24:00:00Z',
    '2021-11-01T10:56:55+15:00',
    '2021-11-01T10:56:55+09:00x',
    '2021-11-01x10:56:55',
    '01/Nov/2021:10:56:5',
    '01/Nov/2021:10:56:55 JST',
    '1635731815.9.9',
    '9'.repeat(400),
  ]) {
    it(`takes ${JSON.stringify(text.slice(0, 40))} for no time`, () => assert.equal(read(text), undefined));
  }
});

import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { zoneBesideLog } from '../../../server/src/zoneBesideLog';
import { FakeDisk, type FakeFile } from '../../support/fakeDisk';
import { combinedLine, logOf } from '../../support/lines';

/** 1 November 2021, 10:56:55 in Japan. */
const MOMENT = 1_635_731_815;

function log(zone: string): Buffer {
  return Buffer.from(logOf(1000, () => combinedLine({ time: `01/Nov/2021:10:56:55 ${zone}` })));
}

/** The offset that the files beside `/logs/error.log` tell, in minutes. */
async function offsetBeside(files: Readonly<Record<string, FakeFile>>): Promise<number | undefined> {
  const disk = new FakeDisk({ '/logs/error.log': log('-1100'), ...files });
  return (await zoneBesideLog(disk, '/logs/error.log'))?.(MOMENT);
}

describe('The zone of the logs beside a log', () => {
  it('is what all of them give, packed or not, whatever else lies there', async () => {
    const offset = await offsetBeside({
      '/logs/access.log': log('+0900'),
      '/logs/access.log.1.gz': gzipSync(log('+0900')),
      '/logs/notes.txt': Buffer.from('no log'),
      '/logs/locked.log': { code: 'EACCES' },
      '/logs/below/access.log': log('-0500'),
    });
    assert.equal(offset, 540);
  });

  it('is none where they disagree, or where there are none', async () => {
    assert.equal(await offsetBeside({ '/logs/a.log': log('+0900'), '/logs/b.log': log('-0500') }), undefined);
    assert.equal(await offsetBeside({ '/logs/notes.txt': Buffer.from('no log') }), undefined);
    assert.equal(await zoneBesideLog(new FakeDisk({}), '/gone/error.log'), undefined);
  });

  it('is not that of logs which are in UTC wherever the server stands', async () => {
    const iis = '#Fields: date time c-ip cs-method cs-uri-stem sc-status\n2021-11-01 01:56:55 192.0.2.1 GET / 200\n';
    assert.equal(await offsetBeside({ '/logs/u_ex211101.log': Buffer.from(iis) }), undefined);
    assert.equal(await offsetBeside({ '/logs/u_ex211101.log': Buffer.from(iis), '/logs/a.log': log('+0900') }), 540);
  });
});

import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { openLog, placeOfLog } from '../../../server/src/log/openLog';
import { openBytes } from '../../../server/src/log/seekableBytes';
import { LogTable } from '../../../server/src/log/logTable';
import { readLogFile } from '../../../server/src/readLogFile';
import { tarOf, zipOf } from '../../support/archives';
import { entriesOf } from '../../support/entries';
import { FakeDisk } from '../../support/fakeDisk';
import { combinedLine, logOf } from '../../support/lines';

const LOG = logOf(300, (n) => combinedLine({ client: `192.0.2.${n % 9}` }));
const FILES = [
  { name: 'readme.txt', content: 'no log' },
  { name: 'old/access.log', content: LOG },
  { name: 'old/access.log.1.gz', content: gzipSync(LOG) },
];

function diskWithArchives(): FakeDisk {
  return new FakeDisk({
    '/logs/all.zip': zipOf(FILES),
    '/logs/all.tar.gz': gzipSync(tarOf(...FILES)),
    '/logs/plain.log': Buffer.from(LOG),
    '/logs/locked.zip': zipOf(FILES, { encrypted: true }),
  });
}

async function textOf(disk: FakeDisk, file: string): Promise<string> {
  const { chunks } = await openLog(disk, await placeOfLog(disk, file));
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(Uint8Array.from(chunk));
  return Buffer.concat(parts).toString();
}

describe('A log in an archive', () => {
  it('lies at a path that goes on within the archive, as if that were a folder', async () => {
    const disk = diskWithArchives();
    for (const archive of ['/logs/all.zip', '/logs/all.tar.gz']) {
      const file = `${archive}/old/access.log`;
      assert.deepEqual(await placeOfLog(disk, file), { path: archive, member: 'old/access.log' });
      assert.equal(await textOf(disk, file), LOG);
      assert.equal(await textOf(disk, `${file}.1.gz`), LOG);
    }
    assert.deepEqual(await placeOfLog(disk, '/logs/plain.log'), { path: '/logs/plain.log', member: undefined });
  });

  it('is read like any other, and never for one that lies on the disk as it is', async () => {
    const { format, packing, damaged, table } = await readLogFile(
      diskWithArchives(),
      '/logs/all.zip/old/access.log',
      undefined,
    );
    assert.deepEqual([format, packing, damaged], ['combined', 'archive', false]);
    assert.equal(entriesOf(new LogTable(table)).length, 300);
  });

  it('gives its bytes again from any place on', async () => {
    const bytes = openBytes({ kind: 'packed', path: '/logs/all.zip/old/access.log' }, diskWithArchives());
    assert.equal(Buffer.from(await bytes.read(100, 220)).toString(), LOG.slice(100, 220));
  });

  it('is missing where the archive has none of that name, and where there is no archive', async () => {
    const disk = diskWithArchives();
    await assert.rejects(textOf(disk, '/logs/all.zip/other.log'), { code: 'ENOENT' });
    await assert.rejects(textOf(disk, '/logs/none.zip/access.log'), { code: 'ENOENT' });
    await assert.rejects(textOf(disk, '/logs/missing.log'), { code: 'ENOENT' });
  });

  it('says that it needs a password', async () => {
    await assert.rejects(textOf(diskWithArchives(), '/logs/locked.zip/old/access.log'), { code: 'EENCRYPTED' });
  });
});

import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { readIncident } from '../../../../server/src/readIncident';
import { readRawLines } from '../../../../server/src/readRawLines';
import { FakeDisk } from '../../../support/fakeDisk';

const LINE = '192.0.2.1 - jane [01/Nov/2021:10:00:00 +0900] "GET /?mail=jane@example.com HTTP/1.1" 200 10 "-" "x"\n';
const MASKED = '- *** [01/Nov/2021:10:00:00 +0900] "GET /?mail=*** HTTP/1.1" 200 10 "-" "x"';
const WANTED = [
  { file: '/logs/a.log', lines: Uint32Array.of(2, 9) },
  { file: '/logs/b.log.gz', lines: Uint32Array.of(1) },
];

async function linesOf(accused: readonly string[], change: (disk: FakeDisk) => void = () => undefined) {
  const disk = new FakeDisk({
    '/logs/a.log': Buffer.from(LINE.repeat(3)),
    '/logs/b.log.gz': gzipSync(LINE.replaceAll('192.0.2.1', '192.0.2.2').replace('10:00:00', '11:00:00')),
  });
  const logs = ['/logs/a.log', '/logs/b.log.gz'];
  const { incident, logs: read } = await readIncident(disk, { logs });
  change(disk);
  return readRawLines(disk, { incident, logs, read, userFormats: [] }, { lines: WANTED, accused });
}

describe('Lines of logs for others to read', () => {
  it('are as the server wrote them, without personal data, but for the address that is accused', async () => {
    const lines = await linesOf(['192.0.2.1']);
    assert.deepEqual(lines, [
      { file: '/logs/a.log', line: 2, text: `192.0.2.1 ${MASKED}` },
      { file: '/logs/b.log.gz', line: 1, text: `visitor 1 ${MASKED.replace('10:00:00', '11:00:00')}` },
    ]);
  });

  it('are those that can still be read', async () => {
    const lines = await linesOf([], (disk) => disk.files.delete('/logs/a.log'));
    assert.deepEqual(
      lines.map(({ file }) => file),
      ['/logs/b.log.gz'],
    );
    assert.deepEqual(await linesOf([], (disk) => disk.files.set('/logs/a.log', { code: 'EACCES' })), lines);
  });
});

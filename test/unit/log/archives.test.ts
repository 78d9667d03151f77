import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { sourcesIn } from '../../../server/src/log/logSources';
import { tarOf, zipOf, type ZipOptions } from '../../support/archives';
import { FakeDisk } from '../../support/fakeDisk';

const TEXT = '192.0.2.1 - - [01/Nov/2021:00:00:00 +0900] "GET / HTTP/1.1" 200 5\n'.repeat(2000);
const FILES = [
  { name: 'access.log', content: TEXT },
  { name: 'old/access.log.1.gz', content: gzipSync('packed twice') },
];

/** What is found in a file: `member packing length`, with a mark behind damaged ones, or `member! code` for what can't be read. */
async function found(file: Uint8Array): Promise<string[]> {
  const lines: string[] = [];
  for await (const source of sourcesIn(new FakeDisk({ file }), 'file')) {
    if ('problem' in source) {
      lines.push(`${source.member ?? 'archive'}! ${(source.problem as { code?: string }).code}`);
      continue;
    }
    let length = 0;
    try {
      for await (const chunk of source.chunks) length += chunk.length;
      lines.push(`${source.member} ${source.packing} ${length}${source.damaged() ? ' damaged' : ''}`);
    } catch (error) {
      lines.push(`${source.member}! ${(error as { code?: string }).code}`);
    }
  }
  return lines;
}

const BOTH = [`access.log archive ${TEXT.length}`, 'old/access.log.1.gz gzip 12'];

describe('Archives', () => {
  for (const [kind, options] of Object.entries<ZipOptions>({
    zip: {},
    'zip with sizes behind the data': { sizesFollow: true },
    zip64: { zip64: true },
  })) {
    it(`give their members: ${kind}`, async () => {
      assert.deepEqual(await found(zipOf(FILES, options)), BOTH);
    });

    it(`may be cut, and then give what is left: ${kind}`, async () => {
      const zip = zipOf([...FILES, ...FILES], options);
      const firstTwo = zipOf(FILES, options).indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
      assert.deepEqual(await found(zip.subarray(0, firstTwo)), [...BOTH, 'archive! EDAMAGED']);
      const [first, ...others] = await found(zip.subarray(0, 150));
      assert.match(first ?? '', /^access\.log archive \d+ damaged$/);
      assert.deepEqual(others, ['archive! EDAMAGED']);
    });
  }

  it('may follow a program that unpacks them', async () => {
    // Such a file begins with the program and is no archive to those who look at its first bytes; one that is moved is.
    const moved = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.alloc(60), zipOf(FILES)]);
    assert.deepEqual(await found(moved), BOTH);
  });

  it('give their members: tar, packed or not', async () => {
    const tar = tarOf(...FILES);
    assert.deepEqual(await found(tar), BOTH);
    assert.deepEqual(await found(gzipSync(tar)), BOTH);
  });

  it('pass over folders and links in tar, and read long names', async () => {
    const long = `${'folder/'.repeat(30)}access.log`;
    const pax = `${String(long.length + 10)} path=${long}\n`;
    const tar = tarOf(
      { name: 'folder/', content: '', type: '5' },
      { name: 'link', content: '', type: '2' },
      { name: 'PaxHeader', content: pax, type: 'x' },
      { name: 'short', content: 'pax' },
      { name: '././@LongLink', content: `${long}\0`, type: 'L' },
      { name: 'short', content: 'gnu' },
      { name: 'short', content: 'neither' },
    );
    assert.deepEqual(await found(tar), [`${long} archive 3`, `${long} (2) archive 3`, 'short archive 7']);
  });

  it('say where a tar archive was cut', async () => {
    const tar = tarOf(...FILES);
    assert.deepEqual(await found(tar.subarray(0, 1024)), ['access.log archive 512 damaged', 'archive! EDAMAGED']);
    const packed = gzipSync(tar);
    const [first] = await found(packed.subarray(0, packed.length >> 1));
    assert.match(first ?? '', /^access\.log archive \d+/);
  });

  it('may hold a packed archive, but no zip, which would have to be kept whole', async () => {
    const inner = gzipSync(tarOf(...FILES));
    const zip = zipOf([
      { name: 'logs.tar.gz', content: inner },
      { name: 'logs.zip', content: zipOf(FILES) },
      { name: 'last.log', content: 'last' },
    ]);
    const inside = BOTH.map((line) => `logs.tar.gz/${line}`);
    assert.deepEqual(await found(zip), [...inside, 'logs.zip! ENESTED', 'last.log archive 4']);
    const deep = tarOf({ name: 'a', content: tarOf({ name: 'b', content: tarOf(...FILES) }) });
    assert.deepEqual(await found(deep), ['a/b! ENESTED']);
  });

  it('name their members harmlessly, and each only once', async () => {
    const names = ['../../etc/passwd', '/var/x.log', 'C:\\logs\\y.log', 'a/./../y.log', 'a/y.log', '..'];
    const members = await found(zipOf(names.map((name) => ({ name, content: '1' }))));
    assert.deepEqual(
      members.map((line) => line.replace(' archive 1', '')),
      ['etc/passwd', 'var/x.log', 'logs/y.log', 'a/y.log', 'a/y.log (2)', '-'],
    );
  });

  it('read names in Shift_JIS, as Windows writes them in Japan', async () => {
    const zip = zipOf([{ name: 'access-AAAA.log', content: 'x' }]);
    const bytes = Buffer.from([0x83, 0x8d, 0x83, 0x4f]);
    for (let at = zip.indexOf('AAAA'); at >= 0; at = zip.indexOf('AAAA')) bytes.copy(zip, at);
    assert.deepEqual(await found(zip), ['access-ログ.log archive 1']);
  });

  it('say which members need a password or are packed in an unknown way, and read the others', async () => {
    assert.deepEqual(await found(zipOf(FILES, { encrypted: true })), [
      'access.log! EENCRYPTED',
      'old/access.log.1.gz! EENCRYPTED',
    ]);
    assert.deepEqual(await found(zipOf(FILES, { method: 9 })), [
      'access.log! EPACKING',
      'old/access.log.1.gz! EPACKING',
    ]);
  });

  it('are damaged when a checksum is wrong', async () => {
    assert.deepEqual(await found(zipOf(FILES.slice(0, 1), { wrongChecksum: true })), [
      `access.log archive ${TEXT.length} damaged`,
    ]);
  });

  it('are refused when members share their data, as only bombs do', async () => {
    await assert.rejects(found(zipOf(FILES, { shared: true })), { code: 'EBOMB' });
  });

  it('end, and never throw, whatever byte is wrong', async () => {
    const zip = zipOf([{ name: 'a.log', content: 'one' }, ...FILES], { zip64: true });
    const step = Math.max(1, Math.floor(zip.length / 300));
    for (const archive of [zip, tarOf(...FILES)]) {
      for (let at = 4; at < archive.length; at += archive === zip ? step : 97) {
        const wrong = Buffer.from(archive);
        wrong[at] = 0xff;
        await found(wrong).catch((error: unknown) => assert.equal((error as { code?: string }).code, 'EBOMB'));
      }
    }
  });

  it('close the file, however early nobody wants more', async () => {
    const disk = new FakeDisk({ file: gzipSync(tarOf(...FILES)) });
    let closed = 0;
    const stream = disk.stream.bind(disk);
    disk.stream = async function* (...parameters) {
      try {
        yield* stream(...parameters);
      } finally {
        closed++;
      }
    };
    for await (const source of sourcesIn(disk, 'file')) {
      assert.ok(!('problem' in source));
      break;
    }
    for await (const source of sourcesIn(disk, 'file')) assert.ok(!('problem' in source));
    assert.equal(closed, 2);
  });
});

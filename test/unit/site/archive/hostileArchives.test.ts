import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import type { Disk } from '../../../../server/src/disk';
import { runSiteCommand } from '../../../../server/src/cli/siteCommand';
import { terminalText } from '../../../../server/src/report/terminal';
import { ARCHIVE_LIMITS, type ArchiveLimits } from '../../../../server/src/site/archive/archiveLimits';
import { archiveProblems, readArchives } from '../../../../server/src/site/archive/readArchives';
import { auditSite, type SiteAudit } from '../../../../server/src/site/auditSite';
import { readFiles } from '../../../../server/src/site/readSite';
import type { ReadFile } from '../../../../server/src/site/siteModel';
import { walkSite } from '../../../../server/src/site/walk';
import { tarOf, zipOf } from '../../../support/archives';
import { FakeDisk } from '../../../support/fakeDisk';

const HONEST = '<?php echo 1;';
/** Put together here so that no virus scanner takes this file for one. */
const BACK_DOOR = ['<?php ev', 'al($_POST["c"]);'].join('');
const MEGABYTE = 1024 * 1024;

function diskOf(files: Readonly<Record<string, Uint8Array>>): FakeDisk {
  return new FakeDisk(Object.fromEntries(Object.entries(files).map(([path, bytes]) => [`site/${path}`, bytes])));
}

function audit(archive: Uint8Array, name = 'b.zip'): Promise<SiteAudit> {
  return auditSite(diskOf({ [name]: archive, 'index.html': Buffer.from('x') }), 'site');
}

/** Names of the files that are known to be in an archive. */
async function membersOf(archive: Uint8Array): Promise<string[]> {
  const [read] = await readWithin({ 'b.zip': archive });
  return (read?.archives ?? []).flatMap(({ files }) => files.map(({ path }) => path));
}

/** The files of a folder with what is in them, read within limits. */
async function readWithin(
  files: Readonly<Record<string, Uint8Array>>,
  limits: Partial<ArchiveLimits> = {},
): Promise<ReadFile[]> {
  const disk = diskOf(files);
  const walk = await walkSite(disk, 'site');
  const read = await readFiles(disk, walk.root, walk.files, {});
  return readArchives(disk, walk.root, read, { limits: { ...ARCHIVE_LIMITS, ...limits } });
}

/** What is said of a file and its archives, as `path kind`. */
function saidOf(read: readonly ReadFile[]): string[] {
  return read
    .flatMap((each) => [...(each.problem ? [each.problem] : []), ...archiveProblems(each)])
    .map(({ file, kind }) => `${file} ${kind}`);
}

describe('Names in archives', () => {
  it('lead nowhere else, and those that would are said', async () => {
    const names = ['../../etc/a.php', '/etc/b.php', 'C:\\c.php', '..\\d.php', 'e/./f.php'];
    const archive = zipOf(names.map((name) => ({ name, content: HONEST })));
    assert.deepEqual(await membersOf(archive), ['c.php', 'd.php', 'e/f.php', 'etc/a.php', 'etc/b.php']);
    const { problems } = await audit(archive);
    assert.deepEqual(
      problems.map(({ file, kind }) => `${file} ${kind}`),
      ['c.php', 'd.php', 'etc/a.php', 'etc/b.php'].map((name) => `b.zip!/${name} special`),
    );
  });

  it('are told apart when several files have one, and each is read by its ending', async () => {
    const twice = ['x.php', 'x.php', './x.php'].map((name) => ({ name, content: HONEST }));
    assert.deepEqual(await membersOf(zipOf(twice)), ['(2)/x.php', '(3)/x.php', 'x.php']);
    const [read] = await readWithin({ 'b.tar': tarOf(...twice) });
    assert.deepEqual(
      read?.archives?.[0]?.files.map(({ kind }) => kind),
      ['php', 'php', 'php'],
    );
  });

  it('are read in the encodings of computers in Japan', async () => {
    const archive = zipOf([
      { name: Buffer.from('93fa967b8cea2e706870', 'hex'), content: HONEST },
      { name: Buffer.from('c6fccbdcb8ec2e68746d6c', 'hex'), content: 'x' },
      { name: Buffer.from('955c2e747874', 'hex'), content: 'x' },
      { name: 'お問い合わせ.php', content: HONEST },
      { name: Buffer.from([0xff, 0xfe, 0xfd]), content: 'x' },
    ]);
    assert.deepEqual(
      await membersOf(archive),
      ['お問い合わせ.php', '日本語.html', '日本語.php', '表.txt', 'ÿþý'].toSorted(),
    );
  });

  it('are written out where they could act on a terminal', async () => {
    const lines: string[] = [];
    const archive = zipOf([{ name: 'a\u001b[2J\u0000\u202Egnp.php', content: HONEST }]);
    const push = (line: string): void => void lines.push(line);
    await runSiteCommand(['site'], push, push, diskOf({ 'b.zip': archive, 'index.html': Buffer.from('x') }));
    const text = lines.join('\n');
    assert.match(text, /b\.zip!\/a\\x1b\[2J\\x00\\u\{202e\}gnp\.php {2}misleading-name/);
    assert.equal(terminalText(text.replaceAll('\n', '')), text.replaceAll('\n', ''));
  });
});

describe('Archives made to harm', () => {
  it('are given up when they unpack to far more than they are', async () => {
    const bomb = gzipSync(tarOf({ name: 'zeros.bin', content: Buffer.alloc(8 * MEGABYTE) }));
    const limits = { harmlessBytes: MEGABYTE };
    const read = await readWithin({ 'bomb.tgz': bomb }, limits);
    assert.deepEqual(saidOf(read), ['bomb.tgz limit']);
    const members = [1, 2, 3, 4].map((n) => ({ name: `${n}.bin`, content: Buffer.alloc(MEGABYTE) }));
    assert.deepEqual(saidOf(await readWithin({ 'b.zip': zipOf(members) }, limits)), ['b.zip limit']);
    assert.deepEqual(saidOf(await readWithin({ 'b.zip': zipOf(members) })), []);
  });

  it('are given up when they unpack to far more code than a site has, and what came before is audited', async () => {
    const code = `<?php ${' '.repeat(100_000)}`;
    const members = ['1.php', '2.dat', '3.php'].map((name) => ({ name, content: code }));
    const [read] = await readWithin({ 'b.zip': zipOf(members) }, { harmlessCodeBytes: 150_000 });
    assert.deepEqual(
      read?.archives?.[0]?.files.map(({ path }) => path),
      ['1.php', '2.dat'],
    );
    assert.deepEqual(saidOf(read === undefined ? [] : [read]), ['b.zip limit']);
    const pictures = ['1.jpg', '2.jpg', '3.jpg'].map((name) => ({ name, content: Buffer.alloc(100_000) }));
    assert.deepEqual(saidOf(await readWithin({ 'b.zip': zipOf(pictures) }, { harmlessCodeBytes: 150_000 })), []);
  });

  it('are looked through a few times at most where they have no directory', async () => {
    const beginnings = Array.from({ length: 10_000 }, (_, number) =>
      zipOf([{ name: String(10_000 + number), content: '' }], { sizesFollow: true }).subarray(0, 35),
    );
    const disk = diskOf({ 'b.zip': Buffer.concat(beginnings) });
    const { archives } = await auditSite(disk, 'site');
    // What is no more than beginnings of files is not read to its end.
    assert.equal(archives[0]?.files, 1001);
    const bytes = disk.reads.reduce((sum, read) => sum + read.bytes, 0);
    assert.ok(bytes < 10 * 35 * beginnings.length, String(bytes));
  });

  it('are given up where very many members have one name', async () => {
    const { problems, archives } = await audit(
      zipOf(Array.from({ length: 1200 }, () => ({ name: 'a.txt', content: '' }))),
    );
    assert.deepEqual(
      [problems.map(({ file, kind }) => `${file} ${kind}`), archives[0]?.files],
      [['b.zip limit'], 1000],
    );
  });

  it('are given up when their members share their data', async () => {
    const { problems } = await audit(
      zipOf(
        ['a', 'b', 'c'].map((name) => ({ name, content: HONEST })),
        { shared: true },
      ),
    );
    assert.deepEqual(
      problems.map(({ file, kind }) => `${file} ${kind}`),
      ['b.zip limit'],
    );
  });

  it('are read up to a number of files, and what was read counts', async () => {
    const archive = zipOf(['a', 'b', 'c'].map((name) => ({ name: `${name}.php`, content: HONEST })));
    const read = await readWithin({ 'b.zip': archive }, { members: 2 });
    assert.deepEqual(
      read[0]?.archives?.[0]?.files.map(({ path }) => path),
      ['a.php', 'b.php'],
    );
    assert.deepEqual(saidOf(read), ['b.zip limit']);
  });

  it('have a limit together, behind which the next audit tries again', async () => {
    const archive = zipOf(['a', 'b'].map((name) => ({ name: `${name}.php`, content: HONEST })));
    const files = { '1.zip': archive, '2.zip': archive, '3.zip': archive };
    const read = await readWithin(files, { allMembers: 3 });
    assert.deepEqual(saidOf(read), ['2.zip unreadable', '3.zip unreadable']);
    assert.deepEqual(saidOf(await readWithin(files, { allBytes: 3 * HONEST.length })), [
      '2.zip unreadable',
      '3.zip unreadable',
    ]);
    assert.deepEqual(saidOf(await readWithin(files)), []);
  });

  it('stop being read at once when the audit is cancelled', async () => {
    const disk = diskOf({ 'b.tar': tarOf({ name: 'large.bin', content: Buffer.alloc(4 * MEGABYTE) }) });
    const stop = new AbortController();
    let pieces = 0;
    const stoppingDisk: Disk = {
      status: (path) => disk.status(path),
      list: (path) => disk.list(path),
      read: (path, maximumBytes) => disk.read(path, maximumBytes),
      readRange: (path, start, end) => disk.readRange(path, start, end),
      async *stream(path, start, end) {
        for await (const piece of disk.stream(path, start, end)) {
          if (++pieces === 3) stop.abort(new Error('cancelled'));
          yield piece;
        }
      },
    };
    await assert.rejects(auditSite(stoppingDisk, 'site', {}, { signal: stop.signal }), /cancelled/);
    assert.equal(pieces, 3);
  });
});

describe('Archives that are not whole', () => {
  it('are read as far as they go, and that is said', async () => {
    const files = ['a', 'b'].map((name) => ({ name: `wp-1ogin-${name}.php`, content: HONEST.repeat(50) }));
    const zip = zipOf([...files, { name: 'c.bin', content: randomBytes(2000) }]);
    const tar = tarOf(...files);
    for (const [name, archive] of Object.entries({
      'b.zip': zip.subarray(0, zip.length - 700),
      'b.tar': tar.subarray(0, 512 + 1024 + 100),
    })) {
      const read = await readWithin({ [name]: archive });
      assert.ok(
        read[0]?.archives?.[0]?.files.some(({ path }) => path === 'wp-1ogin-a.php'),
        name,
      );
      assert.ok(saidOf(read).includes(`${name} unreadable`), name);
    }
  });

  it('are said to be damaged when nothing of them can be read', async () => {
    const archive = gzipSync(tarOf({ name: 'a.php', content: HONEST }));
    assert.deepEqual(saidOf(await readWithin({ 'b.tgz': archive.subarray(0, 30) })), ['b.tgz unreadable']);
    assert.deepEqual(saidOf(await readWithin({ 'b.zip': zipOf([{ name: 'a', content: 'x' }]).subarray(0, 20) })), [
      'b.zip unreadable',
    ]);
  });

  it('are said to be damaged where a checksum is wrong', async () => {
    const { problems } = await audit(zipOf([{ name: 'a.php', content: HONEST }], { wrongChecksum: true }));
    assert.deepEqual(
      problems.map(({ file, kind }) => `${file} ${kind}`),
      ['b.zip!/a.php unreadable'],
    );
  });

  it('name what is behind a password once, with its number', async () => {
    const members = ['a', 'b', 'c'].map((name) => ({ name, content: HONEST }));
    const { problems } = await audit(zipOf(members, { encrypted: true }));
    assert.deepEqual(
      problems.map(({ file, message }) => `${file}: ${message}`),
      ['b.zip: 3 files in it are protected by a password and were not read.'],
    );
  });

  it('name how they are packed where nobody can read that', async () => {
    const { problems } = await audit(zipOf([{ name: 'a.php', content: HONEST }], { method: 98 }));
    assert.match(problems[0]?.message ?? '', /PPMd/);
    const rar = await audit(
      Buffer.concat([Buffer.from('Rar!\u001a\u0007\u0000', 'latin1'), Buffer.alloc(100)]),
      'b.rar',
    );
    assert.match(rar.problems[0]?.message ?? '', /RAR/);
  });

  it('do not fill the list of problems', async () => {
    const members = Array.from({ length: 100 }, (_, n) => ({ name: `../${n}.php`, content: HONEST }));
    const { problems } = await audit(zipOf(members));
    assert.equal(problems.length, 21);
    assert.match(problems[0]?.message ?? '', /^80 more/);
  });
});

describe('Links in archives', () => {
  it('are never followed', async () => {
    const link = { name: 'index.php', content: '', type: '2' };
    const [read] = await readWithin({ 'b.tar': tarOf(link, { name: 'a.php', content: HONEST }) });
    assert.deepEqual(
      read?.archives?.[0]?.files.map(({ path }) => path),
      ['a.php'],
    );
  });
});

describe('PHP with the first bytes of an archive', () => {
  it('is still found', async () => {
    const disguised = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from(BACK_DOOR)]);
    const { findings } = await audit(disguised, 'photo.dat');
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['suspicious-code', 'disguised-php'],
    );
  });
});

/** Bytes that don't pack. */
function randomBytes(count: number): Buffer {
  let state = 1;
  return Buffer.from(Array.from({ length: count }, () => (state = (state * 48_271) % 0x7fff_ffff) & 0xff));
}

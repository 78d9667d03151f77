import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { LogTable } from '../../../server/src/log/logTable';
import { nodeDisk } from '../../../server/src/nodeDisk';
import { readLogSet, type LogSetReading, type ReadLogSetOptions } from '../../../server/src/readLogSet';
import { DEFAULT_LOG_SETTINGS } from '../../../server/src/settings';
import { tarOf, zipOf } from '../../support/archives';
import { entriesOf } from '../../support/entries';
import { FakeDisk, type FakeFile } from '../../support/fakeDisk';
import { combinedLine, logOf } from '../../support/lines';
import { packedSample } from '../../support/packedSamples';
import { TemporaryFolder } from '../../support/temporaryFolder';

/** A log of 20 entries on a day of November 2021. */
function day(number: number, client = '192.0.2.1', zone = '+0900'): string {
  return logOf(20, (n) => {
    const time = `${String(number).padStart(2, '0')}/Nov/2021:10:${String(n).padStart(2, '0')}:00 ${zone}`;
    return combinedLine({ client, time });
  });
}

async function readFrom(
  files: Readonly<Record<string, string | FakeFile>>,
  paths: readonly string[] = ['/logs'],
  options: Partial<ReadLogSetOptions> = {},
): Promise<LogSetReading> {
  const contents = Object.entries(files).map(([name, content]): [string, FakeFile] => [
    name,
    typeof content === 'string' ? Buffer.from(content) : content,
  ]);
  const disk = new FakeDisk(Object.fromEntries(contents));
  return readLogSet(disk, paths, { settings: DEFAULT_LOG_SETTINGS, ...options });
}

function names({ set }: LogSetReading): string[] {
  return (set?.files ?? []).map(({ name }) => name);
}

/** A line of nginx's error log, which names no zone. */
const LOCAL =
  '2021/11/01 10:56:55 [error] 31#31: *1 open() "/home/u/x" failed (2: No such file or directory), client: 192.0.2.1, server: x, request: "GET /x HTTP/1.1", host: "example.jp"\n';

async function localTime(others: Readonly<Record<string, string>>, timeZone = ''): Promise<string | undefined> {
  const settings = { ...DEFAULT_LOG_SETTINGS, timeZone };
  const { set } = await readFrom({ ...others, '/logs/error.log': LOCAL }, ['/logs'], { settings });
  return set?.files.find(({ name }) => name === 'error.log')?.first;
}

describe('A folder of logs', () => {
  it('is read with all below it, in the order in which people sort names', async () => {
    const reading = await readFrom({
      '/logs/example.jp/access.log.10': day(1),
      '/logs/example.jp/access.log.2.gz': gzipSync(day(2)),
      '/logs/example.jp/access.log': day(3),
      '/logs/b.example.jp/ssl_log': day(4),
    });
    assert.deepEqual(names(reading), [
      'b.example.jp/ssl_log',
      'example.jp/access.log',
      'example.jp/access.log.2.gz',
      'example.jp/access.log.10',
    ]);
    assert.equal(reading.set?.table.rows, 80);
  });

  it('may hold logs in every packing, and archives of logs', async () => {
    const reading = await readFrom({
      '/logs/a.bz2': packedSample('bzip2'),
      '/logs/b.xz': packedSample('xz'),
      '/logs/c.zst': packedSample('zstd'),
      '/logs/d.zip': zipOf([
        { name: 'mon.log', content: day(1) },
        { name: 'notes.txt', content: 'buy milk' },
        { name: 'tue.log.gz', content: gzipSync(day(2)) },
      ]),
      '/logs/e.tar.gz': gzipSync(tarOf({ name: 'logs/wed.log', content: day(3) })),
    });
    assert.deepEqual(names(reading), [
      'a.bz2',
      'b.xz',
      'c.zst',
      'd.zip/mon.log',
      'd.zip/tue.log.gz',
      'e.tar.gz/logs/wed.log',
    ]);
    // The first three are the same log.
    assert.equal(reading.set?.table.rows, 100 + 60);
    assert.deepEqual(reading.notLogs, []);
  });

  it('may hold anything else, which is counted, whatever its name says', async () => {
    const reading = await readFrom({
      '/logs/access.log': '<?php // no log\n'.repeat(300),
      '/logs/empty.log': '',
      '/logs/photo.jpg': Buffer.alloc(200_000, 0xff),
      '/logs/site.zip': zipOf([
        { name: 'index.php', content: '<?php' },
        { name: 'style.css', content: 'a {}' },
      ]),
      '/logs/readme.txt': day(1),
    });
    assert.deepEqual(names(reading), ['readme.txt']);
    assert.deepEqual(reading.notLogs, ['access.log', 'empty.log', 'photo.jpg', 'site.zip']);
    assert.deepEqual(reading.problems, []);
  });

  it('may hold what can’t be read, which does not keep the rest from being read', async () => {
    const zip = zipOf([{ name: 'x.log', content: day(1) }], { encrypted: true });
    const { problems, ...reading } = await readFrom({
      '/logs/a.log': { code: 'EACCES' },
      '/logs/b.zip': zip,
      '/logs/c.7z': Buffer.from('377abcaf271c0004', 'hex'),
      '/logs/d.log': day(1),
      '/logs/e.log.gz': gzipSync(day(2)).subarray(0, 150),
    });
    assert.deepEqual(
      problems.map(({ name, error }) => [name, (error as { code?: string }).code]),
      [
        ['a.log', 'EACCES'],
        ['b.zip/x.log', 'EENCRYPTED'],
        ['c.7z', 'EPACKING'],
      ],
    );
    assert.deepEqual(
      reading.set?.files.map(({ name, damaged }) => [name, damaged]),
      [
        ['d.log', false],
        ['e.log.gz', true],
      ],
    );
  });

  it('is named with its path where several are given, and a file that is given twice is one', async () => {
    const files = { '/a/access.log': day(1), '/b/access.log': day(2) };
    assert.deepEqual(names(await readFrom(files, ['/a', '/b'])), ['/a/access.log', '/b/access.log']);
    assert.deepEqual(names(await readFrom(files, ['/a/access.log', '/a', '/a/'])), ['/a/access.log']);
    assert.deepEqual(names(await readFrom(files, ['/a'])), ['access.log']);
  });

  it('has nothing where it has no logs, and says what is missing', async () => {
    const { set, problems } = await readFrom({ '/logs/x.txt': 'x' }, ['/logs', '/none']);
    assert.equal(set, undefined);
    assert.deepEqual(
      problems.map(({ name, error }) => [name, (error as { code?: string }).code]),
      [['/none', 'ENOENT']],
    );
  });

  it('is read up to a number of lines, and what was left out is named', async () => {
    const files = { '/logs/1.log': day(1), '/logs/2.log': day(2), '/logs/3.log': day(3), '/logs/4.txt': 'no log' };
    const reading = await readFrom(files, ['/logs'], { mostLines: 45 });
    assert.deepEqual(names(reading), ['1.log', '2.log']);
    assert.deepEqual(reading.leftOut, ['3.log', '4.txt']);
  });

  it('tells how far it is, up to all bytes', async () => {
    const seen: [number, number][] = [];
    const files = { '/logs/1.log': day(1), '/logs/2.log.gz': gzipSync(day(2)) };
    await readFrom(files, ['/logs'], { onProgress: (done, total) => seen.push([done, total]) });
    const total = day(1).length + gzipSync(day(2)).length;
    assert.deepEqual(seen.at(-1), [total, total]);
    assert.ok(seen.every(([done], index) => index === 0 || done >= seen[index - 1]![0]));
  });

  it('never leads out of itself: links in it are not followed, but a path that is given may be one', async () => {
    const folder = await TemporaryFolder.create();
    try {
      await folder.write('outside/secret.log', day(1));
      await folder.write('inside/own.log', day(2));
      await symlink(path.join(folder.path, 'outside'), path.join(folder.path, 'inside/more'));
      await symlink(path.join(folder.path, 'outside/secret.log'), path.join(folder.path, 'inside/secret.log'));
      await symlink(path.join(folder.path, 'inside'), path.join(folder.path, 'link'));
      for (const given of ['inside', 'link']) {
        const options = { settings: DEFAULT_LOG_SETTINGS };
        assert.deepEqual(names(await readLogSet(nodeDisk, [path.join(folder.path, given)], options)), ['own.log']);
      }
    } finally {
      await folder.remove();
    }
  });
});

describe('Logs of a folder that do not say their zone', () => {
  it('are taken for those of the zone that all others have', async () => {
    const others = { '/logs/access.log': day(1), '/logs/ssl.log': day(2) };
    assert.equal(await localTime(others), '2021-11-01T10:56:55+09:00');
  });

  it('are taken for those of this machine’s zone where the others disagree or say nothing', async () => {
    const machine = new Date(2021, 10, 1, 10, 56, 55).getTime() / 1000;
    const disagreeing = { '/logs/a.log': day(1), '/logs/b.log': day(1, '192.0.2.9', '-0800') };
    for (const others of [{}, disagreeing] as readonly Record<string, string>[]) {
      assert.equal(Date.parse((await localTime(others)) ?? '') / 1000, machine);
    }
  });

  it('are taken for those of the zone that the user names', async () => {
    assert.equal(await localTime({ '/logs/access.log': day(1) }, 'Asia/Kolkata'), '2021-11-01T10:56:55+05:30');
  });

  it('lie where they belong in the timeline', async () => {
    const { set } = await readFrom({ '/logs/access.log': day(1), '/logs/error.log': LOCAL });
    const entries = entriesOf(new LogTable(set!.table));
    assert.equal(entries.at(-1)?.time, '2021-11-01T10:56:55+09:00');
    assert.equal(set?.files[1]?.zoneIsAssumed, true);
  });
});

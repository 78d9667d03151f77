import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { packEvidence, type EvidenceSources, type PackedEvidence } from '../../../../server/src/packEvidence';
import { readIncident } from '../../../../server/src/readIncident';
import { zipOf } from '../../../support/archives';
import { FakeDisk } from '../../../support/fakeDisk';
import { SHELL_CODE, plantedFile } from '../../../support/plantedFile';
import { unpackedZip } from '../../../support/unpacked';

interface Manifest {
  readonly schema: number;
  readonly isMasked: boolean;
  readonly points: readonly { readonly id: string; readonly linesTaken: number; readonly linesLeftOut: number }[];
  readonly logs: readonly {
    readonly name: string;
    readonly fileSha256?: string;
    readonly sha256?: string;
    readonly lines?: number;
    readonly extract?: string;
    readonly index?: string;
    readonly linesTaken: number;
    readonly linesMissing: number;
    readonly hasChanged?: true;
    readonly problem?: string;
  }[];
  readonly files: readonly {
    readonly file: string;
    readonly state: string;
    readonly sha256?: string;
    bytes?: number;
  }[];
  readonly members: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
}

const FLOOD = '192.0.2.1 - - [01/Nov/2021:10:00:00 +0900] "POST /l.php HTTP/1.1" 200 10 "-" "x"';
/** A request of somebody else, with bytes that are no UTF-8. */
const OTHER = Buffer.concat([
  Buffer.from(
    '198.51.100.9 - jane [01/Nov/2021:10:00:01 +0900] "GET /l.php?mail=jane@example.com&x HTTP/1.1" 200 10 "-" "',
  ),
  Buffer.from([0x83, 0x41, 0xff]),
  Buffer.from('"'),
]);
const QUIET = '203.0.113.5 - - [01/Nov/2021:10:00:02 +0900] "GET /index.html HTTP/1.1" 200 10 "-" "x"';
const LOG = Buffer.concat([
  Buffer.from(`${`${FLOOD}\n`.repeat(300)}${QUIET}\n`),
  OTHER,
  Buffer.from(`\r\n${FLOOD}\r\n`),
]);
const SHELL = plantedFile(SHELL_CODE);
const MAIL = 'エックスサーバー\nお問い合わせ番号：42-1\n/home/u/public_html/l.php\n担当 taro@example.jp';

function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

interface Bundle {
  readonly packed: PackedEvidence;
  readonly archive: Buffer;
  readonly members: ReadonlyMap<string, Buffer>;
  readonly manifest: Manifest;
}

/** A bundle about a site, and logs that the incident was put together from. */
async function bundle(
  logs: Readonly<Record<string, Uint8Array>>,
  { mask = false, later = {} }: { mask?: boolean; later?: Readonly<Record<string, Uint8Array>> } = {},
): Promise<Bundle> {
  const files = { '/site/l.php': Buffer.from(SHELL), '/site/index.html': Buffer.from('<p>Welcome</p>'), ...logs };
  const disk = new FakeDisk(files);
  const paths = Object.keys(logs);
  const site = { root: '/site', settings: {}, exclude: [], cacheFolder: undefined };
  const { incident, logs: read } = await readIncident(disk, { notice: MAIL, logs: paths, site });
  for (const [name, bytes] of Object.entries(later)) disk.files.set(name, bytes);
  const sources: EvidenceSources = { incident, notice: MAIL, logs: paths, read, userFormats: [], site: '/site' };
  const pieces: Uint8Array[] = [];
  const packed = await packEvidence(disk, sources, { done: [], mask }, async (bytes) => void pieces.push(bytes));
  const archive = Buffer.concat(pieces);
  const members = await unpackedZip(archive);
  return { packed, archive, members, manifest: JSON.parse(members.get('manifest.json')!.toString()) as Manifest };
}

describe('A bundle of evidence', () => {
  it('has the lines byte for byte, and says which they are and what they show', async () => {
    const { members, manifest, packed } = await bundle({ '/home/jane/logs/access.log': LOG });
    const [log] = manifest.logs;
    assert.equal(log!.extract, 'logs/001-access.log.txt');
    const extract = members.get(log!.extract)!;
    const flood = Buffer.from(`${FLOOD}\n`.repeat(300));
    assert.ok(extract.equals(Buffer.concat([flood, OTHER, Buffer.from(`\n${FLOOD}\n`)])));
    const rows = parse(members.get(log!.index!)!);
    assert.deepEqual(rows[0], ['Line here', 'Line in the log', 'Shows', 'Cut']);
    assert.deepEqual(
      [rows[1], rows[301], rows[302]].map((row) => row!.slice(0, 2)),
      [
        ['1', '1'],
        ['301', '302'],
        ['302', '303'],
      ],
    );
    const ids = new Set(manifest.points.map(({ id }) => id));
    for (const [, , shows] of rows.slice(1)) for (const id of shows!.split(' ')) assert.ok(ids.has(id), id);
    assert.equal(log!.linesTaken, 302);
    assert.deepEqual(packed, { lines: 302, leftOut: 0, problems: 0 });
  });

  it('has the hash of every log, of every bad file and of every member, and no bad file', async () => {
    const { members, manifest } = await bundle({ '/logs/a.log': LOG, '/logs/quiet.log': Buffer.from(`${QUIET}\n`) });
    assert.deepEqual(
      manifest.logs.map(({ name, fileSha256, sha256: own }) => [name, fileSha256, own]),
      [
        ['a.log', sha256(LOG), sha256(LOG)],
        ['quiet.log', sha256(`${QUIET}\n`), sha256(`${QUIET}\n`)],
      ],
    );
    const [file] = manifest.files;
    assert.deepEqual(
      [file!.file, file!.state, file!.bytes, file!.sha256],
      ['l.php', 'present', SHELL.length, sha256(SHELL)],
    );
    assert.deepEqual(
      manifest.members,
      [...members]
        .filter(([name]) => name !== 'manifest.json')
        .map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: sha256(bytes) })),
    );
    assert.ok(!manifest.members.some(({ name }) => name.endsWith('.php')));
    for (const bytes of members.values()) assert.ok(!bytes.includes(SHELL));
  });

  it('holds the host’s mail, the report and a summary', async () => {
    const { members } = await bundle({ '/logs/access.log': LOG });
    assert.equal(members.get('host/mail.txt')!.toString(), MAIL);
    assert.match(members.get('report.html')!.toString(), /^<!DOCTYPE html>/);
    const summary = members.get('summary.txt')!.toString();
    assert.match(summary, /The malicious files themselves are not in it/);
    assert.ok(summary.includes(sha256(SHELL)));
    assert.match(summary, /logs\/001-access\.log\.txt; lines: 302/);
  });

  it('is the same when it is made again', async () => {
    const logs = { '/logs/access.log': LOG };
    assert.ok((await bundle(logs)).archive.equals((await bundle(logs)).archive));
  });

  it('reads packed logs and those in archives, and tells the hash of the file and of the log', async () => {
    const packed = gzipSync(LOG);
    const archive = zipOf([{ name: 'day/access.log', content: LOG }]);
    const { manifest, members } = await bundle({ '/logs/1.log.gz': packed, '/logs/2.zip': archive });
    assert.deepEqual(
      manifest.logs.map(({ fileSha256, sha256: own }) => [fileSha256, own]),
      [
        [sha256(packed), sha256(LOG)],
        [sha256(archive), sha256(LOG)],
      ],
    );
    assert.ok(members.get(manifest.logs[0]!.extract!)!.includes(OTHER));
  });

  it('says what is missing where logs changed or went since', async () => {
    const logs = {
      '/logs/a.log': LOG,
      '/logs/b.log': Buffer.from(`${FLOOD.replace('10:00:00', '11:00:00')}\n`.repeat(50)),
    };
    const { manifest, packed } = await bundle(logs, { later: { '/logs/b.log': Buffer.from(`${QUIET}\n`) } });
    const changed = manifest.logs.find(({ name }) => name === 'b.log')!;
    assert.deepEqual([changed.hasChanged, changed.linesMissing], [true, 49]);
    assert.equal(packed.leftOut, 49);
  });

  it('masks personal data in every member when it is asked to', async () => {
    const { members, manifest } = await bundle({ '/logs/access.log': LOG }, { mask: true });
    assert.equal(manifest.isMasked, true);
    for (const [name, bytes] of members) {
      assert.doesNotMatch(bytes.toString('latin1'), /jane|taro|198\.51\.100\.9/, name);
    }
    const extract = members.get(manifest.logs[0]!.extract!)!.toString();
    assert.match(
      extract,
      /visitor 1 - \*\*\* \[01\/Nov\/2021:10:00:01 \+0900\] "GET \/l\.php\?mail=\*\*\*&\*\*\* HTTP/,
    );
    assert.ok(extract.includes(FLOOD), 'the attacker’s lines stay as they are');
    assert.match(members.get('summary.txt')!.toString(), /are masked/);
  });
});

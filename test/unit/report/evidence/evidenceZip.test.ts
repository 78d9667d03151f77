import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { EvidenceZip } from '../../../../server/src/report/evidence/evidenceZip';
import { logMemberName } from '../../../../server/src/report/evidence/memberName';
import { HOSTILE_TEXTS } from '../../../support/hostile';
import { unpackedZip } from '../../../support/unpacked';

const PIECE = Buffer.from('192.0.2.1 - - [01/Nov/2021:10:00:00 +0900] "GET / HTTP/1.1" 200 10\n'.repeat(1000));

async function packed(day = '2021-11-02'): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const zip = new EvidenceZip(async (bytes) => void pieces.push(bytes), day);
  await zip.add('logs/001-access.log.txt', [PIECE, PIECE]);
  await zip.addText('empty.txt', '');
  await zip.addText('summary.txt', '証拠');
  await zip.finish();
  return Buffer.concat(pieces);
}

describe('The archive of a bundle', () => {
  it('is unpacked by others as it was packed', async () => {
    const members = await unpackedZip(await packed());
    assert.deepEqual([...members.keys()], ['logs/001-access.log.txt', 'empty.txt', 'summary.txt']);
    assert.ok(members.get('logs/001-access.log.txt')!.equals(Buffer.concat([PIECE, PIECE])));
    assert.equal(members.get('summary.txt')!.toString(), '証拠');
  });

  it('is the same for the same files', async () => {
    assert.ok((await packed()).equals(await packed()));
    assert.ok(!(await packed()).equals(await packed('2021-11-03')));
  });

  it('says the size and the hash of each member', async () => {
    const zip = new EvidenceZip(async () => undefined, '2021-11-02');
    await zip.add('a', [PIECE, PIECE]);
    const sha256 = createHash('sha256').update(PIECE).update(PIECE).digest('hex');
    assert.deepEqual(zip.members, [{ name: 'a', bytes: 2 * PIECE.length, sha256 }]);
  });

  it('hands on what is packed while more comes', async () => {
    let handed = 0;
    const zip = new EvidenceZip(async (bytes) => void (handed += bytes.length), '2021-11-02');
    let handedBefore = 0;
    function* pieces(): Generator<Uint8Array> {
      for (let number = 0; number < 100; number++) {
        handedBefore = handed;
        // Texts that hardly pack, 64 KiB each.
        yield Buffer.concat(
          Array.from({ length: 1024 }, (_, at) => createHash('sha512').update(`${number} ${at}`).digest()),
        );
      }
    }
    await zip.add('a', pieces());
    assert.ok(handedBefore > 5_000_000, `${handedBefore} bytes before the last piece`);
  });

  it('fails when its file can’t be written', async () => {
    const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
    const zip = new EvidenceZip(() => Promise.reject(full), '2021-11-02');
    await assert.rejects(zip.addText('a', 'x'), full);
  });

  it('names lines after their log, without its packing', () => {
    assert.equal(logMemberName(12, '/logs/20211101.log.gz'), 'logs/012-20211101.log');
  });

  for (const [name, text] of Object.entries({
    ...HOSTILE_TEXTS,
    'a way out': '../../../etc/passwd',
    'a way out of Windows': String.raw`..\..\windows\win.ini`,
    'a drive': 'C:',
    'a device': 'CON',
    'a stream': 'access.log:hidden',
    'nothing but dots': '...',
    nothing: '',
    'a name without an end': 'x'.repeat(10_000),
    Japanese: 'アクセス.log',
  })) {
    it(`names a log safely whose name holds ${name}`, () => {
      assert.match(logMemberName(1, text), /^logs\/001-[\w.-]{0,60}$/);
      assert.doesNotMatch(logMemberName(1, text), /\.\.$|\.$/);
    });
  }
});

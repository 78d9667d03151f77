import assert from 'node:assert/strict';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { unpack } from '../../../server/src/archive/decompress';
import { combinedLine, logOf } from '../../support/lines';
import { SeededRandom } from '../../support/random';

interface Result {
  readonly packing: string;
  readonly bytes: Buffer;
  readonly damaged: boolean;
}

async function unpacked(...chunks: Uint8Array[]): Promise<Result> {
  const {
    packing,
    chunks: plain,
    damaged,
  } = await unpack(
    (async function* () {
      yield* chunks;
    })(),
  );
  const parts: Uint8Array[] = [];
  for await (const part of plain) parts.push(part);
  return { packing, bytes: Buffer.concat(parts), damaged: damaged() };
}

/** What zlib can read of cut data. */
function readable(packed: Uint8Array): Buffer {
  return gunzipSync(packed, { finishFlush: constants.Z_SYNC_FLUSH });
}

function assertUnpacked(result: Result, bytes: Buffer, damaged = false): void {
  assert.equal(result.packing, 'gzip');
  assert.equal(result.damaged, damaged);
  assert.ok(result.bytes.equals(bytes), `${result.bytes.length} bytes instead of ${bytes.length}`);
}

/** Text that packs badly, so that there is much to cut. */
const TEXT = ((): Buffer => {
  const random = new SeededRandom(7);
  return Buffer.from(logOf(2000, () => combinedLine({ request: `GET /${random.next()} HTTP/1.1` })));
})();
const PACKED = gzipSync(TEXT);

/** A member with every optional field of its header. */
function withAllFields(packed: Buffer): Buffer {
  const header = Buffer.from(packed.subarray(0, 10));
  header[3] = 0x02 | 0x04 | 0x08 | 0x10;
  const fields = Buffer.from('\u0003\0abc20211101.log\0a comment\0--');
  return Buffer.concat([header, fields, packed.subarray(10)]);
}

describe('Unpacking', () => {
  it('gives plain bytes as they are, whatever the name would say', async () => {
    for (const text of ['', 'a', '\u001f', 'plain text']) {
      const result = await unpacked(Buffer.from(text));
      assert.deepEqual([result.packing, result.bytes.toString(), result.damaged], ['plain', text, false]);
    }
  });

  it('gives the same for any chunks', async () => {
    assertUnpacked(await unpacked(PACKED), TEXT);
    for (const length of [1, 2, 3, 11, 1000, 16_384]) {
      const chunks: Buffer[] = [];
      for (let at = 0; at < PACKED.length; at += length) chunks.push(PACKED.subarray(at, at + length));
      assertUnpacked(await unpacked(Buffer.alloc(0), ...chunks), TEXT);
    }
  });

  it('unpacks members one behind the other, empty ones among them', async () => {
    const members = Buffer.concat([PACKED, gzipSync(''), gzipSync('more\n'), PACKED]);
    assertUnpacked(await unpacked(members), Buffer.concat([TEXT, Buffer.from('more\n'), TEXT]));
  });

  it('skips every optional field of a header', async () => {
    assertUnpacked(
      await unpacked(Buffer.concat([withAllFields(PACKED), withAllFields(PACKED)])),
      Buffer.concat([TEXT, TEXT]),
    );
  });

  it('gives an empty file', async () => assertUnpacked(await unpacked(gzipSync('')), Buffer.alloc(0)));

  it('gives all that zlib can read of data that was cut, and says so', async () => {
    for (let end = 20; end < PACKED.length; end += 97) {
      const cut = PACKED.subarray(0, end);
      assertUnpacked(await unpacked(cut), readable(cut), true);
    }
  });

  it('gives the members before the one that was cut', async () => {
    for (const left of [2, 5, 9, 10, 15, 200]) {
      const cut = Buffer.concat([PACKED, PACKED.subarray(0, left)]);
      const rest = left > 10 ? readable(PACKED.subarray(0, left)) : Buffer.alloc(0);
      assertUnpacked(await unpacked(cut), Buffer.concat([TEXT, rest]), true);
    }
  });

  it('ignores what stands behind the last member, as gzip does', async () => {
    for (const garbage of ['\n', '\0'.repeat(512), '<html>504 Gateway Time-out</html>', '\u001f']) {
      assertUnpacked(await unpacked(Buffer.concat([PACKED, Buffer.from(garbage, 'latin1')])), TEXT);
    }
  });

  it('says when the checksum or the size is wrong, and gives all the same', async () => {
    for (const fromEnd of [1, 4, 5, 8]) {
      const wrong = Buffer.from(PACKED);
      wrong[wrong.length - fromEnd]! ^= 0x55;
      assertUnpacked(await unpacked(wrong), TEXT, true);
    }
  });

  it('says when bytes in the middle were damaged, and gives the beginning', async () => {
    const wrong = Buffer.from(PACKED);
    wrong.fill(0xff, PACKED.length >> 1, (PACKED.length >> 1) + 64);
    const { bytes, damaged } = await unpacked(wrong);
    assert.ok(damaged);
    assert.ok(bytes.length > TEXT.length / 4);
    assert.ok(bytes.subarray(0, TEXT.length / 4).equals(TEXT.subarray(0, TEXT.length / 4)));
  });

  it('says that a header alone is damaged', async () => {
    for (const header of [
      Buffer.of(0x1f, 0x8b),
      PACKED.subarray(0, 9),
      Buffer.of(0x1f, 0x8b, 7, 0, 0, 0, 0, 0, 0, 3),
    ]) {
      assertUnpacked(await unpacked(header), Buffer.alloc(0), true);
    }
  });

  it('unpacks no further than asked and lets go of the source', async () => {
    let given = 0;
    let released = false;
    const source = (async function* () {
      try {
        for (; given < 1000; given++) yield PACKED;
      } finally {
        released = true;
      }
    })();
    for await (const _ of (await unpack(source)).chunks) break;
    assert.ok(released);
    assert.ok(given < 3);
  });

  it('keeps little of a bomb in memory', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024));
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    let size = 0;
    const { chunks } = await unpack(
      (async function* () {
        yield bomb;
      })(),
    );
    for await (const chunk of chunks) {
      size += chunk.length;
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    assert.equal(size, 200 * 1024 * 1024);
    assert.ok(most < 80 * 1024 * 1024, `${most}`);
  });

  it('rejects with the error of the source, which is not damage', async () => {
    const source = (async function* () {
      yield PACKED.subarray(0, 100);
      throw Object.assign(new Error('gone'), { code: 'EIO' });
    })();
    const { chunks, damaged } = await unpack(source);
    await assert.rejects(
      async () => {
        for await (const _ of chunks) void _;
      },
      { code: 'EIO' },
    );
    assert.equal(damaged(), false);
  });
});

import assert from 'node:assert/strict';
import { memorySource } from '../../../server/src/log/byteSource';
import { PackedBomb, unlessBomb, unpack, UnsupportedPacking } from '../../../server/src/archive/decompress';
import { packedSample, RUN_LENGTH, SAMPLE_LOG, type PackedSample } from '../../support/packedSamples';

/** What bytes unpack to, given in pieces. */
async function unpacked(
  bytes: Uint8Array,
  pieceBytes = bytes.length,
): Promise<{ packing: string; text: string; damaged: boolean }> {
  const { packing, chunks, damaged } = await unpack(inPieces(bytes, pieceBytes));
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(Uint8Array.from(chunk));
  return { packing, text: Buffer.concat(parts).toString(), damaged: damaged() };
}

/** Bytes in pieces that are overwritten once the next one is asked for, as the disk's are. */
async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) {
    const lent = Uint8Array.from(bytes.subarray(at, at + length));
    yield lent;
    lent.fill(0xaa);
  }
}

const SAMPLES: readonly (readonly [sample: PackedSample, packing: string])[] = [
  ['bzip2', 'bzip2'],
  ['xz', 'xz'],
  ['xzWithOtherProperties', 'xz'],
  ['xzOfBlocks', 'xz'],
  ['zstd', 'zstd'],
];

describe('Packings', () => {
  for (const [sample, packing] of SAMPLES) {
    it(`are told by the first bytes and taken off: ${sample}`, async () => {
      assert.deepEqual(await unpacked(packedSample(sample)), { packing, text: SAMPLE_LOG, damaged: false });
    });

    it(`may come in pieces of any size: ${sample}`, async () => {
      for (const pieceBytes of [1, 7, 500]) {
        const { text, damaged } = await unpacked(packedSample(sample), pieceBytes);
        assert.deepEqual([text === SAMPLE_LOG, damaged], [true, false]);
      }
    });

    it(`may hold several streams, one behind the other: ${sample}`, async () => {
      const twice = Buffer.concat([packedSample(sample), packedSample(sample)]);
      assert.deepEqual(await unpacked(twice), { packing, text: SAMPLE_LOG.repeat(2), damaged: false });
    });

    it(`give what comes before a cut, and say that there was one: ${sample}`, async () => {
      const bytes = packedSample(sample);
      for (let length = 10; length < bytes.length; length += 37) {
        const { text, damaged } = await unpacked(bytes.subarray(0, length));
        assert.ok(damaged, `${length} of ${bytes.length} bytes`);
        assert.ok(SAMPLE_LOG.startsWith(text));
      }
    });

    it(`end, and never throw, whatever byte is wrong: ${sample}`, async () => {
      const bytes = packedSample(sample);
      for (let at = 10; at < bytes.length; at += 9) {
        const wrong = Buffer.from(bytes);
        wrong[at] = wrong[at]! ^ 0x55;
        const { text, damaged } = await unpacked(wrong);
        // Zstandard's library does not look at checksums.
        assert.ok(damaged || packing === 'zstd' || text === SAMPLE_LOG, `byte ${at}`);
      }
    });
  }

  it('ignore what stands behind the last stream and is none, as the programs do', async () => {
    for (const sample of ['bzip2', 'xz'] as const) {
      const followed = Buffer.concat([packedSample(sample), Buffer.from('trailing words')]);
      assert.deepEqual(await unpacked(followed), { packing: sample, text: SAMPLE_LOG, damaged: false });
    }
  });

  it('skip the padding between streams of xz', async () => {
    const padded = Buffer.concat([packedSample('xz'), Buffer.alloc(8), packedSample('xzOfBlocks'), Buffer.alloc(4)]);
    assert.deepEqual(await unpacked(padded), { packing: 'xz', text: SAMPLE_LOG.repeat(2), damaged: false });
  });

  it('write long runs out', async () => {
    const { text, damaged } = await unpacked(packedSample('bzip2OfRuns'));
    assert.deepEqual([text === 'a'.repeat(RUN_LENGTH), damaged], [true, false]);
  });

  it('are not mistaken for those of a log that begins with the same letters', async () => {
    for (const text of ['BZh9 is how bzip2 begins', '(not packed)', 'PK', '']) {
      assert.deepEqual(await unpacked(Buffer.from(text)), { packing: 'plain', text, damaged: false });
    }
  });

  it('that nothing here takes off are named', async () => {
    const sevenZip = Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]);
    await assert.rejects(unpack(memorySource(sevenZip).chunks()), (error) => {
      assert.ok(error instanceof UnsupportedPacking);
      assert.deepEqual([error.packing, error.code], ['7z', 'EPACKING']);
      return true;
    });
  });

  it('are given up when far more comes out than a log can hold', async () => {
    const megabyte = new Uint8Array(1024 * 1024);
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      for (;;) yield megabyte;
    };
    const bomb = unlessBomb(memorySource(Buffer.from('small')).chunks(), (packed) => {
      void packed;
      return endless();
    });
    let given = 0;
    await assert.rejects(async () => {
      for await (const chunk of bomb) given += chunk.length;
    }, PackedBomb);
    assert.equal(given, 256 * 1024 * 1024);
  });
});

import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { openMember } from '../../../../server/src/site/archive/openMember';
import { auditSite } from '../../../../server/src/site/auditSite';
import { tarOf, zipOf, type Packed } from '../../../support/archives';
import { FakeDisk } from '../../../support/fakeDisk';
import { SeededRandom } from '../../../support/random';

const FILES: readonly Packed[] = [
  { name: 'index.html', content: '<a href="a.php">a</a>' },
  { name: 'a.php', content: '<?php echo 1;'.repeat(200) },
  { name: 'inner.zip', content: zipOf([{ name: 'b.php', content: '<?php echo 2;' }]) },
  { name: 'inner.tgz', content: gzipSync(tarOf({ name: 'c.php', content: '<?php echo 3;' })) },
];

const ARCHIVES: Readonly<Record<string, Buffer>> = {
  'a.zip': zipOf(FILES),
  'zip64.zip': zipOf(FILES, { zip64: true }),
  'follow.zip': zipOf(FILES, { sizesFollow: true }),
  'a.tar': tarOf(...FILES),
  'a.tar.gz': gzipSync(tarOf(...FILES)),
};

/** Changes some bytes, and sometimes drops the end. */
function broken(archive: Buffer, random: SeededRandom): Buffer {
  const bytes = Buffer.from(archive);
  for (let left = random.integer(1, 8); left > 0; left--) {
    bytes[random.integer(0, bytes.length - 1)] = random.integer(0, 255);
  }
  return random.integer(1, 3) === 1 ? bytes.subarray(0, random.integer(0, bytes.length - 1)) : bytes;
}

describe('Archives with wrong bytes', () => {
  for (const [name, archive] of Object.entries(ARCHIVES)) {
    it(`never stop an audit: ${name}`, async () => {
      const random = new SeededRandom(20_211_101);
      for (let round = 0; round < 150; round++) {
        const disk = new FakeDisk({ [`site/${name}`]: broken(archive, random), 'site/index.html': Buffer.from('x') });
        const { files } = await auditSite(disk, 'site');
        assert.equal(files, 2);
        await openMember(disk, `site/${name}!/a.php`, 100).catch((error: unknown) => assert.ok(error instanceof Error));
      }
    });
  }
});

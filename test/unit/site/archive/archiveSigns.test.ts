import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { looksPacked, TELLING_BYTES } from '../../../../server/src/site/archive/archiveSigns';
import { tarOf, wpressOf, zipOf } from '../../../support/archives';

const FILE = { name: 'a.php', content: '<?php echo 1;' };
const beginningOf = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, TELLING_BYTES);

describe('What looks like an archive', () => {
  it('is told by its first bytes, whatever its name', () => {
    for (const archive of [zipOf([FILE]), zipOf([]), tarOf(FILE), gzipSync(tarOf(FILE))]) {
      assert.ok(looksPacked('x.dat', beginningOf(archive)));
    }
    const large = gzipSync(
      tarOf({ name: 'x'.repeat(99), content: Buffer.from(Array.from({ length: 99_999 }, (_, n) => n * n)) }),
    );
    assert.ok(looksPacked('large.tgz', beginningOf(large)));
  });

  it('is not a page that a cache keeps packed, nor a dump', () => {
    assert.equal(looksPacked('index.html.gz', beginningOf(gzipSync('<html></html>'.repeat(9999)))), false);
    assert.equal(looksPacked('dump.sql.gz', beginningOf(gzipSync('INSERT INTO a VALUES (1);'))), false);
    assert.equal(looksPacked('broken.gz', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3])), false);
  });

  it('is no document, picture or text', () => {
    assert.equal(looksPacked('letter.docx', beginningOf(zipOf([FILE]))), false);
    assert.equal(looksPacked('x.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0])), false);
    assert.equal(looksPacked('x.txt', Buffer.from('PK is no archive')), false);
    assert.equal(looksPacked('empty', Buffer.alloc(0)), false);
  });

  it('is one that nobody can read here, or a plugin’s, when name and bytes agree', () => {
    const rar = Buffer.from('Rar!\u001a\u0007\u0000', 'latin1');
    assert.ok(looksPacked('x.rar', rar));
    assert.equal(looksPacked('x.dat', rar), false);
    const backup = beginningOf(wpressOf(FILE));
    assert.ok(looksPacked('x.wpress', backup));
    assert.equal(looksPacked('x.dat', backup), false);
  });
});

import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { openMember } from '../../../../server/src/site/archive/openMember';
import { tarOf, zipOf } from '../../../support/archives';
import { FakeDisk } from '../../../support/fakeDisk';

const INNER = zipOf([{ name: 'deep.php', content: 'deep' }]);
const DISK = new FakeDisk({
  'site/b.zip': zipOf([
    { name: 'a.php', content: 'first' },
    { name: 'a.php', content: 'second' },
    { name: 'dir/odd!/name.php', content: 'odd' },
    { name: 'inner.zip', content: INNER },
    { name: 'inner.tgz', content: gzipSync(tarOf({ name: 'packed.php', content: 'packed' })) },
  ]),
  'site/odd!/plain.php': Buffer.from('plain'),
});

async function textOf(path: string, maximumBytes = 100): Promise<string> {
  const { bytes, isCut } = await openMember(DISK, path, maximumBytes);
  return `${Buffer.from(bytes).toString()}${isCut ? '…' : ''}`;
}

describe('A file in an archive', () => {
  it('is found by the path that its finding has', async () => {
    assert.equal(await textOf('site/b.zip!/a.php'), 'first');
    assert.equal(await textOf('site/b.zip!/(2)/a.php'), 'second');
    assert.equal(await textOf('site/b.zip!/dir/odd!/name.php'), 'odd');
    assert.equal(await textOf('site/b.zip!/inner.zip!/deep.php'), 'deep');
    assert.equal(await textOf('site/b.zip!/inner.tgz!/packed.php'), 'packed');
  });

  it('is cut where it is longer than wanted', async () => {
    assert.equal(await textOf('site/b.zip!/a.php', 3), 'fir…');
    assert.equal(await textOf('site/b.zip!/a.php', 5), 'first');
  });

  it('may turn out to be a file of the disk with such a name', async () => {
    assert.equal(await textOf('site/odd!/plain.php', 4), 'plai…');
  });

  it('is not found where there is none', async () => {
    for (const path of ['b.zip!/x.php', 'b.zip!/a.php!/b', 'none.zip!/a.php', 'b.zip!/inner.zip!/x.php']) {
      await assert.rejects(textOf(`site/${path}`), { code: /ENOENT|ENOTDIR/ }, path);
    }
  });
});

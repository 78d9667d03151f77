import assert from 'node:assert/strict';
import { zipOf } from '../../../support/archives';
import { FakeDisk } from '../../../support/fakeDisk';
import { auditSite, type SiteAudit } from '../../../../server/src/site/auditSite';
import { readFiles } from '../../../../server/src/site/readSite';
import type { KnownFiles, ReadFile, ReadFilesElsewhere } from '../../../../server/src/site/siteModel';

const ODD = zipOf([{ name: 'wp-1ogin.php', content: '<?php echo 1;' }]);
const BIGGER = zipOf([
  { name: 'wp-1ogin.php', content: '<?php echo 1;' },
  { name: 'wp-l0gin.php', content: '<?php echo 1;' },
]);

/** As the cache does: what was read goes through JSON. */
function kept(read: readonly ReadFile[]): KnownFiles {
  const files = JSON.parse(JSON.stringify(read)) as ReadFile[];
  return new Map(files.map((each) => [each.file.path, each]));
}

async function auditTwice(disk: FakeDisk, change: () => void): Promise<readonly [SiteAudit, SiteAudit]> {
  let read: readonly ReadFile[] = [];
  const first = await auditSite(disk, 'site', {}, { onRead: (files) => (read = files) });
  change();
  disk.reads.length = 0;
  return [first, await auditSite(disk, 'site', {}, { known: kept(read) })];
}

const titles = ({ findings }: SiteAudit): string[] => findings.map(({ title, detail }) => `${title} ${detail}`);

describe('Archives that were read before', () => {
  it('are not read again while they are as they were', async () => {
    const disk = new FakeDisk({ 'site/b.zip': ODD, 'site/index.html': Buffer.from('x') });
    const [first, second] = await auditTwice(disk, () => undefined);
    assert.equal(first.findings.length, 1);
    assert.deepEqual(titles(second), titles(first));
    assert.deepEqual(second.archives, first.archives);
    assert.deepEqual(disk.reads, []);
  });

  it('are read again when they changed', async () => {
    const disk = new FakeDisk({ 'site/b.zip': ODD });
    const [, second] = await auditTwice(disk, () => disk.files.set('site/b.zip', BIGGER));
    assert.equal(second.findings.length, 2);
  });
});

describe('Archives, when other threads read files too', () => {
  it('are all read, with the same result', async () => {
    const large = Buffer.alloc(3 * 1024 * 1024, 'x');
    const disk = new FakeDisk({ 'site/a.zip': ODD, 'site/b.zip': BIGGER, 'site/c.txt': large, 'site/d.zip': ODD });
    const elsewhere: ReadFilesElsewhere = {
      threads: 2,
      read: async (root, files, known) => {
        const read = await readFiles(disk, root, files, { known: kept(known) });
        // What comes from another thread is a copy.
        return structuredClone(read);
      },
    };
    const alone = await auditSite(disk, 'site');
    const together = await auditSite(disk, 'site', {}, { readElsewhere: elsewhere });
    assert.equal(alone.findings.length, 4);
    assert.deepEqual(titles(together), titles(alone));
    assert.deepEqual(together.archives, alone.archives);
  });
});

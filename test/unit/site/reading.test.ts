import assert from 'node:assert/strict';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { auditSiteFolder } from '../../../server/src/auditSiteFolder';
import { nodeDisk } from '../../../server/src/nodeDisk';
import { auditSite, type SiteAudit } from '../../../server/src/site/auditSite';
import { readFiles } from '../../../server/src/site/readSite';
import { shareOut } from '../../../server/src/site/shareOut';
import { kindOfName } from '../../../server/src/site/fileKind';
import { readContent } from '../../../server/src/site/readContent';
import type { KnownFiles, ReadFile, ReadFilesElsewhere } from '../../../server/src/site/siteModel';
import { heldBytes } from '../../fuzz/site/heldBytes';
import { TemporaryFolder } from '../../support/temporaryFolder';
import { type Content, memoryDisk } from './memoryDisk';

/** Split, so that no virus scanner takes the test for what it tests. */
const RUN = ['<?php ev', "al($_POST['c']);"].join('');
const HARMLESS = "<?php echo date('Y');  ";

const at = (content: string, modified = 0): Content => ({ content, modified });
const titles = ({ findings }: SiteAudit): string[] => findings.map(({ title }) => title).toSorted();

/** What the first audit leaves for the second. */
async function known(files: Record<string, Content>): Promise<KnownFiles> {
  let read: readonly ReadFile[] = [];
  await auditSite(memoryDisk(files), '/site', {}, { onRead: (all) => (read = all) });
  // Through JSON, as it is kept.
  const kept = JSON.parse(JSON.stringify(read)) as ReadFile[];
  return new Map(kept.map((each) => [each.file.path, each]));
}

describe('Auditing a site again', () => {
  const FILES = { 'index.html': '<p>', 'l.php': at(RUN), 'a.php': at(HARMLESS), 'p.png': 'x' };

  it('reads nothing that has not changed, and finds the same', async () => {
    const first = await auditSite(memoryDisk(FILES), '/site');
    const disk = memoryDisk(FILES);
    const second = await auditSite(disk, '/site', {}, { known: await known(FILES) });
    assert.deepEqual(titles(second), titles(first));
    assert.equal(second.unchanged, 4);
    assert.equal(disk.reads.size, 0);
  });

  it('reads what changed, though its size is the same', async () => {
    const changed = { ...FILES, 'a.php': at(RUN.padEnd(HARMLESS.length), 5) };
    const disk = memoryDisk(changed);
    const { findings, unchanged } = await auditSite(disk, '/site', {}, { known: await known(FILES) });
    assert.equal(unchanged, 3);
    assert.deepEqual([...disk.reads.keys()], ['/site/a.php']);
    assert.ok(findings.some(({ rule, places }) => rule === 'suspicious-code' && places[0]?.file === 'a.php'));
  });

  it('forgets what is gone, and sees what is new', async () => {
    const files = { 'index.html': '<p>', 'new.php': at(RUN) };
    const { findings } = await auditSite(memoryDisk(files), '/site', {}, { known: await known(FILES) });
    assert.deepEqual([...new Set(findings.map(({ places }) => places[0]?.file))], ['new.php']);
  });

  it('tries again what could not be read', async () => {
    const before = await known({ ...FILES, 'l.php': { content: RUN, unreadable: 'EACCES' } });
    const { findings, problems } = await auditSite(memoryDisk(FILES), '/site', {}, { known: before });
    assert.ok(findings.some(({ places }) => places[0]?.file === 'l.php'));
    assert.deepEqual(problems, []);
  });
});

describe('Reading a site in several threads', () => {
  const files = Object.fromEntries(
    Array.from({ length: 300 }, (_, n): [string, Content] => [`${n}/x.php`, RUN + ' '.repeat(20_000 + n)]),
  );

  it('finds what one thread finds', async () => {
    const shares: number[] = [];
    const readElsewhere: ReadFilesElsewhere = {
      threads: 2,
      read: async (root, walked, _known, onProgress) => {
        shares.push(walked.length);
        return readFiles(memoryDisk(files), root, walked, { onProgress });
      },
    };
    let done = 0;
    const options = { readElsewhere, onProgress: (progress: { files: number }) => (done = progress.files) };
    const shared = await auditSite(memoryDisk(files), '/site', {}, options);
    const alone = await auditSite(memoryDisk(files), '/site');
    assert.deepEqual(shared, alone);
    assert.deepEqual(shares, [100, 100]);
    assert.equal(done, 300);
  });

  it('starts none for a single file, however large', async () => {
    const readElsewhere: ReadFilesElsewhere = { threads: 2, read: () => assert.fail('a thread was started') };
    const disk = memoryDisk({ 'x.php': RUN + ' '.repeat(4_000_000) });
    assert.equal((await auditSite(disk, '/site', {}, { readElsewhere })).files, 1);
  });

  it('gives each about the same work', () => {
    const walked = Array.from({ length: 50 }, (_, n) => ({
      path: `${n}.php`,
      size: n * n * 1000,
      permissions: 0,
      modified: 0,
      changed: 0,
    }));
    const sizes = shareOut(walked, 3).map((share) => share.reduce((sum, { size }) => sum + size, 0));
    assert.ok(Math.max(...sizes) < Math.min(...sizes) * 1.1, String(sizes));
    assert.deepEqual(shareOut([], 3), [[], [], []]);
    assert.deepEqual(shareOut(walked.slice(0, 1), 2), [walked.slice(0, 1), []]);
  });
});

describe('What is kept of a file', () => {
  const LONG = 'a text of the file that nobody asks for. '.repeat(1000);
  const contents: Record<string, (n: number) => string> = {
    'a.php': (n) => `<?php // ${LONG}\nfunction a_function_with_a_long_name_${n}() { ${RUN.slice(5)} } ?>`,
    '.htaccess': (n) => `# ${LONG}\nRewriteRule a_long_name_${n} to_another_long_name.php\nOptions +ExecCGI\n`,
    'a.html': (n) => `<!-- ${LONG} --><a href="another_page_of_the_site_${n}.php">`,
    'a.js': (n) => `/* ${LONG} */ fetch("another_page_of_the_site_${n}.php")`,
  };

  for (const [name, contentOf] of Object.entries(contents)) {
    it(`does not hold its whole text: ${name}`, () => {
      readContent(name, kindOfName(name), Buffer.from(contentOf(0)));
      const before = heldBytes();
      // The engine itself remembers some texts that it searched, however many there were.
      const kept = Array.from({ length: 300 }, (_, n) =>
        readContent(name, kindOfName(name), Buffer.from(contentOf(n))),
      );
      const growth = heldBytes() - before;
      assert.ok(growth < (kept.length * LONG.length) / 2, String(growth));
    });
  }
});

describe('What files say', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => (folder = await TemporaryFolder.create()));
  afterEach(() => folder.remove());

  const audit = (exclude: readonly string[] = []): Promise<SiteAudit> =>
    auditSiteFolder(nodeDisk, {
      root: path.join(folder.path, 'site'),
      settings: {},
      exclude,
      cacheFolder: path.join(folder.path, 'cache'),
    });

  it('is kept from one audit to the next, outside the site', async () => {
    await folder.write('site/index.html', '<p>');
    await folder.write('site/l.php', RUN);
    assert.equal((await audit()).unchanged, 0);
    const again = await audit();
    assert.deepEqual([again.unchanged, again.files], [2, 2]);
    assert.ok(again.findings.length > 0);
  });

  it('is read anew when a file changed and its time was put back', async () => {
    await folder.write('site/l.php', HARMLESS.padEnd(100));
    const file = path.join(folder.path, 'site/l.php');
    const old = new Date('2020-01-01');
    await utimes(file, old, old);
    assert.deepEqual(
      (await audit()).findings.filter(({ rule }) => rule === 'suspicious-code'),
      [],
    );
    await writeFile(file, RUN.padEnd(100));
    await utimes(file, old, old);
    assert.ok((await audit()).findings.some(({ rule }) => rule === 'suspicious-code'));
  });

  it('is read anew when what was kept is damaged', async () => {
    await folder.write('site/l.php', RUN);
    await audit();
    const [name = ''] = await readdir(path.join(folder.path, 'cache'));
    const kept = await readFile(path.join(folder.path, 'cache', name), 'utf8');
    for (const damaged of [kept.slice(0, 50), '', '{}', 'null', kept.replace('"reader":"', '"reader":"other ')]) {
      await folder.write(`cache/${name}`, damaged);
      const { unchanged, findings } = await audit();
      assert.equal(unchanged, 0);
      assert.ok(findings.length > 0);
    }
  });

  it('does not include what the user leaves out, which is counted', async () => {
    await folder.write('site/index.html', '<p>');
    await folder.write('site/old/l.php', RUN);
    await folder.write('site/b.bak.php', RUN);
    const { excluded, findings, files } = await audit(['old/', '*.bak.php']);
    assert.deepEqual([excluded, findings.length, files], [2, 0, 1]);
  });

  it('of libraries is told only where it is urgent', async () => {
    await folder.write('site/index.html', '<p>');
    await folder.write('site/node_modules/a/.htaccess', 'php_flag allow_url_fopen on');
    await folder.write('site/vendor/b/l.php', RUN);
    const { quiet, findings } = await audit();
    assert.equal(quiet, 1);
    assert.deepEqual([...new Set(findings.map(({ places }) => places[0]?.file))], ['vendor/b/l.php']);
  });
});

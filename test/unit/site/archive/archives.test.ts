import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { runSiteCommand } from '../../../../server/src/cli/siteCommand';
import { auditSite, type SiteAudit } from '../../../../server/src/site/auditSite';
import { tarOf, type Packed, wpressOf, zipOf } from '../../../support/archives';
import { FakeDisk } from '../../../support/fakeDisk';

/** A back door of one line, put together here so that no virus scanner takes this file for one. */
const BACK_DOOR = ['<?php ev', 'al($_POST["c"]);'].join('');
const MAILER = "<?php mail('owner@example.jp', 's', $_POST['body']);";

/** A tar archive with a harmless `wp-1ogin.php`, a name that is a finding: `bzip2 -1`, `xz -6`. */
const TAR_BZ2 =
  'QlpoMTFBWSZTWRnSYigAADlbgMqAQANvDIQAauHegAwIIABURNTQBkZA0YmT9QJRQ0aNGQAGgG7T5CEwgVxe0g6mhAUFi4i9gjFEMpEL5RbbmpXx' +
  'ZgY6SU4ZbQYUZSUZCP0wBTdCKi7kinChIDOkxFA=';
const TAR_XZ =
  '/Td6WFoAAAFpIt42AgAhARYAAAB0L+Wj4Af/AFJdADucAaGq8cBvEORdGVXgCdGjdp8GE8THaZvMUtEN+YJoMPYRW+tQxHSquJ76i8fDxFMuwFwi' +
  'KRbWr0g10ESGoL5+rJH78znGjFMqlax7CIWaNwAAAAAyv3gKAAFqgBAAAADsH8WLPjANiwIAAAAAAVla';

type Files = Readonly<Record<string, string | Uint8Array>>;

function audit(files: Files, root = 'site'): Promise<SiteAudit> {
  const contents = Object.entries(files).map(([path, content]) => [`site/${path}`, Buffer.from(content)]);
  return auditSite(new FakeDisk(Object.fromEntries(contents)), root);
}

/** What an audit found, as `rule severity file`. */
async function found(files: Files, root?: string): Promise<string[]> {
  const { findings } = await audit(files, root);
  return findings.map(({ rule, severity, places }) => `${rule} ${severity} ${places[0]?.file}`).toSorted();
}

const SHELL: Packed = { name: 'wp-content/x.php', content: BACK_DOOR };
const PAGE: Packed = { name: 'index.html', content: '<a href="/contact/mail.php">contact</a>' };

describe('Archives of a site', () => {
  const kinds: Record<string, Uint8Array> = {
    'backup.zip': zipOf([PAGE, SHELL]),
    'backup.tar': tarOf(PAGE, SHELL),
    'backup.tar.gz': gzipSync(tarOf(PAGE, SHELL)),
    'backup.tgz': gzipSync(tarOf(PAGE, SHELL)),
    'named-like-nothing': zipOf([PAGE, SHELL]),
    'sizes-behind.zip': zipOf([PAGE, SHELL], { sizesFollow: true }),
    'large.zip': zipOf([PAGE, SHELL], { zip64: true }),
  };
  for (const [name, archive] of Object.entries(kinds)) {
    it(`are looked into: ${name}`, async () => {
      assert.deepEqual(await found({ 'index.html': 'x', [name]: archive }), [
        `suspicious-code error ${name}!/wp-content/x.php`,
      ]);
    });
  }

  for (const [name, archive] of Object.entries({ 'a.tar.bz2': TAR_BZ2, 'a.tar.xz': TAR_XZ })) {
    it(`are looked into: ${name}`, async () => {
      const files = { 'index.html': 'x', [name]: Buffer.from(archive, 'base64') };
      assert.deepEqual(await found(files), [`misleading-name error ${name}!/wp-1ogin.php`]);
    });
  }

  it('are looked into where a plugin made them: .wpress', async () => {
    const backup = wpressOf({ name: 'package.json', content: '{}' }, { ...SHELL, name: 'uploads/2021/x.php' }, PAGE);
    const { findings, archives, problems } = await audit({ 'site.wpress': backup });
    assert.deepEqual([...new Set(findings.map(({ places }) => places[0]?.file))], ['site.wpress!/uploads/2021/x.php']);
    assert.equal(archives[0]?.files, 3);
    assert.deepEqual(problems, []);
    const cut = await audit({ 'site.wpress': backup.subarray(0, backup.length - 4377 - 1) });
    assert.deepEqual(
      cut.problems.map(({ file, kind }) => `${file} ${kind}`),
      ['site.wpress unreadable', 'site.wpress!/index.html unreadable'],
    );
  });

  it('are said not to have been looked into where nothing here can read them: .jpa', async () => {
    const { problems } = await audit({ 'site.jpa': Buffer.from('JPA\u0013\u0000\u0001\u0002', 'latin1') });
    assert.match(problems[0]?.message ?? '', /JPA.*Unpack it first/);
  });

  it('are looked into one in the other, one level deep', async () => {
    const inner = { name: 'old/inner.zip', content: zipOf([SHELL]) };
    const innermost = { name: 'a.tgz', content: gzipSync(tarOf({ name: 'deep.zip', content: zipOf([SHELL]) })) };
    const { findings, problems } = await audit({ 'b.zip': zipOf([inner, innermost]) });
    assert.deepEqual(
      findings.map(({ places }) => places[0]?.file),
      ['b.zip!/old/inner.zip!/wp-content/x.php'],
    );
    assert.deepEqual(
      problems.map(({ file, kind }) => `${file} ${kind}`),
      ['b.zip!/a.tgz!/deep.zip limit'],
    );
  });

  it('say that what is in them does nothing until somebody restores it', async () => {
    const { findings } = await audit({ 'backup.zip': zipOf([SHELL]) });
    assert.match(findings[0]?.detail ?? '', /in the archive backup\.zip: nobody can call it there.*brings it back/);
    assert.match(findings[0]?.advice ?? '', /^Do not restore this backup/);
  });

  it('are not called infected for what an honest site may have', async () => {
    const { findings } = await audit({ 'b.zip': zipOf([{ name: 'mail.php', content: MAILER }]) }, 'site/b.zip');
    assert.equal(findings[0]?.rule, 'orphaned-mailer');
    assert.doesNotMatch(findings[0]?.advice ?? '', /restore/);
  });

  it('are silent about honest files', async () => {
    const honest = zipOf([PAGE, { name: 'wp-login.php', content: '<?php require __DIR__ . "/wp-load.php";' }]);
    assert.deepEqual(await found({ 'index.html': 'x', 'site.zip': honest, 'site.tar': tarOf(PAGE) }), []);
  });

  it('are counted, with what is in archives within them', async () => {
    const files = { 'b.zip': zipOf([PAGE, { name: 'i.zip', content: zipOf([SHELL]) }]), 'dump.sql.gz': gzipSync('x') };
    const { archives, files: count } = await audit(files);
    assert.deepEqual(archives, [{ file: 'b.zip', files: 3, bytes: PAGE.content.length + BACK_DOOR.length }]);
    assert.equal(count, 2);
  });

  it('lead to nothing of the live site, and nothing of it leads into them', async () => {
    const live = { 'index.html': 'closed', 'contact/mail.php': MAILER };
    const mailer = { name: 'contact/mail.php', content: MAILER };
    const alone = await found(live);
    assert.deepEqual(alone, ['orphaned-mailer warning contact/mail.php']);
    assert.deepEqual(await found({ ...live, 'b.zip': zipOf([PAGE]) }), alone);
    assert.deepEqual(await found({ ...live, 'b.zip': zipOf([{ ...PAGE, content: 'closed' }, mailer]) }), alone);
  });

  it('have no findings about what visitors reach, nor trifles', async () => {
    const members = [
      { name: 'mail.php', content: MAILER },
      { name: '.env', content: 'PASSWORD=x' },
      { name: 'aq.php', content: '<?php echo 1;' },
    ];
    const { findings, quiet } = await audit({ 'index.html': 'x', 'b.zip': zipOf(members) });
    assert.deepEqual(findings, []);
    assert.equal(quiet, 1);
  });

  it('are the site when the audit is asked for one', async () => {
    const archive = zipOf([{ name: 'index.html', content: 'x' }, { name: 'mail.php', content: MAILER }, SHELL]);
    const lines = await found({ 'backup.zip': archive }, 'site/backup.zip');
    assert.deepEqual(
      lines.map((line) => line.split(' ')).map(([rule, , file]) => `${rule} ${file}`),
      ['orphaned-mailer backup.zip!/mail.php', 'suspicious-code backup.zip!/wp-content/x.php'],
    );
  });

  it('are left alone when they are documents', async () => {
    const { archives } = await audit({ 'letter.docx': zipOf([SHELL]) });
    assert.deepEqual(archives, []);
  });

  it('have findings for each copy of a file, also of one that lies beside them', async () => {
    const files = { 'index.html': 'x', 'wp-content/x.php': BACK_DOOR, 'a.zip': zipOf([SHELL]), 'b.tar': tarOf(SHELL) };
    assert.deepEqual(await found(files), [
      'suspicious-code error a.zip!/wp-content/x.php',
      'suspicious-code error b.tar!/wp-content/x.php',
      'suspicious-code error wp-content/x.php',
    ]);
  });

  it('go on in the progress, behind the files of the folder', async () => {
    const members = Array.from({ length: 250 }, (_, n) => ({ name: `${n}.html`, content: 'x' }));
    const disk = new FakeDisk({ 'site/index.html': Buffer.from('x'), 'site/b.zip': zipOf(members) });
    const told: string[] = [];
    await auditSite(
      disk,
      'site',
      {},
      { onProgress: ({ phase, files, total }) => told.push(`${phase} ${files}/${total}`) },
    );
    assert.deepEqual(told.slice(-3), ['read 2/2', 'read 102/102', 'read 202/202']);
  });

  it('are in the JSON of the command line', async () => {
    const lines: string[] = [];
    const disk = new FakeDisk({ 'site/index.html': Buffer.from('x'), 'site/b.zip': zipOf([SHELL]) });
    const push = (line: string): void => void lines.push(line);
    assert.equal(await runSiteCommand(['site', '--json'], push, push, disk), 1);
    const { archives, findings } = JSON.parse(lines.join('\n')) as Pick<SiteAudit, 'archives' | 'findings'>;
    assert.deepEqual(archives, [{ file: 'b.zip', files: 1, bytes: BACK_DOOR.length }]);
    assert.deepEqual(
      findings.map(({ places: [place] }) => place && [place.file, place.line]),
      [['b.zip!/wp-content/x.php', 1]],
    );
  });
});

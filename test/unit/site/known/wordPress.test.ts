import assert from 'node:assert/strict';
import { auditSite } from '../../../../server/src/site/auditSite';
import { corePlace, isCoreFile, isNewerThanList } from '../../../../server/src/site/known/wordPress/coreFiles';
import { NEWEST_SERIES } from '../../../../server/src/site/known/wordPress/coreFileList';
import { memoryDisk, type Content } from '../memoryDisk';

type Files = Record<string, Content>;

const CODE = '<?php echo 1;';
const version = (number: string): string => `<?php $wp_version = '${number}';`;

async function unknown(files: Files): Promise<string[]> {
  const { findings } = await auditSite(memoryDisk(files), '/site');
  return findings
    .filter(({ rule }) => rule === 'unknown-core-file')
    .flatMap(({ severity, places }) => places.map(({ file }) => `${severity} ${file}`));
}

describe('The files of WordPress', () => {
  it('are known from the oldest to the newest release', () => {
    const known = [
      'wp-admin/admin-ajax.php',
      'wp-admin/import/b2.php',
      'wp-admin/includes/class-wp-upgrader.php',
      'wp-includes/class-snoopy.php',
      'wp-includes/version.php',
      'wp-includes/blocks/archives.php',
      'wp-includes/Requests/src/Auth/Basic.php',
    ];
    for (const path of known) assert.ok(isCoreFile(path), path);
    for (const path of ['wp-admin/l.php', 'wp-admin/ADMIN.php', 'wp-includes/.php', 'wp-admin:', '', 'index.php']) {
      assert.equal(isCoreFile(path), false, path);
    }
  });

  it('are looked for below the folder that WordPress is in', () => {
    assert.deepEqual(corePlace('wp-admin/a.php'), { root: '', path: 'wp-admin/a.php' });
    assert.deepEqual(corePlace('a/b/wp-includes/x/wp-admin/a.php'), {
      root: 'a/b',
      path: 'wp-includes/x/wp-admin/a.php',
    });
    for (const path of ['xwp-admin/a.php', 'wp-admin', 'wp-content/a.php']) assert.equal(corePlace(path), undefined);
  });

  it('may be more in a later series than in the list', () => {
    const [major = 0, minor = 0] = NEWEST_SERIES.split('.').map(Number);
    for (const newer of [`${major}.${minor + 1}`, `${major + 1}.0-alpha-5`, `${major + 1}`]) {
      assert.ok(isNewerThanList(newer), newer);
    }
    for (const older of [NEWEST_SERIES, `${NEWEST_SERIES}.9`, '2.9.2', '', 'x', '-1']) {
      assert.equal(isNewerThanList(older), false, older);
    }
  });
});

describe('The rule unknown-core-file', () => {
  const wordPress: Files = { 'wp-includes/version.php': version('6.5'), 'wp-admin/admin.php': CODE };

  it('finds programs that WordPress never had, whatever their names and depths', async () => {
    const strange = ['wp-admin/user-new2.php', 'wp-includes/images/smilies/a/x.php', 'wp-includes/css/.a.phtml'];
    const files = { ...wordPress, ...Object.fromEntries(strange.map((path) => [path, CODE])) };
    assert.deepEqual((await unknown(files)).toSorted(), strange.map((path) => `warning ${path}`).toSorted());
  });

  it('finds them in each WordPress of a site, also where its version file is gone', async () => {
    assert.deepEqual(
      await unknown({
        'a/wp-includes/version.php': version('4.9'),
        'a/wp-admin/x.php': CODE,
        'b/wp-admin/x.php': CODE,
      }),
      ['warning a/wp-admin/x.php'],
    );
    assert.deepEqual(await unknown({ 'b/wp-settings.php': CODE, 'b/wp-admin/x.php': CODE }), [
      'warning b/wp-admin/x.php',
    ]);
  });

  it('leaves plug-ins, files that are not run and folders of other programs alone', async () => {
    assert.deepEqual(
      await unknown({
        ...wordPress,
        'wp-admin/error_log': 'PHP Notice',
        'wp-admin/js/x.js': 'a()',
        'wp-includes/js/codepress/languages/php.css': '/* <?php */',
        'wp-content/plugins/a/wp-admin/x.php': CODE,
        'other/wp-admin/x.php': CODE,
        'wp-login2.php': CODE,
      }),
      [],
    );
  });

  it('says once, and as information, what it cannot tell of a newer version', async () => {
    const files = { 'wp-includes/version.php': version('99.1'), 'wp-admin/x.php': CODE, 'wp-includes/y.php': CODE };
    assert.deepEqual(await unknown(files), ['information wp-admin/x.php', 'information wp-includes/y.php']);
  });
});

import assert from 'node:assert/strict';
import { runSiteCommand } from '../../../../server/src/cli/siteCommand';
import { auditSite } from '../../../../server/src/site/auditSite';
import { memoryDisk, type Content } from '../memoryDisk';

type Files = Record<string, Content>;

async function products(files: Files): Promise<string[]> {
  const { products: found } = await auditSite(memoryDisk(files), '/site');
  return found.map(({ kind, name, version, path }) => `${kind} ${name} ${version} in /${path}`);
}

/** The file of each program that says its version, and what it says. */
const PROGRAMS: readonly (readonly [string, string, string])[] = [
  ['WordPress 6.5.2', 'wp-includes/version.php', "<?php\n$wp_version = '6.5.2';\n$wp_local_package = 'ja';"],
  ['WordPress 2.9', 'wp-includes/version.php', "<?php\n/** @global string */\n$wp_version = '2.9';"],
  [
    'Joomla 4.0.6',
    'libraries/src/Version.php',
    '<?php final class Version { const MAJOR_VERSION = 4; const MINOR_VERSION = 0; const PATCH_VERSION = 6; }',
  ],
  [
    'Joomla 2.5.28',
    'libraries/cms/version/version.php',
    "<?php class JVersion { public $RELEASE = '2.5'; public $DEV_LEVEL = '28'; }",
  ],
  ['Drupal 10.2.1', 'core/lib/Drupal.php', "<?php class Drupal { const VERSION = '10.2.1'; }"],
  ['Drupal 7.98', 'includes/bootstrap.inc', "<?php define('VERSION', '7.98');"],
  [
    'Movable Type 8.4.1',
    'lib/MT.pm',
    "package MT;\n( $PRODUCT_NAME, $PRODUCT_CODE, $PRODUCT_VERSION, $VERSION_ID ) = (\n 'MT Pro', 'MT',\n '8.4.1', '8.4.1' );",
  ],
  [
    'EC-CUBE 2.13.5',
    'data/class/SC_Initial.php',
    "<?php defined('ECCUBE_VERSION') || define('ECCUBE_VERSION', '2.13.5');",
  ],
  ['EC-CUBE 4.2.3', 'src/Eccube/Common/Constant.php', "<?php class Constant { const VERSION = '4.2.3'; }"],
  ['baserCMS 4.7.2', 'lib/Baser/VERSION.txt', '4.7.2\n\n変更履歴'],
  [
    'concrete 8.5.2',
    'concrete/config/concrete.php',
    "<?php return ['version' => '8.5.2', 'version_installed' => '8.5.2'];",
  ],
  [
    'phpMyAdmin 5.2.1',
    'libraries/classes/Version.php',
    "<?php namespace PhpMyAdmin; final class Version { public const VERSION = '5.2.1' . X; }",
  ],
  [
    'phpMyAdmin 4.8.5',
    'libraries/classes/Config.php',
    "<?php class Config { function v() { $this->set('PMA_VERSION', '4.8.5'); } }",
  ],
  ['XOOPS 2.5.11', 'include/version.php', "<?php define('XOOPS_VERSION', 'XOOPS 2.5.11');"],
  ['PukiWiki 1.5.4', 'lib/init.php', "<?php define('S_VERSION', '1.5.4');"],
];

describe('The products of a site', () => {
  for (const [product, file, text] of PROGRAMS) {
    it(`are told from their files: ${product}`, async () => {
      assert.deepEqual(await products({ [`blog/${file}`]: text }), [`program ${product} in /blog`]);
      assert.deepEqual(await products({ [file]: text }), [`program ${product} in /`]);
    });

    it(`are not told by a file that only has the same name: ${product}`, async () => {
      assert.deepEqual(await products({ [file]: "<?php $version = '1.0';" }), []);
      assert.deepEqual(await products({ [`x${file}`]: text }), []);
    });
  }

  it('include plug-ins and themes of WordPress, each once', async () => {
    const plugin = '<?php\n/*\nPlugin Name: Contact Form 7\nVersion: 5.9.3\n*/';
    assert.deepEqual(
      await products({
        'wp-content/themes/own/style.css': `/*\nTheme Name: Own\nVersion: 1.2\n*/${' '.repeat(40_000)}`,
        'wp-content/plugins/cf7/wp-contact-form-7.php': plugin,
        'wp-content/plugins/cf7/z-pro.php': plugin.replace('Form 7', 'Form Pro'),
        'wp-content/plugins/cf7/readme.txt': 'Plugin Name: no',
        'wp-content/plugins/cf7/inc/deep.php': plugin,
        'wp-content/plugins/hello.php': '<?php /* Plugin Name: Hello Dolly */',
        'wp-includes/version.php': "<?php $wp_version = '6.5';",
      }),
      [
        'program WordPress 6.5 in /',
        'plugin Contact Form 7 5.9.3 in /wp-content/plugins/cf7',
        'plugin Hello Dolly undefined in /wp-content/plugins/hello.php',
        'theme Own 1.2 in /wp-content/themes/own',
      ],
    );
  });

  it('keep no more of a name and a version than such things have', async () => {
    const header = `<?php /*\nPlugin Name: ${'n'.repeat(150)}\nVersion: ${'1.'.repeat(90)}\n*/`;
    const [found] = await products({ 'wp-content/plugins/a/a.php': header });
    assert.match(found ?? '', /^plugin n{80} [1.]{24} in/);
  });

  it('are said by the command, and cannot act on the terminal', async () => {
    const files = {
      'blog/wp-includes/version.php': "<?php $wp_version = '6.5';",
      'wp-content/plugins/a/a.php': '<?php /*\nPlugin Name: a\u001b[2Jb\n*/',
    };
    const out: string[] = [];
    await runSiteCommand(['/site'], (line) => out.push(line), assert.fail, memoryDisk(files));
    assert.ok(out.includes('WordPress 6.5 in /blog'), out.join('\n'));
    assert.ok(out.some((line) => line.startsWith('Plug-in a') && !line.includes('\u001b')));
  });

  it('make phpMyAdmin a tool that must not lie open', async () => {
    const text = PROGRAMS.find(([name]) => name === 'phpMyAdmin 5.2.1')?.[2] ?? '';
    const { findings } = await auditSite(memoryDisk({ 'pma/libraries/classes/Version.php': text }), '/site');
    const tool = findings.find(({ rule }) => rule === 'dangerous-tool');
    assert.equal(tool?.title, '/pma is phpMyAdmin 5.2.1, a tool with power over the site');
  });
});

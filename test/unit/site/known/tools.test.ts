import assert from 'node:assert/strict';
import { findTool } from '../../../../server/src/site/known/tools/findTool';
import { readPhp } from '../../../../server/src/site/php/readPhp';
import { auditSite } from '../../../../server/src/site/auditSite';
import { memoryDisk, type Content } from '../memoryDisk';
import { endsSoon } from '../../../support/endsSoon';

function functions(...names: string[]): string {
  return names.map((name) => `function ${name}($x){return $x;}`).join('\n');
}

const ADMINER = `<?php
/** Adminer - Compact database management
* @version 4.7.7 */
${functions('idf_unescape', 'auth_url', 'queries_redirect', 'dump_csv', 'apply_queries', 'password_file')}
if(function_exists("adminer_object")) adminer_object();
cookie("adminer_version", 1); $_COOKIE["adminer_permanent"]; $_GET["adminer_import"];`;

const FILE_MANAGER = `<?php define('VERSION', '2.4.7');
${functions('fm_rdelete', 'fm_rcopy', 'fm_clean_path', 'fm_get_parent_path', 'fm_enc', 'fm_mkdir', 'fm_rename')}
fm_rename($_GET['p'], $_GET['to']);`;

/** The recognisable parts of each tool, written anew. */
const TOOLS: Readonly<Record<string, string>> = {
  'Adminer 4.7.7': ADMINER,
  'Adminer 5.4.1': ADMINER.replace('* @version 4.7.7', '').replace(
    '<?php',
    '<?php namespace Adminer; const VERSION="5.4.1";',
  ),
  'Adminer 3.3.4': ADMINER.replace('* @version 4.7.7', '').concat('$ga="3.3.4";'),
  'Tiny File Manager 2.4.7': FILE_MANAGER,
  'phpMiniAdmin 1.9.2': `<?php $VERSION='1.9.2'; ${functions('do_sql', 'display_select', 'print_cfg', 'get_db_select', 'savecfg')} ?><title>phpMiniAdmin</title>`,
  elFinder: `<?php require './autoload.php';
    $connector = new elFinderConnector(new elFinder($opts)); $connector->run();`,
  'KCFinder 3.12': `<?php /** @version 3.12 */ require "core/bootstrap.php";
    $browser = "kcfinder\\\\browser"; $browser = new $browser(); $browser->action();`,
  'KCFinder 2.51': `<?php /** This file is part of KCFinder @version 2.51 */
    require "core/autoload.php"; $uploader = new uploader(); $uploader->upload();`,
  'BigDump 0.36b': `<?php define ('VERSION','0.36b'); ${functions('skin_open', 'skin_close')} ?><title>BigDump ver. <?= VERSION ?></title>`,
  'Search Replace DB 4.1.3':
    '<?php /* Safe Search and Replace on Database with Serialized Data v4.1.3 */ class icit_srdb_ui extends icit_srdb {}',
  'Duplicator installer 1.5.11.2':
    "<?php class DUPX_Bootstrap { const ARCHIVE_FILENAME = 'a.zip'; const VERSION = '1.5.11.2'; }",
  'jQuery File Upload example':
    "<?php error_reporting(E_ALL); require('UploadHandler.php'); $upload_handler = new UploadHandler();",
  'MySQLDumper 1.24.4': "<?php if (!defined('MSD_VERSION')) define('MSD_VERSION','1.24.4');",
  'WP File Manager 8.0.3': `<?php /**
  Plugin Name: WP File Manager
  Version: 8.0.3 */
    define('WP_FILE_MANAGER_PATH', 1); class mk_file_folder_manager {}`,
  'phpinfo()': '<html><?php\n// what have we got\nphpinfo(); ?></html>',
};

function toolIn(text: string): string | undefined {
  const tool = findTool(text, readPhp(text));
  return tool && [tool.name, tool.version].filter((part) => part !== undefined).join(' ');
}

/** What runs the code of a visitor. */
const SHELL = ['ev', "al($_POST['x']);"].join('');

async function found(files: Record<string, Content>): Promise<string[]> {
  const { findings } = await auditSite(memoryDisk({ 'index.html': 'x', ...files }), '/site');
  return findings.map(({ rule, severity, title }) => `${rule} ${severity} ${title}`).toSorted();
}

describe('Tools with power over a site', () => {
  for (const [name, text] of Object.entries(TOOLS)) {
    it(`are told by their code: ${name}`, () => assert.equal(toolIn(text), name));

    it(`are no mere tools with a back door inside: ${name}`, () => {
      const withShell = text.includes('?>') ? `${text}<?php ${SHELL}` : text + SHELL;
      assert.equal(toolIn(withShell), undefined);
    });

    it(`are not told by words in a comment or a text: ${name}`, () => {
      const words = text.replaceAll(/<\?(?:php|=)|\?>|\*\//g, ' ');
      assert.equal(toolIn(`<?php /* ${words} */ echo 1;`), undefined);
      assert.equal(toolIn(`<?php echo '${words.replaceAll(/['\\\\]/g, ' ')}';`), undefined);
    });
  }

  it('are not the templates, libraries and pages that look like them', () => {
    const others = [
      "<?php class DUPX_Bootstrap { const ARCHIVE_FILENAME = '@@ARCHIVE@@'; }",
      '<?php class UploadHandler { function post() { return new UploadHandler; } }',
      "<?php require('UploadHandler.php'); if (!isset($_SESSION['user'])) exit; $u = new UploadHandler(['accept_file_types' => '/x/']);",
      "<?php session_start(); if (empty($_SESSION['login'])) { header('Location: login.php'); exit; } require './autoload.php'; $c = new elFinderConnector(new elFinder($o)); $c->run();",
      '<?php class Page { function info() { phpinfo(); } }',
      '<?php check_login(); phpinfo();',
      "<?php if (function_exists('adminer_object')) { include 'adminer.php'; }",
    ];
    for (const text of others) assert.equal(toolIn(text), undefined, text);
  });

  it('take no version that is longer than one', () => {
    assert.equal(toolIn(FILE_MANAGER.replace('2.4.7', '2'.repeat(5_000))), 'Tiny File Manager');
  });

  it('are looked for in linear time', async () => {
    const text = `<?php ${'adminer_object '.repeat(60_000)} ${'require "core/'.repeat(20_000)}`;
    const facts = readPhp('<?php');
    await endsSoon(() => findTool(text, facts));
  });
});

describe('The rule dangerous-tool', () => {
  it('names the tool and its version instead of a web shell', async () => {
    assert.deepEqual(await found({ 'db/adminer.php': ADMINER }), [
      'dangerous-tool warning adminer.php is Adminer 4.7.7, a tool with power over the site',
    ]);
  });

  it('leaves a shell a shell that has a tool around it', async () => {
    const all = await found({ 'adminer.php': ADMINER + SHELL });
    assert.deepEqual(
      all.map((each) => each.split(' ').slice(0, 2).join(' ')),
      ['suspicious-code error'],
    );
  });

  it('has one finding for the files of one tool in a folder', async () => {
    const tool = TOOLS['KCFinder 3.12'] ?? '';
    const upload = tool.replaceAll('browser', 'uploader').replace('action', 'upload');
    assert.equal((await found({ 'kc/browse.php': tool, 'kc/upload.php': upload })).length, 1);
    assert.equal((await found({ 'kc/browse.php': tool, 'kc2/upload.php': upload })).length, 2);
  });

  it('takes pages with the settings for no more than good to know, and files that are not run for nothing', async () => {
    assert.deepEqual(await found({ 'info.php': TOOLS['phpinfo()'] ?? '' }), [
      'dangerous-tool information info.php shows the settings of the server to everybody',
    ]);
    assert.deepEqual(await found({ 'connector.minimal.php-dist': TOOLS['elFinder'] ?? '' }), []);
  });
});

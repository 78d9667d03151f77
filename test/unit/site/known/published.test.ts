import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { auditSite, type SiteAudit } from '../../../../server/src/site/auditSite';
import { checksumSource } from '../../../../server/src/site/known/published/checksumSource';
import type { PublishedFiles } from '../../../../server/src/site/known/published/publishedFiles';
import { readCoreChecksums, readPluginChecksums } from '../../../../server/src/site/known/published/readChecksums';
import type { Product } from '../../../../server/src/site/known/products/product';
import { memoryDisk } from '../memoryDisk';

const MD5 = 'd41d8cd98f00b204e9800998ecf8427e';

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

const CORE: Readonly<Record<string, string>> = {
  'index.php': "<?php require 'wp-blog-header.php';\n",
  'wp-load.php': '<?php function load() {}\n',
  'wp-admin/about.php': '<?php function about() {}\n',
  'wp-admin/admin.php': '<?php function admin() {}\n',
  'wp-admin/menu.php': '<?php function menu() {}\n',
  'wp-admin/post.php': '<?php function post() {}\n',
  'wp-includes/cache.php': '<?php function cache() {}\n',
  'wp-includes/option.php': '<?php function option() {}\n',
  'wp-content/plugins/hello.php': '<?php /* Plugin Name: Hello */\n',
};

function release(folder: string, files = CORE, kind: PublishedFiles['kind'] = 'program'): PublishedFiles {
  const checksums = Object.entries(files).map(([path, text]) => [path, [md5(text)]] as const);
  return { kind, name: 'WordPress 6.5.2', folder, files: Object.fromEntries(checksums) };
}

async function audit(site: Readonly<Record<string, string>>, ...published: PublishedFiles[]): Promise<SiteAudit> {
  return auditSite(memoryDisk(site), '/site', {}, { published });
}

function found({ findings }: SiteAudit): string[] {
  return findings
    .filter(({ rule }) => rule === 'differs-from-clean-copy')
    .map(({ severity, title }) => `${severity} ${title}`)
    .toSorted();
}

/** Where the checksums of a product are; `undefined` where nobody is asked. */
function url(product: Partial<Product>): string | undefined {
  return checksumSource({ kind: 'program', name: 'WordPress', path: '', ...product })?.url;
}

function rules({ findings }: SiteAudit): string[] {
  return findings.map(({ rule, places }) => `${rule} ${places[0]?.file}`);
}

describe('Checksums that WordPress.org publishes', () => {
  it('are read', () => {
    assert.deepEqual(readCoreChecksums(`{"checksums":{"wp-load.php":"${MD5.toUpperCase()}"}}`), {
      'wp-load.php': [MD5],
    });
    const files = { 'a.php': { md5: MD5, sha256: 'x' }, 'b/c.php': { md5: [MD5, MD5] } };
    assert.deepEqual(readPluginChecksums(JSON.stringify({ plugin: 'a', files })), {
      'a.php': [MD5],
      'b/c.php': [MD5, MD5],
    });
  });

  for (const [what, text] of Object.entries({
    'no JSON': '<html>',
    'a version that there never was': '{"checksums":false}',
    'no object': '[]',
    'a list': '{"checksums":["a.php"]}',
    nothing: '{"checksums":{}}',
    'another checksum': '{"checksums":{"a.php":"sha1"}}',
    'no checksum': '{"checksums":{"a.php":[]}}',
    'a path that leads out': `{"checksums":{"a/../../b.php":"${MD5}"}}`,
    'an absolute path': `{"checksums":{"/etc/passwd":"${MD5}"}}`,
    'a path of Windows': `{"checksums":{"a\\\\b.php":"${MD5}"}}`,
    'a path that is endless': `{"checksums":{"${'a'.repeat(2000)}":"${MD5}"}}`,
    'a path that is none': `{"checksums":{"__proto__":"${MD5}"}}`,
    'more files than a release has': JSON.stringify({
      checksums: Object.fromEntries(Array.from({ length: 50_001 }, (_, index) => [`${index}.php`, MD5])),
    }),
  })) {
    it(`are none in an answer with ${what}`, () => assert.equal(readCoreChecksums(text), undefined));
  }

  it('are asked for by version, language edition and slug, and by nothing else that a site says', () => {
    const core = 'https://api.wordpress.org/core/checksums/1.0/?version=';
    assert.equal(url({ version: '6.5.2', locale: 'ja' }), `${core}6.5.2&locale=ja`);
    assert.equal(url({ version: '6.5' }), `${core}6.5&locale=en_US`);
    assert.equal(url({ version: '6.5', locale: '&x=1' }), `${core}6.5&locale=en_US`);
    assert.equal(url({ version: '6.5&locale=de' }), undefined);
    assert.equal(url({}), undefined);
    assert.equal(url({ name: 'Joomla', version: '4.0' }), undefined);
    const plugin = { kind: 'plugin', name: 'Form', version: '5.1', path: 'wp-content/plugins/contact-form-7' } as const;
    assert.equal(url(plugin), 'https://downloads.wordpress.org/plugin-checksums/contact-form-7/5.1.json');
    assert.equal(url({ ...plugin, path: 'wp-content/plugins/hello.php' }), undefined);
    assert.equal(
      url({ ...plugin, path: 'wp-content/plugins/../x' }),
      'https://downloads.wordpress.org/plugin-checksums/x/5.1.json',
    );
  });
});

describe('A site beside the checksums of its release', () => {
  const site: Record<string, string> = {
    ...CORE,
    'wp-admin/about.php': '<?php function about() {} b();\n',
    'wp-admin/admin.php': CORE['wp-admin/admin.php']!.replaceAll('\n', '\r\n'),
    'wp-admin/new.php': '<?php echo 1;\n',
    'wp-own.php': '<?php echo 2;\n',
    'wp-config.php': "<?php define('DB_NAME', 'x');\n",
    'own.php': '<?php echo 3;\n',
    'wp-content/plugins/own/own.php': '<?php /* Plugin Name: Own */\n',
  };
  delete site['wp-includes/cache.php'];

  for (const folder of ['', 'blog']) {
    it(`says what was changed, added and is missing, in /${folder}`, async () => {
      const below = Object.entries(site).map(([path, text]) => [folder === '' ? path : `${folder}/${path}`, text]);
      const result = await audit(Object.fromEntries(below), release(folder));
      assert.deepEqual(found(result), [
        'information Programs of WordPress 6.5.2 that are missing: 1',
        'warning about.php was changed: it is not as WordPress.org has it',
        'warning new.php was added: WordPress.org does not have it',
        'warning wp-own.php was added: WordPress.org does not have it',
      ]);
      assert.equal(result.published[0]?.lineEndings.length, 1);
      assert.equal(result.published[0]?.same.length, 5);
    });
  }

  it('does not take a carriage return that ends a comment for a line ending', async () => {
    const [clean, changed] = ['<?php // load();run($x);\n', '<?php // load();\rrun($x);\n'];
    const published = release('', { ...CORE, 'wp-load.php': clean });
    const { published: compared } = await audit({ ...CORE, 'wp-load.php': changed }, published);
    assert.deepEqual(compared[0]?.changed, ['wp-load.php']);
  });

  it('is said once where most programs differ', async () => {
    const other = Object.fromEntries(Object.entries(CORE).map(([path, text]) => [path, `${text}// other\n`]));
    assert.deepEqual(found(await audit(other, release(''))), [
      'warning 8 of 8 programs are not as WordPress.org has them for WordPress 6.5.2',
    ]);
  });

  it('is not wondered about where a file is as published, but a back door stays one', async () => {
    const backDoor = `<?php ${['ev', 'al'].join('')}($_POST['x']);`;
    const odd = { ...CORE, 'l.php': '<?php echo date("Y");', 'wp-admin/z.php': backDoor };
    const alone = rules(await audit(odd));
    assert.ok(alone.includes('misleading-name l.php') && alone.includes('suspicious-code wp-admin/z.php'));
    const compared = rules(await audit(odd, release('', odd)));
    assert.ok(!compared.includes('misleading-name l.php') && compared.includes('suspicious-code wp-admin/z.php'));
  });

  it('has nothing to say where all is as published', async () => {
    assert.deepEqual(found(await audit({ ...CORE, 'wp-config.php': '<?php\n' }, release(''))), []);
  });

  it('has every other program of a plug-in as an added one', async () => {
    const folder = 'wp-content/plugins/form';
    const plugin = { 'form.php': '<?php /* Plugin Name: Form */\n' };
    const files = { [`${folder}/form.php`]: plugin['form.php'], [`${folder}/inc/x.php`]: '<?php echo 1;\n' };
    assert.deepEqual(found(await audit(files, release(folder, plugin, 'plugin'))), [
      'warning x.php was added: WordPress.org does not have it',
    ]);
  });
});

import assert from 'node:assert/strict';
import { runSiteCommand } from '../../../../server/src/cli/siteCommand';
import { auditSite, type SiteAudit } from '../../../../server/src/site/auditSite';
import { ARCHIVE_LIMITS } from '../../../../server/src/site/archive/archiveLimits';
import { align } from '../../../../server/src/site/known/cleanCopy/align';
import { fingerprintOf } from '../../../../server/src/site/known/cleanCopy/fingerprint';
import { readCleanCopy } from '../../../../server/src/site/known/cleanCopy/readCleanCopy';
import { tarOf, zipOf, type Packed } from '../../../support/archives';
import { memoryDisk, type Content } from '../memoryDisk';

type Files = Record<string, Content>;
type Texts = Record<string, string>;

const LOADS = '<?php\nrequire __DIR__ . "/x.php";\n';
const CORE: Texts = {
  'index.php': LOADS,
  'wp-admin/about.php': '<?php function a() {}\n',
  'wp-admin/admin.php': '<?php function b() {}\n',
  'wp-admin/js/a.js': 'a();\n',
  'wp-includes/version.php': "<?php\n$wp_version = '6.5';\n",
  'wp-includes/cache.php': '<?php function c() {}\n',
  'wp-content/plugins/index.php': '<?php\n',
};

function below<Kind extends Content>(folder: string, files: Record<string, Kind>): Record<string, Kind> {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]));
}

/** Files of text as archives take them. */
function packed(files: Texts): Packed[] {
  return Object.entries(files).map(([name, content]) => ({ name, content }));
}

/** Compares a site with a clean copy that lies beside it on the disk. */
async function compare(site: Files, copy: Files | Buffer): Promise<SiteAudit> {
  const beside = Buffer.isBuffer(copy) ? { 'copy.zip': copy } : below('copy', copy);
  const disk = memoryDisk({ ...below('www', site), ...beside });
  const cleanCopy = Buffer.isBuffer(copy) ? '/site/copy.zip' : '/site/copy';
  return auditSite(disk, '/site/www', {}, { cleanCopy });
}

function differences({ findings }: SiteAudit): string[] {
  return findings
    .filter(({ rule }) => rule === 'differs-from-clean-copy')
    .map(({ severity, title, places }) => `${severity} ${places[0]?.file}: ${title}`)
    .toSorted();
}

function rules({ findings }: SiteAudit): string[] {
  return findings.map(({ rule, places }) => `${rule} ${places[0]?.file}`);
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const lent = new Uint8Array(size);
  for (let at = 0; at < bytes.length; at += size) {
    const piece = bytes.subarray(at, at + size);
    lent.set(piece);
    yield lent.subarray(0, piece.length);
    await Promise.resolve();
  }
}

function fingerprint(text: string): ReturnType<typeof fingerprintOf> {
  return fingerprintOf(inPieces(Buffer.from(text), 3));
}

describe('A fingerprint', () => {
  it('is the same for texts that differ only in line endings and at the ends of lines', async () => {
    const { sha256, text } = await fingerprint('<?php\n a();\n\nb();\n');
    for (const other of [
      '<?php\r\n a();\r\n\r\nb();\r\n',
      '<?php \n a();\t\n\nb();',
      '<?php\r\r\n a();\n\nb();\n\n\n',
    ]) {
      const its = await fingerprint(other);
      assert.deepEqual([its.text, its.sha256 === sha256], [text, false], JSON.stringify(other));
    }
  });

  it('is another one where white space can change what code does', async () => {
    const { text } = await fingerprint('<?php // a\nb();\n');
    for (const other of ['<?php //\na\nb();\n', '<?php // a\rb();\n', '<?php // a\n b();\n', '<?php // a\n\nb();\n']) {
      assert.notEqual((await fingerprint(other)).text, text, JSON.stringify(other));
    }
  });

  it('of a large file is that of its bytes', async () => {
    const { sha256, text } = await fingerprintOf(inPieces(Buffer.alloc(9_000_000, 'a\n'), 1 << 20));
    assert.deepEqual([sha256.length, text], [64, undefined]);
  });
});

describe('The place of a clean copy', () => {
  const paths = Object.keys(CORE);
  const within = (folder: string): string[] => paths.map((path) => folder + path);

  it('is found below folders of the site and of the copy', () => {
    assert.deepEqual(align(paths, paths), { site: '', clean: '' });
    assert.deepEqual(align(paths, within('wordpress/')), { site: '', clean: 'wordpress/' });
    assert.deepEqual(align([...within('public_html/blog/'), 'a.html'], within('w/x/')), {
      site: 'public_html/blog/',
      clean: 'w/x/',
    });
    assert.deepEqual(align(within('wp-content/plugins/cf7/'), within('cf7/')), {
      site: 'wp-content/plugins/',
      clean: '',
    });
  });

  it('is the uppermost of several', () => {
    assert.deepEqual(align([...within('b/old/'), ...within('a/')], paths), { site: 'a/', clean: '' });
  });

  it('is none where the two have hardly a file in common', () => {
    const others = Array.from({ length: 60 }, (_, number) => `shop/${number}.php`);
    assert.equal(align([...others, 'index.php'], paths.slice(1)), undefined);
    assert.equal(align([], paths), undefined);
    assert.equal(align(paths, []), undefined);
  });
});

describe('A site beside its clean copy', () => {
  const site: Files = {
    ...CORE,
    'wp-admin/about.php': '<?php function a() {} b();\n',
    'wp-admin/admin.php': '<?php function b() {}\r\n',
    'wp-admin/new.php': '<?php echo 1;\n',
    'wp-config.php': "<?php define('DB_NAME', 'x');\n",
    'wp-content/db.php': '<?php class x {}\n',
    'wp-content/plugins/own/own.php': '<?php /* Plugin Name: Own */\n',
    'wp-content/uploads/a.jpg': 'x',
  };
  delete site['wp-includes/cache.php'];

  for (const [kind, copy] of [
    ['a folder', CORE],
    ['a folder with another around it', below('wordpress', CORE)],
    ['a zip archive', zipOf(packed(below('wordpress', CORE)))],
    ['a tar archive', tarOf(...packed(below('wordpress', CORE)))],
  ] as const) {
    it(`differs as it does, be it ${kind}`, async () => {
      const audit = await compare(below('blog', site), copy);
      assert.deepEqual(
        { ...audit.cleanCopy, same: audit.cleanCopy?.same.length },
        {
          folder: 'blog',
          copy: {
            path: Buffer.isBuffer(copy) ? '/site/copy.zip' : '/site/copy',
            isArchive: Buffer.isBuffer(copy),
            folder: copy === CORE ? '' : 'wordpress',
          },
          same: 4,
          lineEndings: ['blog/wp-admin/admin.php'],
          changed: ['blog/wp-admin/about.php'],
          added: ['blog/wp-admin/new.php', 'blog/wp-config.php', 'blog/wp-content/db.php'],
          missing: ['blog/wp-includes/cache.php'],
          problems: [],
        },
      );
      assert.deepEqual(differences(audit), [
        'warning blog/wp-admin/about.php: about.php was changed: it is not as in the clean copy',
        'warning blog/wp-admin/new.php: new.php was added: the clean copy does not have it',
      ]);
    });
  }

  it('misses nothing that the user left out', async () => {
    const disk = memoryDisk({ ...below('www', CORE), ...below('copy', { ...CORE, 'wp-admin/x.php': '<?php' }) });
    const options = { cleanCopy: '/site/copy', exclude: (path: string) => path.startsWith('wp-admin/') };
    const { cleanCopy } = await auditSite(disk, '/site/www', {}, options);
    assert.deepEqual([cleanCopy?.missing, cleanCopy?.same.length], [[], 4]);
  });

  it('is of another version where most programs differ, which is said once', async () => {
    const older = Object.fromEntries(Object.entries(CORE).map(([path, text]) => [path, `${text}// older\n`]));
    const audit = await compare({ ...CORE, 'wp-admin/new.php': '<?php echo 1;' }, older);
    assert.equal(audit.cleanCopy?.changed.length, 7);
    assert.deepEqual(
      differences(audit).map((each) => each.split(' ')[0]),
      ['information'],
    );
  });
});

/** A few core files of the programs of which copies are compared, the one with the version first. */
const PROGRAMS: Readonly<Record<string, Texts>> = {
  'WordPress 6.5': { 'wp-includes/version.php': "<?php $wp_version = '6.5';", 'wp-includes/post.php': '<?php a();' },
  'Joomla 2.5.28': {
    'libraries/cms/version/version.php': "<?php class JVersion { public $RELEASE = '2.5'; public $DEV_LEVEL = '28'; }",
    'libraries/joomla/factory.php': '<?php a();',
  },
  'Drupal 7.98': {
    'includes/bootstrap.inc': "<?php define('VERSION', '7.98');",
    'modules/node/node.module': '<?php a();',
  },
  'Movable Type 8.4.1': {
    'lib/MT.pm':
      "package MT;\n( $PRODUCT_NAME, $PRODUCT_CODE, $PRODUCT_VERSION, $ID ) = (\n 'MT', 'MT', '8.4.1', '8.4' );",
    'lib/MT/App.pm': 'package MT::App;\nsub a {}\n1;\n',
    'mt.cgi': '#!/usr/bin/perl -w\nuse strict;\n',
  },
  'EC-CUBE 4.2.3': {
    'src/Eccube/Common/Constant.php': "<?php class Constant { const VERSION = '4.2.3'; }",
    'src/Eccube/Kernel.php': '<?php class Kernel {}',
  },
  'baserCMS 4.7.2': { 'lib/Baser/VERSION.txt': '4.7.2\n', 'lib/Baser/basics.php': '<?php a();' },
  'concrete 8.5.2': {
    'concrete/config/concrete.php': "<?php return ['version' => '8.5.2'];",
    'concrete/src/File/File.php': '<?php class File {}',
  },
};

describe('The core files of a program', () => {
  for (const [name, core] of Object.entries(PROGRAMS)) {
    it(`are compared with those of the copy: ${name}`, async () => {
      const files = Object.keys(core).slice(1);
      const changed = Object.fromEntries(files.map((path) => [path, `${core[path]} # changed\n`]));
      const other = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`page${index}.php`, '<?php']));
      const copy = zipOf(packed(below('program', { ...core, ...other })));
      const audit = await compare(below('shop', { ...core, ...other, ...changed }), copy);
      assert.deepEqual(
        audit.products.map((product) => `${product.name} ${product.version} in ${product.path}`),
        [`${name} in shop`],
      );
      assert.deepEqual(
        differences(audit).map((each) => each.split(': ')[0]),
        files.map((path) => `warning shop/${path}`).toSorted(),
      );
    });
  }
});

describe('A file that is as in the clean copy', () => {
  const shell = `<?php ${['ev', 'al'].join('')}($_POST['x']);`;
  const odd: Files = {
    ...CORE,
    'l.php': '<?php echo date("Y");',
    'mail.php': "<?php mail('owner@example.jp', 's', $_POST['body']);",
    'open.php': { content: '<?php echo 1;', permissions: 0o777 },
  };
  it('is not wondered about, but what is certain or holds for any file stays', async () => {
    const alone = rules(await auditSite(memoryDisk(odd), '/site'));
    const compared = await compare(odd, odd);
    assert.ok(alone.includes('misleading-name l.php'));
    assert.deepEqual(rules(compared).toSorted(), alone.filter((each) => each !== 'misleading-name l.php').toSorted());
    assert.ok(rules(compared).some((each) => each.startsWith('open-permissions')));
    assert.equal(compared.knownGood, 1);
  });

  it('stays a back door', async () => {
    const both = { ...CORE, 'wp-admin/z.php': shell };
    assert.ok(rules(await compare(both, both)).includes('suspicious-code wp-admin/z.php'));
  });
});

describe('A hostile clean copy', () => {
  it('leads nowhere by its links', async () => {
    const linked = {
      ...CORE,
      'wp-admin/about.php': { kind: 'link' as const },
      'wp-includes': { kind: 'link' as const },
    };
    delete (linked as Files)['wp-includes/version.php'];
    delete (linked as Files)['wp-includes/cache.php'];
    const { cleanCopy } = await compare(CORE, linked);
    assert.deepEqual([cleanCopy?.changed, cleanCopy?.added], [[], []]);
    assert.deepEqual(cleanCopy?.problems.map(({ file, kind }) => `${kind} ${file}`).toSorted(), [
      'link wp-admin/about.php',
      'link wp-includes',
    ]);
  });

  it('stands for no file by a name that leads elsewhere', async () => {
    const slip = { '../../www/wp-admin/new.php': '<?php echo 1;', '/wp-admin/new.php': '<?php echo 1;' };
    const audit = await compare({ ...CORE, 'wp-admin/new.php': '<?php echo 1;' }, zipOf(packed({ ...CORE, ...slip })));
    assert.equal(audit.cleanCopy?.same.includes('wp-admin/new.php'), false);
    assert.equal(audit.cleanCopy?.problems.length, 2);
  });

  it('is refused when it holds more than a site can', async () => {
    const disk = memoryDisk({ 'copy.zip': zipOf(packed(CORE)) });
    const read = (limits: object) => readCleanCopy(disk, '/site/copy.zip', undefined, { ...ARCHIVE_LIMITS, ...limits });
    assert.equal((await read({})).files.size, 7);
    await assert.rejects(read({ members: 3 }));
    await assert.rejects(read({ bytes: 50 }));
    const folder = memoryDisk(CORE);
    await assert.rejects(readCleanCopy(folder, '/site', undefined, { ...ARCHIVE_LIMITS, members: 3 }), /first 3 files/);
  });

  it('is refused when it is cut short', async () => {
    const whole = tarOf(...packed(CORE));
    const disk = memoryDisk({ 'copy.tar': whole.subarray(0, whole.length / 2) });
    await assert.rejects(readCleanCopy(disk, '/site/copy.tar'), /damaged/);
  });
});

async function run(...parameters: string[]): Promise<{ code: number; out: string; errors: string }> {
  const [out, errors]: string[][] = [[], []];
  const disk = memoryDisk({
    ...below('www', { ...CORE, 'wp-admin/new.php': '<?php echo 1;' }),
    ...below('copy', CORE),
    ...below('other', { 'a/b.html': 'x' }),
    'note.txt': 'no archive',
  });
  const code = await runSiteCommand(
    ['/site/www', ...parameters],
    (line) => out!.push(line),
    (line) => errors!.push(line),
    disk,
  );
  return { code, out: out!.join('\n'), errors: errors!.join('\n') };
}

describe('log-site-audit site --clean', () => {
  it('says what differs', async () => {
    const { code, out } = await run('--clean', '/site/copy');
    assert.equal(code, 1);
    assert.match(out, /7 files the same, 0 changed, 0 different only in line endings, 1 added, 0 missing/);
    const answer = JSON.parse((await run('--clean', '/site/copy', '--json')).out) as { cleanCopy: object };
    assert.deepEqual(answer.cleanCopy, {
      folder: '',
      same: 7,
      lineEndings: [],
      changed: [],
      added: ['wp-admin/new.php'],
      missing: [],
    });
  });

  for (const [wrong, why] of [
    ['none', /no such file/],
    ['note.txt', /neither a folder nor an archive/],
    ['other', /nothing in common/],
    ['www/', /the site itself/],
  ] as const) {
    it(`does nothing without a copy that it can use: ${wrong}`, async () => {
      const { code, out, errors } = await run('--clean', `/site/${wrong}`);
      assert.deepEqual([code, out], [2, '']);
      assert.match(errors, why);
    });
  }
});

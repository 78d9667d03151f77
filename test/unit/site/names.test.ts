import assert from 'node:assert/strict';
import { auditSite } from '../../../server/src/site/auditSite';
import { resembledName } from '../../../server/src/site/names/coreNames';
import { isRandomName } from '../../../server/src/site/names/randomName';
import { type Content, memoryDisk } from './memoryDisk';

type Files = Record<string, Content>;

const PROGRAM = "<?php echo date('Y');";
const PAGE = '<!DOCTYPE html><a href="shop.php">shop</a>';

/** A file that holds nothing but its size. */
function big(bytes: number): Content {
  return { content: Buffer.alloc(bytes, 'x') };
}

/** A file that everybody may change. */
function open(content = PROGRAM): Content {
  return { content, permissions: 0o777 };
}

async function found(files: Files): Promise<string[]> {
  const { findings } = await auditSite(memoryDisk({ 'index.html': PAGE, 'shop.php': PROGRAM, ...files }), '/site');
  return findings.map(({ rule, severity, places }) => `${rule} ${severity} ${places[0]?.file}`).toSorted();
}

describe('Names made to be overlooked', () => {
  const names: Record<string, string> = {
    'wp-l0gin.php': 'error',
    'wp-1ogin.php': 'error',
    'wp-conflg.php': 'warning',
    'wp-blog-heeader.php': 'warning',
    'wp-includes/wp-lgoin.php': 'warning',
    'photo.php.jpg': 'warning',
    'shop\u202Egpj.php': 'error',
    'shop.php ': 'warning',
    '.cache7/a.php': 'warning',
    'l.php': 'information',
    'css/12.php': 'information',
    'x8k2f9qz3.php': 'information',
  };
  for (const [name, severity] of Object.entries(names)) {
    it(`are found: ${JSON.stringify(name)}`, async () => {
      const all = await found({ [name]: PROGRAM });
      assert.ok(all.includes(`misleading-name ${severity} ${name}`), String(all));
    });
  }

  it('do not include those that programs have', async () => {
    const ordinary = [
      'wp-login.php',
      'wp-config-sample.php',
      'wp-content/plugins/a/wp-config-helper.php',
      'lang/en.php',
      '404.php',
      'js.php',
      'css/style.css.php',
      'lib/module.audio.mp3.php',
      'product2021.php',
      'sha256.php',
      'mb_convert.php',
    ];
    const all = await found(Object.fromEntries(ordinary.map((name) => [name, PROGRAM])));
    assert.deepEqual(
      all.filter((each) => each.startsWith('misleading-name')),
      [],
    );
  });

  it('are left alone where something on the site leads to them', async () => {
    assert.deepEqual(await found({ 'a.html': '<a href="l.php">l</a>', 'l.php': PROGRAM }), []);
  });

  it('resemble a file of WordPress by one edit or by signs that look alike', () => {
    assert.deepEqual(resembledName('a/wp-cr0n.php'), { name: 'wp-cron.php', lookalike: true });
    assert.deepEqual(resembledName('vvp-login.php'), { name: 'wp-login.php', lookalike: true });
    assert.deepEqual(resembledName('wp-logn.php'), { name: 'wp-login.php', lookalike: false });
    for (const name of ['wp-login.php', 'wp-pass.php', 'login.php', 'wp-logging.php', '']) {
      assert.equal(resembledName(name), undefined, name);
    }
  });

  it('look thrown together by a machine', () => {
    for (const name of ['x8k2f9q.php', 'qwrtpsdf.php', 'a1b2c3zz.php']) assert.ok(isRandomName(name), name);
    for (const name of ['contact.php', 'html5lib.php', 'tw_contact.php', 'index2.php', 'class.php']) {
      assert.ok(!isRandomName(name), name);
    }
  });
});

describe('Secrets that anybody can fetch', () => {
  it('are found', async () => {
    const secrets: Files = {
      '.env': 'DB_PASSWORD=x',
      'wp-config.php.bak': '<?php',
      'wp-config.php~': '<?php',
      '.git/config': '[core]',
      'dump.sql': big(20_000),
      'backup-2021.zip': big(1_100_000),
      id_rsa: 'key',
    };
    const all = await found(secrets);
    for (const path of Object.keys(secrets)) assert.ok(all.includes(`exposed-secret warning ${path}`), path);
  });

  it('do not include examples, set-up files, and what is locked or lies beside the site', async () => {
    const files: Files = {
      'public_html/index.html': PAGE,
      'public_html/.env.example': 'X=',
      'public_html/install/sql/mysql.sql': big(90_000),
      'public_html/tests/.env': 'X=1',
      'public_html/private/.htaccess': 'Require all denied',
      'public_html/private/dump.sql': big(90_000),
      'backup.zip': big(1_100_000),
    };
    assert.deepEqual(
      (await found(files)).filter((each) => each.startsWith('exposed')),
      [],
    );
  });
});

describe('Permissions, times and left mail', () => {
  it('tell of programs that everybody may change', async () => {
    const files: Files = {
      'about.php': open(),
      'wp-config.php': { content: '<?php', permissions: 0o666 },
    };
    assert.deepEqual(await found(files), ['open-permissions warning wp-config.php']);
  });

  it('say nothing where the disk keeps no permissions', async () => {
    assert.deepEqual(
      (await found({ 'index.html': open(PAGE), 'shop.php': open(), 'a.php': open() })).filter((each) =>
        each.startsWith('open'),
      ),
      [],
    );
  });

  it('tell of mail that could not be delivered', async () => {
    assert.deepEqual(await found({ 'dead.letter': 'From x' }), ['mail-leftover information dead.letter']);
  });
});

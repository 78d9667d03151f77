import assert from 'node:assert/strict';
import { auditSite } from '../../../server/src/site/auditSite';
import type { SiteHardening } from '../../../server/src/site/hardening';
import { type Content, memoryDisk } from './memoryDisk';

const PROGRAM = "<?php echo date('Y');";
const MAILER = '<?php mail("owner@example.jp", "x", $_POST["body"]);';
const PICTURE = 'GIF89a';

async function hardeningOf(files: Record<string, Content>): Promise<SiteHardening> {
  return (await auditSite(memoryDisk({ 'index.html': '<p>shop', ...files }), '/site')).hardening;
}

/** What an audit says of the only upload folder of a site with such an .htaccess in it. */
async function isPhpOff(text: string): Promise<boolean | undefined> {
  const { uploadFolders } = await hardeningOf({ 'upload/.htaccess': text, 'upload/a.gif': PICTURE });
  return uploadFolders[0]?.isPhpOff;
}

describe('The switches of PHP that a site has', () => {
  it('are those that hold where a file sets one again and again', async () => {
    const { switches } = await hardeningOf({ 'php.ini': 'expose_php = On\nEXPOSE_PHP = Off\nenable_dl = On\n' });
    assert.deepEqual(
      switches.map(({ name, value, line }) => [name, value, line]),
      [
        ['expose_php', 'Off', 2],
        ['enable_dl', 'On', 3],
      ],
    );
  });

  it('are told with file, line, value, and whether they stand as they should', async () => {
    const { switches } = await hardeningOf({
      'php.ini':
        '; settings\nallow_url_fopen = On ; needed\nAllow_URL_Include = "1"\nmemory_limit = 1G\nexpose_php=off\nenable_dl=\'On\'',
      'a/.user.ini': 'auto_prepend_file = /home/u/evil.php\nauto_append_file = none',
      'b/.htaccess':
        '<IfModule mod_php.c>\n  php_flag display_errors on\n</IfModule>\nphp_value disable_functions exec,system',
    });
    assert.deepEqual(
      switches.map(
        ({ file, line, column, name, value, isSafe }) => `${file}:${line}:${column} ${name}=${value} ${isSafe}`,
      ),
      [
        'a/.user.ini:1:1 auto_prepend_file=/home/u/evil.php false',
        'a/.user.ini:2:1 auto_append_file=none true',
        'b/.htaccess:2:3 display_errors=on false',
        'b/.htaccess:4:1 disable_functions=exec,system true',
        'php.ini:2:1 allow_url_fopen=On false',
        'php.ini:3:1 allow_url_include=1 false',
        'php.ini:5:1 expose_php=off true',
        'php.ini:6:1 enable_dl=On false',
      ],
    );
  });
});

describe('A switch of PHP for a part of a site', () => {
  it('takes nothing away from what holds for all of it', async () => {
    const ini = 'allow_url_include = On\n[PATH=/home/u/web/a]\nallow_url_include = Off\n';
    const { switches } = await hardeningOf({ 'php.ini': ini });
    assert.deepEqual(
      switches.map(({ value, isSafe, line }) => [value, isSafe, line]),
      [
        ['On', false, 1],
        ['Off', true, 3],
      ],
    );
  });
});

describe('The upload folders of a site', () => {
  it('are the outermost ones, and none of a program’s own', async () => {
    const { uploadFolders } = await hardeningOf({
      'wp-content/uploads/2021/images/a.gif': PICTURE,
      'wp-content/plugins/gallery/images/b.gif': PICTURE,
      'wp-includes/images/c.gif': PICTURE,
      'shop/images/d.gif': PICTURE,
      'shop/data.txt': 'x',
    });
    assert.deepEqual(
      uploadFolders.map(({ path }) => path),
      ['shop/images', 'wp-content/uploads'],
    );
  });

  it('have addresses that begin at the document root', async () => {
    const { uploadFolders } = await hardeningOf({
      'example.jp/public_html/index.html': '<p>shop',
      'example.jp/public_html/wp-content/uploads/a.gif': PICTURE,
    });
    assert.deepEqual(
      uploadFolders.map(({ address }) => address),
      ['wp-content/uploads'],
    );
  });

  it('say how many programs in them the site leads to', async () => {
    const { uploadFolders } = await hardeningOf({
      'index.html': '<a href="images/show.php">pictures</a>',
      'images/show.php': PROGRAM,
      'images/hidden.php': PROGRAM,
      ...Object.fromEntries(Array.from({ length: 5 }, (_, at) => [`images/${at}.gif`, PICTURE])),
    });
    assert.deepEqual(uploadFolders, [{ path: 'images', address: 'images', isPhpOff: false, ownPrograms: 1 }]);
  });

  it('are known to be without PHP by what their .htaccess says', async () => {
    for (const text of [
      '<FilesMatch "\\.(?:php|phtml)$">\n  Require all denied\n</FilesMatch>',
      '<Files *.php>\n  Order Deny,Allow\n  Deny from all\n</Files>',
      '<FilesMatch "(?i)\\.ph(p|tml)$">\nDeny from all\n</FilesMatch>',
      'php_flag engine off',
      'php_value engine 0',
      'RemoveHandler .php .phtml',
      'RewriteEngine On\nRewriteRule \\.php$ - [F,L]',
      'Deny from all',
    ]) {
      assert.equal(await isPhpOff(text), true, text);
    }
  });

  it('are not taken for safe by what only looks like it', async () => {
    for (const text of [
      '',
      '# php_flag engine off',
      'php_flag engine on',
      '<FilesMatch "\\.txt$">\nRequire all denied\n</FilesMatch>',
      '<FilesMatch "\\.php$">\nRequire all granted\n</FilesMatch>',
      'RemoveHandler .php\nAddHandler fcgid-script .php',
      'RewriteRule \\.php$ index.html [L]',
    ]) {
      assert.equal(await isPhpOff(text), false, text);
    }
  });

  it('are covered by what a folder above them says', async () => {
    const { uploadFolders } = await hardeningOf({ 'a/.htaccess': 'php_flag engine off', 'a/upload/b.gif': PICTURE });
    assert.deepEqual(uploadFolders, [{ path: 'a/upload', address: 'a/upload', isPhpOff: true, ownPrograms: 0 }]);
  });
});

describe('The mail forms of a site', () => {
  it('are told with every form that is sent to them', async () => {
    const { mailForms } = await hardeningOf({
      'index.html': '<p>\n  <form action="tw/mail.php" method="post"><input name="a"></form>',
      'tw/contact.html': '<form method="post" action="mail.php"></form>',
      'tw/mail.php': MAILER,
    });
    assert.equal(mailForms.length, 1);
    const { path, forms, isProtected, reached, sends } = mailForms[0]!;
    assert.deepEqual([path, isProtected, reached, sends.line], ['tw/mail.php', false, true, 1]);
    assert.deepEqual(
      forms.map((form) => `${form.path}:${form.line}:${form.column}`),
      ['index.html:2:9', 'tw/contact.html:1:21'],
    );
  });

  it('count as protected by what robots can’t forge, and by nothing else', async () => {
    const { mailForms } = await hardeningOf({
      'a.php': `<?php if (strpos($_SERVER['HTTP_REFERER'], 'example.jp') === false) exit; ?>${MAILER}`,
      'b.php': `<?php $r = file_get_contents('https://www.google.com/recaptcha/api/siteverify?x'); ?>${MAILER}`,
    });
    assert.deepEqual(
      mailForms.map(({ path, isProtected }) => [path, isProtected]),
      [
        ['a.php', false],
        ['b.php', true],
      ],
    );
  });
});

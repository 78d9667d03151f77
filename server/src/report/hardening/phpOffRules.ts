import { t } from '../../words';

/** Servers for which rules that keep programs from running are written. */
export const PHP_OFF_FORMS = ['apache', 'nginx'] as const;
export type PhpOffForm = (typeof PHP_OFF_FORMS)[number];

/**
 * Names that a server may run as a program. PHP also behind further endings: where a server maps `.php` by AddHandler, it runs
 * `picture.php.jpg`, too (https://httpd.apache.org/docs/2.4/mod/mod_mime.html#multipleext).
 */
const PHP_NAME = String.raw`ph(?:p\d*|tml|t|ar|ps)`;
const OTHER_PROGRAMS = '(?:cgi|fcgi|pl|py|rb|sh|shtml|aspx?|jsp)';
/** What PHP is called as a module of Apache: in 8, 7 and 5. */
const PHP_MODULES = ['mod_php.c', 'mod_php7.c', 'mod_php5.c'] as const;
/** Folder names that neither an expression nor a quoted string of nginx's reads as anything else. */
const PLAIN_FOLDER = /^[\p{L}\p{N}_\-./ ~@+,]+$/u;

/**
 * An .htaccess for a folder in which visitors put files: programs in it are refused, whatever runs PHP (a module, FPM, CGI, LiteSpeed).
 * Where the server knows no directive there is an `IfModule` around it: an unknown one would answer every request with an error.
 * https://httpd.apache.org/docs/2.4/mod/core.html#filesmatch, https://httpd.apache.org/docs/2.2/mod/mod_authz_host.html
 */
export function phpOffForApache(): string {
  return text([
    '# BEGIN Log & Site Audit',
    `# ${t('No programs in this folder. Put this file as .htaccess into each folder for uploads.')}`,
    `<FilesMatch "(?i)\\.(?:${PHP_NAME}(?:\\.|$)|${OTHER_PROGRAMS}$)">`,
    '  <IfModule mod_authz_core.c>',
    '    Require all denied',
    '  </IfModule>',
    '  <IfModule !mod_authz_core.c>',
    '    Order Allow,Deny',
    '    Deny from all',
    '  </IfModule>',
    '</FilesMatch>',
    ...PHP_MODULES.flatMap((module) => [`<IfModule ${module}>`, '  php_flag engine off', '</IfModule>']),
    '# END Log & Site Audit',
  ]);
}

/** Rules for nginx, and the folders for which none can be written. */
export interface NginxPhpOff {
  readonly text: string;
  /** Folders whose names could mean something else in a configuration. */
  readonly leftOut: readonly string[];
}

/**
 * A location of nginx's that refuses programs in folders. It must stand before the one that runs PHP: of expressions the first that
 * fits counts (https://nginx.org/en/docs/http/ngx_http_core_module.html#location).
 * @param folders as the site's addresses have them, without slash first and last
 */
export function phpOffForNginx(folders: readonly string[]): NginxPhpOff {
  const plain = folders.filter((folder) => PLAIN_FOLDER.test(folder));
  const leftOut = folders.filter((folder) => !PLAIN_FOLDER.test(folder));
  if (plain.length === 0) return { text: '', leftOut };
  const path = `(?:${plain.map(escaped).join('|')})`;
  return {
    text: text([
      `# ${t('Put this into the server block, before the location that runs PHP.')}`,
      `location ~* "^/${path}/.*\\.(?:${PHP_NAME}(?:[./]|$)|${OTHER_PROGRAMS}(?:/|$))" {`,
      '  deny all;',
      '}',
    ]),
    leftOut,
  };
}

function escaped(folder: string): string {
  return folder.replaceAll(/[.+]/g, String.raw`\$&`);
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

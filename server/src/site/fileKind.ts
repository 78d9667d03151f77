import { extensionOf, nameOf } from './paths';
import type { SiteFileKind } from './siteModel';

/**
 * Extensions that web servers run as PHP when a visitor asks for the file (Debian's and cPanel's default handlers).
 * https://www.php.net/manual/en/install.unix.apache2.php
 */
const RUN_AS_PHP = new Set(['php', 'php3', 'php4', 'php5', 'php7', 'php8', 'phtml', 'pht', 'phar']);
/** Files that hold PHP by custom but are only included by others. */
const INCLUDED_AS_PHP = new Set(['inc', 'module', 'install', 'theme', 'profile', 'engine', 'phps', 'ctp', 'tpl']);
const PAGE = new Set(['html', 'htm', 'shtml', 'xhtml', 'twig', 'tmpl']);
/** Files that browsers read as pages, or that programs make pages of, and that are nothing else to the audit. */
const MARKUP = new Set(['svg', 'tpl', 'mustache', 'hbs', 'latte', 'liquid', 'ejs']);
const SCRIPT = new Set(['js', 'mjs', 'cjs']);
const CGI = new Set(['cgi', 'pl', 'pm']);

/** Whether a server runs a file of this name as PHP when a visitor asks for it. */
export function isRunAsPhp(path: string): boolean {
  return RUN_AS_PHP.has(extensionOf(path));
}

/** Whether PHP code is expected in a file of this name: nothing is hidden there. */
export function mayHoldPhp(path: string): boolean {
  const extension = extensionOf(path);
  return RUN_AS_PHP.has(extension) || INCLUDED_AS_PHP.has(extension) || PAGE.has(extension);
}

/** Whether a file that is read for nothing else may hold HTML. */
export function mayHoldMarkup(path: string): boolean {
  return MARKUP.has(extensionOf(path));
}

/** What a file is read as, by its name. */
export function kindOfName(path: string): SiteFileKind {
  const name = nameOf(path).toLowerCase();
  if (name === '.htaccess') return 'accessFile';
  if (name === '.user.ini' || name === 'php.ini') return 'phpSettings';
  if (name === 'crontab' || name === 'crontab.txt' || extensionOf(path) === 'cron' || /(?:^|\/)cron\.d\//.test(path)) {
    return 'schedule';
  }
  if (name === '.forward') return 'forward';
  if (name === 'robots.txt' || /^sitemap.*\.xml$/.test(name)) return 'sitemap';
  const extension = extensionOf(path);
  if (RUN_AS_PHP.has(extension) || extension === 'inc' || extension === 'module') return 'php';
  if (PAGE.has(extension)) return 'page';
  if (SCRIPT.has(extension)) return 'script';
  return CGI.has(extension) ? 'cgi' : 'other';
}

import type { SiteFile } from './siteModel';

/** WordPress looks for its headers in this much of a file (`get_file_data`). */
const HEADER_LENGTH = 8 * 1024;
/** https://developer.wordpress.org/plugins/plugin-basics/header-requirements/ and .../themes/template-files-section/page-template-files/ */
const HEADER = /^(?:[ \t]*<\?php)?[ \t/*#@]*(Plugin|Template) Name:/im;

const MUST_USE = /(?:^|\/)wp-content\/mu-plugins\/[^/]+\.php$/;
/** Files that WordPress loads from wp-content by their names (`_get_dropins`). */
const DROP_IN =
  /(?:^|\/)wp-content\/(?:advanced-cache|object-cache|db|db-error|install|maintenance|php-error|fatal-error-handler|sunrise|blog-(?:deleted|inactive|suspended))\.php$/;
const PLUGIN = /(?:^|\/)wp-content\/plugins\/(?:[^/]+\/)?[^/]+\.php$/;
const THEME = /(?:^|\/)wp-content\/themes\/[^/]+\//;
/** https://developer.wordpress.org/themes/basics/template-hierarchy/ */
const TEMPLATE =
  /(?:^|\/)wp-content\/themes\/[^/]+\/(?:functions|index|front-page|home|single|page|singular|archive|category|tag|taxonomy|author|date|search|404|attachment|embed|comments|header|footer|sidebar|searchform)(?:-[^/]+)?\.php$/;

/** Which header makes WordPress load a file by itself; `undefined` without one. */
export function wordPressHeader(text: string): 'plugin' | 'template' | undefined {
  const match = HEADER.exec(text.slice(0, HEADER_LENGTH));
  if (match === null) return undefined;
  return match[1]?.toLowerCase() === 'plugin' ? 'plugin' : 'template';
}

/** Whether WordPress loads the file from wp-content by its name; only what a site added to itself is there. */
export function isDropIn(path: string): boolean {
  return DROP_IN.test(path);
}

/**
 * Whether WordPress loads the file because of its place, name or header, without any other file naming it. Which plugins
 * and themes are switched on stands in the database, which the audit does not see.
 */
export function isLoadedByWordPress({
  path,
  wordPressHeader: header,
}: Pick<SiteFile, 'path' | 'wordPressHeader'>): boolean {
  if (MUST_USE.test(path) || isDropIn(path) || TEMPLATE.test(path)) return true;
  return header === 'plugin' ? PLUGIN.test(path) : header === 'template' && THEME.test(path);
}

import type { CampaignFamily } from '../traffic/campaigns/campaign';

/**
 * Rules whose findings tell the owner of a site what a campaign of each family means. Several may: four addresses that post to
 * one form are a flood of each address and an abused endpoint as well.
 */
export const MEANINGS: Readonly<Record<CampaignFamily, readonly string[]>> = {
  'single-flood': ['flood-address'],
  'form-flood': ['flood-address', 'hot-endpoint', 'mail-form-abuse'],
  'distributed-flood': ['distributed-flood', 'hot-endpoint'],
  scraping: ['crawl'],
  'cache-busting': ['cache-busting', 'flood-address'],
  'agent-switching': ['agent-switching'],
  'hot-linking': ['bandwidth-theft'],
  'server-errors': ['server-errors'],
  'slow-form-abuse': ['mail-form-abuse', 'flood-address'],
  'comment-spam': ['comment-spam'],
  'registration-spam': ['registration-spam'],
  'wordpress-brute-force': ['brute-force'],
  'password-spraying': ['password-spraying'],
  'xmlrpc-brute-force': ['brute-force'],
  'joomla-brute-force': ['brute-force'],
  'drupal-brute-force': ['brute-force'],
  'movable-type-brute-force': ['brute-force'],
  'ec-cube-brute-force': ['brute-force'],
  'phpmyadmin-brute-force': ['brute-force'],
  'basic-auth-brute-force': ['brute-force'],
  'log-in-after-failures': ['login-after-failures'],
  'path-sweep': ['vulnerability-scan'],
  'cms-enumeration': ['cms-enumeration'],
  'user-enumeration': ['user-enumeration'],
  'secret-files': ['sensitive-file-hunt', 'vulnerability-scan'],
  'exposed-file': ['sensitive-file-exposed', 'dump-download'],
  'path-traversal': ['path-traversal', 'known-vulnerability', 'exploit-scan'],
  'local-file-inclusion': ['file-inclusion', 'exploit-scan'],
  'remote-file-inclusion': ['file-inclusion', 'exploit-scan'],
  'php-injection': ['php-injection', 'exploit-scan'],
  'command-injection': ['command-injection', 'exploit-scan'],
  'sql-injection': ['sql-injection', 'exploit-scan'],
  'cross-site-scripting': ['cross-site-scripting', 'exploit-scan'],
  'template-injection': ['template-injection', 'exploit-scan'],
  log4shell: ['java-exploit', 'exploit-scan'],
  phpunit: ['known-vulnerability', 'vulnerability-scan', 'exploit-scan'],
  thinkphp: ['known-vulnerability', 'exploit-scan'],
  'php-cgi': ['known-vulnerability', 'exploit-scan'],
  'plugin-exploits': ['known-vulnerability', 'vulnerability-scan', 'exploit-scan'],
  'web-shell': ['web-shell-use'],
  'open-proxy': ['open-proxy'],
  'fake-googlebot': ['fake-crawler'],
  'named-tool': ['tool-by-name'],
  'ftp-brute-force': ['brute-force', 'login-after-failures'],
  'error-log-auth-failures': ['brute-force'],
  'mail-flood': ['mail-flood'],
};

/** Families in which more may be counted than the campaign: everything that went wrong on that day is one matter. */
export const OPEN_ENDED: ReadonlySet<CampaignFamily> = new Set(['server-errors']);

/** Families in which a fact matters and no number: that somebody got in, that a file was handed out. */
export const UNCOUNTED: ReadonlySet<CampaignFamily> = new Set([
  'log-in-after-failures',
  'ftp-brute-force',
  'exposed-file',
]);

import type { DenyFormat } from './denyFormat';
import { t } from '../../words';

/** Networks on a line of Apache's; longer lines are hard to read. */
const NETWORKS_ON_LINE = 4;
/** How long CrowdSec keeps to a decision: addresses change hands. */
const CROWDSEC_DURATION = '168h';

/**
 * Networks as rules that shut them out, with what there is to know before they are used.
 * @param networks as `denyList` gives them
 * @param about one line on what they are, e.g. how many clients of which network
 * @param date `YYYY-MM-DD` of the list
 */
export function denyRules(networks: readonly string[], format: DenyFormat, about: string, date: string): string {
  // A line end in what comes from elsewhere would begin a rule.
  const heading = `Log & Site Audit, ${date}: ${about}`.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ');
  switch (format) {
    case 'apache':
      return apacheRules(networks, heading);
    case 'nginx':
      return text([...comments(heading), ...networks.map((network) => `deny ${network};`)]);
    case 'plain':
      return text([`# ${heading}`, ...networks]);
    case 'crowdsec':
      return crowdSecDecisions(networks);
    case 'fail2ban':
      return fail2banCommands(networks, heading);
  }
}

/**
 * For .htaccess: Apache 2.4 and LiteSpeed first (https://httpd.apache.org/docs/2.4/mod/mod_authz_core.html: `Require not` needs a
 * `Require` that lets others in beside it), Apache 2.2 behind it (https://httpd.apache.org/docs/2.2/mod/mod_authz_host.html).
 */
function apacheRules(networks: readonly string[], heading: string): string {
  const lines = lineGroups(networks);
  return text([
    ...comments(heading),
    `# ${t('Put it at the top of the .htaccess in the document root, before “# BEGIN WordPress”.')}`,
    '# BEGIN Log & Site Audit',
    '<IfModule mod_authz_core.c>',
    '  <RequireAll>',
    '    Require all granted',
    ...lines.map((line) => `    Require not ip ${line}`),
    '  </RequireAll>',
    '</IfModule>',
    '<IfModule !mod_authz_core.c>',
    '  Order Allow,Deny',
    '  Allow from all',
    ...lines.map((line) => `  Deny from ${line}`),
    '</IfModule>',
    '# END Log & Site Audit',
  ]);
}

/** Decisions for `cscli decisions import` (https://docs.crowdsec.net/docs/cscli/cscli_decisions_import/). */
function crowdSecDecisions(networks: readonly string[]): string {
  const rows = networks.map((network) => [
    CROWDSEC_DURATION,
    network.includes('/') ? 'range' : 'ip',
    network,
    'log-site-audit',
    'ban',
  ]);
  return text(['duration,scope,value,reason,type', ...rows.map((row) => row.join(','))]);
}

/** Commands, one address each, which every version takes (fail2ban-client(1): `set <JAIL> banip <IP>`; networks since 0.10). */
function fail2banCommands(networks: readonly string[], heading: string): string {
  return text([
    ...comments(heading),
    `# ${t('Put the name of your jail in the place of JAIL.')}`,
    ...networks.map((network) => `fail2ban-client set JAIL banip ${network}`),
  ]);
}

function comments(heading: string): string[] {
  return [
    `# ${heading}`,
    `# ${t('Shutting out addresses helps for a while only: attackers change them. The abused program must be mended or deleted.')}`,
  ];
}

function lineGroups(networks: readonly string[]): string[] {
  const lines: string[] = [];
  for (let at = 0; at < networks.length; at += NETWORKS_ON_LINE) {
    lines.push(networks.slice(at, at + NETWORKS_ON_LINE).join(' '));
  }
  return lines;
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

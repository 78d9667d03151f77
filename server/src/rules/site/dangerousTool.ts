import { isRunAsPhp } from '../../site/fileKind';
import type { ToolFact, ToolPower } from '../../site/known/tools/tool';
import { nameWithVersion } from '../../site/known/nameWithVersion';
import { folderOf, nameOf } from '../../site/paths';
import type { ConnectedSite, SiteFile } from '../../site/siteModel';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type RuleOptions } from '../rule';
import { siteFinding } from './siteFinding';

/** What somebody can do who comes to a tool. */
const doings: Readonly<Record<ToolPower, () => string>> = {
  database: () => t('Whoever has or guesses the password of the database can read and change all of it there.'),
  openDatabase: () => t('Whoever opens it can read and change the whole database.'),
  import: () => t('Whoever opens it can overwrite the database.'),
  files: () => t('Whoever gets in can read, change and delete the files of the site and add programs to it.'),
  upload: () => t('Whoever calls it can put files on the server, in some versions programs as well.'),
  restore: () => t('Whoever opens it may learn the password of the database or set up the site anew.'),
  settings: () => t('It shows everybody how the server is set up, which helps in preparing attacks.'),
};

/** Tools for administrators that were left where everybody can call them. */
export const dangerousTool = defineRule<ConnectedSite, RuleOptions>({
  id: 'dangerous-tool',
  family: 'site-files',
  severity: 'warning',
  onlyWhereVisitorsCome: true,
  title: () => t('A tool with power over the site'),
  explanation: () =>
    t(
      'A well-known tool for databases, files or moving a site, in a place where everybody can call it. It is no malicious program, but attackers search for such tools and also bring them along.',
    ),
  options: {},
  find: ({ files }) => [...installations(files).values()].map(finding),
});

/** A tool and its files, which lie in one folder. */
interface Installation {
  readonly tool: ToolFact;
  /** How the user finds it: its file, or its folder where it has many. */
  readonly shown: string;
  readonly paths: string[];
}

function installations(files: readonly SiteFile[]): Map<string, Installation> {
  const found = new Map<string, Installation>();
  for (const file of files) {
    const { path } = file;
    const installation = isRunAsPhp(path) ? installationOf(file) : undefined;
    if (installation === undefined) continue;
    const key = `${installation.tool.name} ${folderOf(path)}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, installation);
    else known.paths.push(path);
  }
  return found;
}

/** phpMyAdmin is many files, of which one says its version. */
function installationOf({ path, tool, product }: SiteFile): Installation | undefined {
  if (tool !== undefined) return { tool, shown: nameOf(path), paths: [path] };
  if (product?.kind !== 'program' || product.name !== 'phpMyAdmin') return undefined;
  const { name, version } = product;
  const program: ToolFact = { name, power: 'database', ...(version !== undefined && { version }) };
  return { tool: program, shown: `/${product.path}`, paths: [path] };
}

function finding({ tool: { power, ...tool }, shown, paths }: Installation): Finding {
  return siteFinding({
    rule: dangerousTool.id,
    severity: power === 'settings' ? 'information' : dangerousTool.severity,
    title:
      power === 'settings'
        ? t('{0} shows the settings of the server to everybody', shown)
        : t('{0} is {1}, a tool with power over the site', shown, nameWithVersion(tool)),
    detail: t('{0} If you did not put it there, an attacker did.', doings[power]()),
    advice: t(
      'Delete it from the server when it is not in use. If you need it, protect its folder with a password. Look in the access log for who called it.',
    ),
    places: paths.map((path) => ({ file: path })),
  });
}

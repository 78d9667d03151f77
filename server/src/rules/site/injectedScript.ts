import type { ConnectedSite } from '../../site/siteModel';
import type { PlacedLoader } from '../../site/injection/readInjections';
import { bareHost } from '../../site/documentRoots';
import { shortened } from '../../shortened';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type RuleOptions } from '../rule';
import { groupBy } from './groups';
import { injectionFinding, injectionFindings, type InjectedFile, type InjectionWords } from './injectionFinding';

/** Scripts that strangers put into pages and scripts. */
export const injectedScript = defineRule<ConnectedSite, RuleOptions>({
  id: 'injected-script',
  family: 'site-files',
  severity: 'error',
  title: () => t('Code put in by strangers'),
  explanation: () =>
    t(
      'JavaScript in a page or script that hides what it does or where it leads, or stands where no program puts it. Such code loads whatever its author likes into the browsers of the visitors. It is only read, never run.',
    ),
  options: {},
  find: (site) => [...injectionFindings(site, 'script', words), ...inSeveralScripts(site)],
});

const words: InjectionWords = {
  rule: 'injected-script',
  title: (file) => t('{0} holds code that somebody seems to have put in', file),
  advice: () =>
    t(
      'Compare the file with a clean copy of the program or theme that it belongs to, and put the clean one back. Where the same stands in many files, change all passwords first: somebody can write to the server.',
    ),
};

/** A script that loads another is ordinary; the same at the edge of so many scripts was put there by a program. */
const SEVERAL = 3;

/** Scripts of other sites that several scripts of the site load in the same way. */
function inSeveralScripts({ files, ownHosts }: ConnectedSite): Finding[] {
  const loaded = files.flatMap(({ path, hash, loaders = [] }) =>
    loaders.filter(({ host }) => !ownHosts.has(bareHost(host))).map((loader) => ({ path, hash, loader })),
  );
  const groups = groupBy(loaded, ({ loader }) => loader.url);
  return groups
    .filter((group) => new Set(group.map(({ hash }) => hash)).size >= SEVERAL)
    .map((group) => injectionFinding(group.map(injected), words));
}

function injected({ path, loader }: { readonly path: string; readonly loader: PlacedLoader }): InjectedFile {
  const { host, url, line, column, endColumn } = loader;
  const place = { line, column, endColumn };
  return {
    path,
    injection: { kind: 'script', sign: 'severalScripts', certainty: 'likely', host, excerpt: shortened(url), ...place },
  };
}

import type { Certainty, Injection, InjectionKind } from '../../site/injection/injection';
import { nameOf } from '../../site/paths';
import { bareHost } from '../../site/documentRoots';
import type { ConnectedSite } from '../../site/siteModel';
import { shortened } from '../../shortened';
import { t } from '../../words';
import type { Finding, Place, Severity } from '../finding';
import { groupBy } from './groups';
import { certaintyWords, injectionMeanings } from './injectionMeanings';
import { siteFinding } from './siteFinding';

/** The same injection in more files than this is told once for all of them. */
const TOLD_ONE_BY_ONE = 3;

const SEVERITIES: Readonly<Record<Certainty, Severity>> = {
  confirmed: 'error',
  likely: 'warning',
  check: 'information',
};

/** An injection and the file that it is in. */
export interface InjectedFile {
  readonly path: string;
  readonly injection: Injection;
}

/** What a rule says of its kind of injection; the same for every file. */
export interface InjectionWords {
  readonly rule: string;
  /** One line about a file. */
  readonly title: (file: string) => string;
  readonly advice: () => string;
}

/** The findings of one kind of injection: one for each file, or one for all files where the same stands in many. */
export function injectionFindings(site: ConnectedSite, kind: InjectionKind, words: InjectionWords): Finding[] {
  const groups = groupBy(
    injectionsOf(site, kind),
    ({ injection: { sign, host, excerpt } }) => `${sign} ${host ?? excerpt}`,
  );
  const single = groups.filter((group) => !isWide(group)).flat();
  return [...groups.filter(isWide), ...groupBy(single, ({ path }) => path)].map((group) =>
    injectionFinding(group, words),
  );
}

function isWide(group: readonly InjectedFile[]): boolean {
  return filesOf(group) > TOLD_ONE_BY_ONE;
}

function filesOf(group: readonly InjectedFile[]): number {
  return new Set(group.map(({ path }) => path)).size;
}

/** Injections of a kind, those that lead to the site's own hosts left out. */
function injectionsOf({ files, ownHosts }: ConnectedSite, kind: InjectionKind): InjectedFile[] {
  return files.flatMap(({ path, injections = [] }) =>
    injections
      .filter((one) => one.kind === kind && (one.host === undefined || !ownHosts.has(bareHost(one.host))))
      .map((injection) => ({ path, injection })),
  );
}

/** One finding about injections that belong together, the surest first. */
export function injectionFinding(group: readonly InjectedFile[], words: InjectionWords): Finding {
  const sorted = group.toSorted((a, b) => rank(a.injection) - rank(b.injection));
  const { path, injection } = sorted[0]!;
  const others = filesOf(group) - 1;
  const doings = [...new Set(sorted.map((one) => one.injection.sign))].map((sign) => injectionMeanings[sign]());
  const hosts = [...new Set(sorted.flatMap((one) => one.injection.host ?? []))];
  const decoded = sorted.find((one) => one.injection.decoded !== undefined)?.injection.decoded;
  const title = words.title(nameOf(path));
  return siteFinding({
    rule: words.rule,
    severity: SEVERITIES[injection.certainty],
    title: others > 0 ? t('{0}, and {1} more files the same', title, others) : title,
    detail: [
      t('It {0}.', doings.join(t(', '))),
      ...(hosts.length > 0 ? [t('The other site is {0}.', shortened(hosts.join(', ')))] : []),
      certaintyWords[injection.certainty](),
    ].join(' '),
    advice: words.advice(),
    count: group.length,
    places: sorted.map(placeOf),
    ...(decoded && { decoded }),
  });
}

function rank({ certainty }: Injection): number {
  return Object.keys(SEVERITIES).indexOf(certainty);
}

function placeOf({ path, injection }: InjectedFile): Place {
  const { line, column, endColumn, sign, excerpt } = injection;
  return { file: path, line, column, endColumn, note: t('{0}: {1}', injectionMeanings[sign](), excerpt) };
}

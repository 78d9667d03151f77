import { isDocumentRootName } from '../../site/documentRoots';
import { folded, type SitePathIndex } from '../../site/pathIndex';
import { foldersUpFrom, nameOf } from '../../site/paths';

/** A folder on the server and the folder of the copy that has the same in it; '' is the topmost of each. */
export interface PrefixRule {
  /** Absolute, without a slash at the end. */
  readonly remote: string;
  readonly local: string;
}

/** Names like index.php stand in too many folders to say which one is meant. */
const MOST_NAMESAKES = 50;
/** More paths say no more. */
const MOST_PATHS = 5000;
/** Whole names that two paths end with alike; more make a rule no surer. */
const MOST_ALIKE = 8;

/** A rule, and how many files speak for it. */
export interface WeighedRule extends PrefixRule {
  readonly weight: number;
}

/**
 * How folders of the server lie in the copy, learnt from files whose paths end alike here and there: the rule that explains most
 * files first.
 */
export function weighedRules(remotePaths: readonly string[], index: SitePathIndex): WeighedRule[] {
  const votes = new Map<string, PrefixRule & { weight: number; isSure: boolean }>();
  for (const remote of remotePaths.slice(0, MOST_PATHS)) {
    const namesakes = index.byName.get(folded(nameOf(remote))) ?? [];
    if (namesakes.length > MOST_NAMESAKES) continue;
    for (const local of namesakes) {
      const { rule, alike } = ruleOf(remote, local);
      const key = `${rule.remote}\n${rule.local}`;
      const vote = votes.get(key) ?? {
        ...rule,
        weight: 0,
        isSure: alike > 1 || isDocumentRootName(nameOf(rule.remote)),
      };
      vote.weight += Math.min(alike, MOST_ALIKE) / namesakes.length;
      votes.set(key, vote);
    }
  }
  const rules = [...votes.values()].toSorted((one, other) => other.weight - one.weight);
  // The same name in any two folders says little: it counts where nothing better is to be had.
  const sure = rules.filter(({ isSure }) => isSure);
  return sure.length > 0 ? sure : rules;
}

/** What is left of two paths when all is taken away that they end with alike. */
function ruleOf(remote: string, local: string): { readonly rule: PrefixRule; readonly alike: number } {
  const there = remote.split('/');
  const here = local.split('/');
  let alike = 0;
  while (alike < here.length && sameName(there.at(-1 - alike), here.at(-1 - alike))) alike++;
  const rule = {
    remote: there.slice(0, there.length - alike).join('/'),
    local: here.slice(0, here.length - alike).join('/'),
  };
  return { rule, alike };
}

function sameName(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && folded(one) === folded(other);
}

/** Rules by the folder of the server that they are about, in their order. */
export function rulesByRemote<Rule extends PrefixRule>(rules: readonly Rule[]): Map<string, Rule[]> {
  const byRemote = new Map<string, Rule[]>();
  for (const rule of rules) {
    const own = byRemote.get(rule.remote);
    if (own === undefined) byRemote.set(rule.remote, [rule]);
    else own.push(rule);
  }
  return byRemote;
}

/** Folders of the server around a path, the nearest first, '' last. */
export function remoteFolders(path: string): string[] {
  return foldersUpFrom(path).slice(1);
}

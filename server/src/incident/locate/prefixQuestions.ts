import type { SitePathIndex } from '../../site/pathIndex';
import { isWithin, joinPath } from '../../site/paths';
import type { NamedPath } from './locateFiles';
import { remoteFolders, rulesByRemote, weighedRules, type PrefixRule, type WeighedRule } from './prefixRules';

/** A folder of the server of which several folders of the copy may be the copy. */
export interface PrefixQuestion {
  /** Absolute, without a slash at the end. */
  readonly remote: string;
  /** Folders of the copy, the likeliest first, at least two. */
  readonly locals: readonly string[];
}

/** From this share of the likeliest one's weight on, a folder is as likely. */
const AS_LIKELY = 0.8;
/** More folders that are as likely are no question. */
const MOST_CHOICES = 20;

/**
 * What only the user can say of where the files that a host names lie in the copy: of a folder of the server two folders have the
 * same in them, such as the copy and a backup of it.
 * @param learnt what he said before
 */
export function prefixQuestions(
  named: readonly NamedPath[],
  index: SitePathIndex,
  learnt: readonly PrefixRule[] = [],
): PrefixQuestion[] {
  const absolute = named.filter(({ domain, path }) => domain === undefined && path.startsWith('/'));
  const open = absolute.map(({ path }) => path).filter((path) => !learnt.some(({ remote }) => isWithin(path, remote)));
  const roots = new Set(index.roots.map(({ folder }) => folder));
  const byRemote = rulesByRemote(weighedRules(open, index));
  return [...byRemote].flatMap(([remote, rules]): PrefixQuestion[] => {
    // The rules that explain most stand first.
    const most = rules[0]!.weight;
    // What is said better of a folder around it says where it lies; a name that two folders share says nothing against that.
    const around = [remote, ...remoteFolders(remote)].flatMap((folder) => byRemote.get(folder) ?? []);
    if (around.some((rule) => rule.weight > most && isAnswer(rule, remote, index))) return [];
    const least = AS_LIKELY * most;
    const likely = rules.filter(({ weight }) => weight >= least).map(({ local }) => local);
    // Nobody chooses among so many.
    if (likely.length > MOST_CHOICES) return [];
    const outer = likely.filter((local) => !likely.some((other) => other !== local && isWithin(local, other)));
    // What is shown to visitors is the copy of what is shown to visitors.
    const shown = outer.filter((local) => roots.has(local));
    return outer.length < 2 || shown.length === 1 ? [] : [{ remote, locals: outer }];
  });
}

/** Whether the copy has a folder of the server where a rule for one around it says that it lies. */
function isAnswer(rule: WeighedRule, remote: string, { folders }: SitePathIndex): boolean {
  return isWithin(remote, rule.remote) && folders.has(joinPath(rule.local, remote.slice(rule.remote.length + 1)));
}

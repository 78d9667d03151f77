import { posix } from 'node:path';
import type { Disk } from '../disk';
import { decodeText } from '../site/decodeText';
import { t } from '../words';

/** A file of rules, with the files that it includes in their places. */
export interface RuleSource {
  /** Relative to the folder of the rules, with `/`. */
  readonly name: string;
  readonly text: string;
}

/** A file of rules that can't be used, and why. */
export interface RuleProblem {
  readonly name: string;
  readonly message: string;
}

export interface RuleSources {
  readonly sources: readonly RuleSource[];
  readonly problems: readonly RuleProblem[];
}

const RULE_FILE = /\.yara?$/i;
/** `include "other.yar"`, on a line of its own as YARA's manual has it (https://yara.readthedocs.io, "Including files"). */
const INCLUDE = /^[ \t]*include[ \t]+"([^"\r\n]+)"[ \t]*\r?$/gm;
/** Collections of rules have a few thousand files at most; more are no rules. */
const MOST_FILES = 5000;
const MOST_BYTES = 16 * 1024 * 1024;
const MOST_DEPTH = 16;

/**
 * Reads the rules of a folder and those below. Includes are put in, as far as they stay within the folder; a file that another
 * one includes is no source of its own. Rejects when the folder itself can't be read.
 */
export async function readRuleSources(disk: Disk, folder: string): Promise<RuleSources> {
  await disk.status(folder);
  const names = (await rulesBelow(disk, folder, '')).toSorted();
  const texts = new Map<string, string>();
  const problems: RuleProblem[] = [];
  for (const name of names) {
    try {
      const { size } = await disk.status(`${folder}/${name}`);
      if (size > MOST_BYTES) problems.push({ name, message: t('The file is too large for rules.') });
      else texts.set(name, decodeText(await disk.read(`${folder}/${name}`)).text);
    } catch {
      problems.push({ name, message: t('The file can’t be read.') });
    }
  }
  const included = new Set<string>();
  const sources: RuleSource[] = [];
  for (const name of texts.keys()) {
    const inlined = inline(name, texts, included, [name]);
    if (typeof inlined === 'string') sources.push({ name, text: inlined });
    else problems.push({ name, message: inlined.message });
  }
  return { sources: sources.filter(({ name }) => !included.has(name)), problems };
}

async function rulesBelow(disk: Disk, folder: string, below: string): Promise<string[]> {
  const names: string[] = [];
  for (const { name, kind } of await disk.list(posix.join(folder, below))) {
    const path = posix.join(below, name);
    if (kind === 'file' && RULE_FILE.test(name)) names.push(path);
    // Links are not followed, as they may lead in circles.
    const isFolder = kind === 'directory' && path.split('/').length < MOST_DEPTH;
    if (isFolder) names.push(...(await rulesBelow(disk, folder, path)));
    if (names.length > MOST_FILES) break;
  }
  return names.slice(0, MOST_FILES);
}

/** The text of a file with its includes in their places, or why that can't be. */
function inline(
  name: string,
  texts: ReadonlyMap<string, string>,
  included: Set<string>,
  above: readonly string[],
): string | { readonly message: string } {
  let problem: string | undefined;
  const text = texts.get(name)!.replaceAll(INCLUDE, (_, target: string) => {
    const path = posix.normalize(posix.join(posix.dirname(name), target.replaceAll('\\', '/')));
    if (!texts.has(path)) problem ??= t('It includes {0}, which is not among the rules.', target);
    else if (above.includes(path) || above.length > MOST_DEPTH) problem ??= t('It includes itself.');
    if (problem !== undefined) return '';
    included.add(path);
    const inner = inline(path, texts, included, [...above, path]);
    if (typeof inner === 'string') return inner;
    problem = inner.message;
    return '';
  });
  return problem === undefined ? text : { message: problem };
}

import type { Disk } from '../disk';
import type { OwnRuleMatch, OwnRuleMatches, TryOwnRules } from '../site/ownRules/ownRuleMatch';
import { isProgramOrPage, mayDoHarm } from '../site/ownRules/worthTrying';
import { t } from '../words';
import { readRuleSources } from './ruleSources';
import type { YaraMatch, YaraRules } from './yaraRules';

/** Files beyond are data; only their beginning is looked at. */
const MAXIMUM_BYTES = 8 * 1024 * 1024;
const LINE_FEED = 0x0a;

/** Gives the bytes of the library's WebAssembly. */
export type ReadYaraProgram = () => Promise<Uint8Array>;

/**
 * Tries YARA rules of the user on a site. The library (YARA-X, BSD-3-Clause, https://virustotal.github.io/yara-x/) is loaded only
 * then. It takes some 10 to 20 ms for each file, whatever its size: only files are tried that have what malicious programs need,
 * and how many they are is told before the first. Rejects with the signal's reason alone.
 * @param folder where the rules lie, as the disk names it
 */
export function tryYaraRules(disk: Disk, folder: string, readProgram: ReadYaraProgram): TryOwnRules {
  return async (root, files, onProgress, signal) => {
    let rules: YaraRules | undefined;
    try {
      const opened = await openRules(disk, folder, readProgram);
      rules = opened.rules;
      const chosen: string[] = [];
      for (const { path } of files.filter(isProgramOrPage)) {
        signal?.throwIfAborted();
        // What can't be read now is told of where it is tried.
        if (await readFile(disk, `${root}/${path}`).then(mayDoHarm, () => true)) chosen.push(path);
      }
      const found = await tryAll(disk, rules, root, chosen, onProgress, signal);
      return { matches: found.matches, problems: [...opened.problems, ...found.problems] };
    } catch (error) {
      signal?.throwIfAborted();
      const reason = error instanceof Error ? error.message : String(error);
      return { matches: [], problems: [{ file: '', message: t('Your YARA rules can’t be used: {0}', reason) }] };
    } finally {
      rules?.close();
    }
  };
}

/** Reads and compiles the rules; what can't be used of them is told, and the rest is used. */
async function openRules(
  disk: Disk,
  folder: string,
  readProgram: ReadYaraProgram,
): Promise<{ rules: YaraRules; problems: OwnRuleMatches['problems'] }> {
  const { sources, problems } = await readRuleSources(disk, folder);
  const { YaraRules: Rules } = await import('./yaraRules');
  const rules = new Rules(await readProgram(), sources);
  const messages = [...problems, ...rules.problems].map(({ name, message }) => t('YARA rules {0}: {1}', name, message));
  if (sources.length + problems.length === 0) {
    messages.push(t('There are no YARA rules (*.yar, *.yara) in {0}.', folder));
  }
  return { rules, problems: messages.map((message) => ({ file: '', message })) };
}

async function tryAll(
  disk: Disk,
  rules: YaraRules,
  root: string,
  paths: readonly string[],
  onProgress: Parameters<TryOwnRules>[2],
  signal: AbortSignal | undefined,
): Promise<OwnRuleMatches> {
  const matches: OwnRuleMatch[] = [];
  const problems: { file: string; message: string }[] = [];
  for (const [index, path] of paths.entries()) {
    signal?.throwIfAborted();
    onProgress(index, paths.length);
    try {
      const bytes = await readFile(disk, `${root}/${path}`);
      matches.push(...rules.scan(bytes).map((match) => asMatch(path, bytes, match)));
    } catch {
      const message = t('Your YARA rules were not tried on this file: it can’t be read, or they take too long for it.');
      problems.push({ file: path, message });
    }
  }
  return { matches, problems };
}

function readFile(disk: Disk, path: string): Promise<Uint8Array> {
  return disk.read(path, MAXIMUM_BYTES);
}

function asMatch(path: string, bytes: Uint8Array, { rule, source, metadata, offset }: YaraMatch): OwnRuleMatch {
  const author = metadata.get('author');
  const license = metadata.get('license') ?? metadata.get('licence');
  const description = metadata.get('description');
  return {
    path,
    rule,
    source,
    ...(author !== undefined && { author }),
    ...(license !== undefined && { license }),
    ...(description !== undefined && { description }),
    ...(offset !== undefined && { line: lineAt(bytes, offset) }),
  };
}

/** Line, from 1, of a byte. */
function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0 && at < offset; at = bytes.indexOf(LINE_FEED, at + 1)) line++;
  return line;
}

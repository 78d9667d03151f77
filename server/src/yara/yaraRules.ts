import { Compiler, initSync, type Scanner } from '@virustotal/yara-x';
import { t } from '../words';
import type { RuleProblem, RuleSource } from './ruleSources';

/** A rule that matches; what it says of itself is its author's words. */
export interface YaraMatch {
  readonly rule: string;
  /** Name of the source that it stands in. */
  readonly source: string;
  readonly metadata: ReadonlyMap<string, string>;
  /** Byte at which the first text stands that it looks for; `undefined` for rules about the file as a whole. */
  readonly offset: number | undefined;
}

/** Longest time for one file, in ms; rules may be written so that they take for ever. */
const MOST_MS = 5000;
/** Places of each text are of no use beyond the first. */
const MATCHES_PER_PATTERN = 1;

/** What the library answers of a file (its README, "Scanner"). */
interface ScanResult {
  readonly matches: readonly {
    readonly identifier: string;
    readonly namespace: string;
    readonly isPrivate: boolean;
    readonly metadata: readonly { readonly identifier: string; readonly value: unknown }[];
    readonly patterns: readonly { readonly matches: readonly { readonly offset: number }[] }[];
  }[];
}

let isReady = false;

/** Rules that were compiled. To be closed. */
export class YaraRules {
  /** Sources that the compiler refused, and why. */
  readonly problems: readonly RuleProblem[];
  readonly #scanner: Scanner | undefined;

  /** @param program bytes of the library's WebAssembly */
  constructor(program: Uint8Array, sources: readonly RuleSource[]) {
    if (!isReady) initSync({ module: Uint8Array.from(program) });
    isReady = true;
    const refused = sources.flatMap((source) => refusalOf(source) ?? []);
    const names = new Set(refused.map(({ name }) => name));
    const usable = sources.filter(({ name }) => !names.has(name));
    this.problems = refused;
    this.#scanner = usable.length > 0 ? compile(usable) : undefined;
  }

  /** The rules that match a file. Throws when that takes too long. */
  scan(bytes: Uint8Array): YaraMatch[] {
    if (this.#scanner === undefined) return [];
    const { matches } = this.#scanner.scan(bytes) as ScanResult;
    return matches.filter(({ isPrivate }) => !isPrivate).map(matchOf);
  }

  close(): void {
    this.#scanner?.free();
  }
}

/** One file of rules that does not compile would keep all others from doing so: each is tried alone first. */
function refusalOf(source: RuleSource): RuleProblem | undefined {
  const compiler = new Compiler();
  try {
    compiler.addSource(source.text);
    return undefined;
  } catch (error) {
    return { name: source.name, message: t('The rules do not compile: {0}', firstLines(error)) };
  } finally {
    compiler.free();
  }
}

function compile(sources: readonly RuleSource[]): Scanner {
  const compiler = new Compiler();
  for (const { name, text } of sources) {
    // A namespace for each file: two may have rules of one name.
    compiler.newNamespace(name);
    compiler.addSource(text);
  }
  const scanner = compiler.build().scanner();
  scanner.setTimeoutMs(MOST_MS);
  scanner.setMaxMatchesPerPattern(MATCHES_PER_PATTERN);
  return scanner;
}

/** What is wrong and where; the rest of the compiler's words draws it. */
function firstLines(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const lines = message.split('\n').map((line) => line.trim());
  return lines.slice(0, 2).join(' ');
}

function matchOf({ identifier, namespace, metadata, patterns }: ScanResult['matches'][number]): YaraMatch {
  const offsets = patterns.flatMap(({ matches }) => matches.map(({ offset }) => offset));
  return {
    rule: identifier,
    source: namespace,
    metadata: new Map(metadata.map(({ identifier: key, value }) => [key.toLowerCase(), String(value)])),
    offset: offsets.length === 0 ? undefined : offsets.reduce((first, offset) => Math.min(first, offset)),
  };
}

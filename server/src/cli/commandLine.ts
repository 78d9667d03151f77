import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Finding } from '../rules/finding';

/** Takes one line of output, or of error messages. */
export type LineSink = (line: string) => void;

/** Exit codes of the command line. */
export const ExitCode = {
  /** Nothing above information was found. */
  nothingFound: 0,
  found: 1,
  /** The work could not be done; why is said on stderr. */
  failed: 2,
} as const;

/** The exit code that findings ask for. */
export function exitCodeOf(findings: readonly Pick<Finding, 'severity'>[]): number {
  const isUrgent = findings.some(({ severity }) => severity === 'error' || severity === 'warning');
  return isUrgent ? ExitCode.found : ExitCode.nothingFound;
}

/** Options that only some commands know, and how often each may be given. */
const OPTIONS = {
  /** File of the allow-list. */
  allow: { type: 'string' },
  /** Pattern, as .gitignore has them, of files that are left alone. */
  exclude: { type: 'string', multiple: true },
  /** Folder or archive with a clean copy to compare with. */
  clean: { type: 'string' },
  /** File that lists files known to be good. */
  'known-good': { type: 'string', multiple: true },
  /** Folder with YARA rules of the user. */
  yara: { type: 'string' },
  /** Folder in which what files say is kept for the next time. */
  cache: { type: 'string' },
  /** Zone of times of which no line says it. */
  'time-zone': { type: 'string' },
  /** Format of logs, as a server's configuration has it. */
  format: { type: 'string', multiple: true },
  /** Ask the registries of addresses, or WordPress.org for checksums, too. */
  online: { type: 'boolean' },
  /** Print findings as SARIF. */
  sarif: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

export type OptionName = keyof typeof OPTIONS;

/** What the user wants of a command. */
export interface CommandRequest {
  /** Paths or addresses, at least one. */
  readonly subjects: readonly [string, ...string[]];
  readonly json: boolean;
  readonly allow?: string;
  readonly clean?: string;
  readonly exclude: readonly string[];
  readonly 'known-good': readonly string[];
  readonly yara?: string;
  readonly cache?: string;
  readonly 'time-zone'?: string;
  readonly format: readonly string[];
  readonly online?: boolean;
  readonly sarif?: boolean;
}

/**
 * Reads the words after a command; `undefined` when they are not understood or name nothing.
 * @param known the options, beside `--json`, that the command knows
 */
export function readParameters(parameters: string[], known: readonly OptionName[] = []): CommandRequest | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: parameters,
      options: { json: { type: 'boolean', default: false }, ...OPTIONS },
      allowPositionals: true,
    });
    const { json, exclude = [], format = [], 'known-good': knownGood = [], ...others } = values;
    const [first, ...rest] = positionals;
    const unknown = (Object.keys(OPTIONS) as OptionName[]).filter((name) => !known.includes(name));
    if (first === undefined || first === '' || unknown.some((name) => values[name] !== undefined)) return undefined;
    return { subjects: [first, ...rest], json, exclude, format, 'known-good': knownGood, ...others };
  } catch {
    // `parseArgs` throws for an option that it does not know.
    return undefined;
  }
}

import { parseArgs } from 'node:util';
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
export function exitCodeOf(findings: readonly Finding[]): number {
  const isUrgent = findings.some(({ severity }) => severity === 'error' || severity === 'warning');
  return isUrgent ? ExitCode.found : ExitCode.nothingFound;
}

/** What the user wants of a command. */
export interface CommandRequest {
  /** Paths or addresses, at least one. */
  readonly subjects: readonly [string, ...string[]];
  readonly json: boolean;
  /** File of the allow-list, for commands that take one. */
  readonly allow?: string;
}

/**
 * Reads the words after a command; `undefined` when they are not understood or name nothing.
 * @param takesAllowList whether the command knows `--allow FILE`
 */
export function readParameters(parameters: string[], takesAllowList = false): CommandRequest | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: parameters,
      options: { json: { type: 'boolean', default: false }, allow: { type: 'string' } },
      allowPositionals: true,
    });
    const { json, allow } = values;
    const [first, ...others] = positionals;
    if (first === undefined || first === '' || (allow !== undefined && !takesAllowList)) return undefined;
    return { subjects: [first, ...others], json, allow };
  } catch {
    // `parseArgs` throws for an option that it does not know.
    return undefined;
  }
}

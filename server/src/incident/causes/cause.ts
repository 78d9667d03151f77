import type { Finding, Place } from '../../rules/finding';
import type { IncidentFile } from '../incident';

/**
 * How strangers could do what they did. `left-over-program`: a program of the site itself was abused, nobody had to get in; the
 * others are the three that hosts name: a guessed or stolen password of the site's program, a hole in a program, a stolen password
 * of FTP.
 */
export type CauseId = 'left-over-program' | 'cms-account' | 'vulnerable-program' | 'ftp-account';

/** What the logs and the site say of a cause; `unknown`: what would tell was not read. */
export type Verdict = 'shown' | 'possible' | 'unlikely' | 'unknown';

export interface Cause {
  readonly id: CauseId;
  readonly verdict: Verdict;
  readonly evidence: readonly CauseEvidence[];
}

export interface CauseEvidence {
  readonly speaks: 'for' | 'against';
  /** One sentence in the user's language; may quote hostile text. */
  readonly text: string;
  /** ISO 8601 with the log's offset. */
  readonly time?: string;
  readonly places: readonly Place[];
}

/** What causes are judged by. */
export interface CauseFacts {
  /** Files to act on, with all that is known of them. */
  readonly files: readonly IncidentFile[];
  readonly logFindings: readonly Finding[];
  /** Addresses that called files that strangers put there. */
  readonly callers: ReadonlySet<string>;
  /** First call or upload of such a file, ms since 1970-01-01 UTC; `undefined` when no log has one. */
  readonly begin: number | undefined;
  /** Whether a log of a web server was read, and one of an FTP server. */
  readonly hasRequests: boolean;
  readonly hasFtp: boolean;
}

/** Findings of some rules that began before the files were used, or at a time that is not known. */
export function findingsBefore({ logFindings, begin }: CauseFacts, rules: ReadonlySet<string>): Finding[] {
  return logFindings.filter(({ rule, first }) => {
    return rules.has(rule) && (begin === undefined || first === undefined || Date.parse(first) <= begin);
  });
}

/** Whether one of a finding's clients also called a file that strangers put there. */
export function isOfCaller({ callers }: CauseFacts, { clients }: Finding): boolean {
  return clients.some(({ address }) => callers.has(address));
}

/** A finding as evidence, in its own words. */
export function evidenceFor({ title, first, places }: Finding): CauseEvidence {
  return {
    speaks: 'for',
    text: title,
    ...(first !== undefined && { time: first }),
    places: places.slice(0, MOST_PLACES),
  };
}

/** Lines that are named with a piece of evidence; the finding itself has them all. */
const MOST_PLACES = 20;

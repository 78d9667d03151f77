import type { Finding, Place } from '../../rules/finding';
import type { IncidentFile } from '../incident';
import type { MailSupport } from '../mails/mailSupport';
import type { HostOpinion } from '../notice/opinions';
import type { IncidentEvent } from '../timeline/incidentEvent';
import type { Traces } from '../timeline/traces';
import type { Witnesses } from '../timeline/witnesses';

/**
 * How strangers could do what they did. `left-over-program`: a program of the site itself was abused, nobody had to get in;
 * `cms-account`, `vulnerable-program` and `ftp-account` are the three that hosts name: a guessed or stolen password of the site's
 * program, a hole in a program, a stolen password of FTP; `unknown`: none of these can be seen.
 */
export type CauseId = 'left-over-program' | 'cms-account' | 'vulnerable-program' | 'ftp-account' | 'unknown';

/** What the logs and the site say of a cause; `unknown`: what would tell was not read. */
export type Verdict = 'shown' | 'possible' | 'unlikely' | 'unknown';

export interface Cause {
  readonly id: CauseId;
  readonly verdict: Verdict;
  readonly evidence: readonly CauseEvidence[];
  /** What was not read and would tell more, a sentence each, with where to get it. */
  readonly missing: readonly string[];
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
  /** Those of them that strangers put there. */
  readonly planted: readonly IncidentFile[];
  readonly logFindings: readonly Finding[];
  /** What the logs have of them and of what came before; absent where no log was read. */
  readonly traces?: Traces;
  readonly witnesses?: Witnesses;
  /** What the host says of the causes. */
  readonly opinions: ReadonlySet<HostOpinion>;
  /** How many mails the logs support; absent where they tell nothing of mails. */
  readonly mails?: MailSupport;
  /** Whether a log of a web server was read, and one of an FTP server. */
  readonly hasRequests: boolean;
  readonly hasFtp: boolean;
}

/** Findings of some rules that began before the files were used, or at a time that is not known. */
export function findingsBefore({ logFindings, traces }: CauseFacts, rules: ReadonlySet<string>): Finding[] {
  const begin = traces?.begin;
  return logFindings.filter(({ rule, first }) => {
    return rules.has(rule) && (begin === undefined || first === undefined || Date.parse(first) <= begin * 1000);
  });
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

/** An event as evidence. */
export function evidenceOfEvent(
  { text, time, places }: IncidentEvent,
  speaks: CauseEvidence['speaks'] = 'for',
): CauseEvidence {
  return { speaks, text, ...(time !== undefined && { time }), places };
}

/**
 * What is left of a cause of which no log tells: what the host says for it, where it does.
 * @param text the same in words
 */
export function causeByOpinion(
  { opinions }: CauseFacts,
  opinion: HostOpinion,
  text: string,
): Pick<Cause, 'verdict' | 'evidence'> {
  return opinions.has(opinion)
    ? { verdict: 'possible', evidence: [{ speaks: 'for', text, places: [] }] }
    : { verdict: 'unknown', evidence: [] };
}

/** What speaks against a cause and stands nowhere in particular. */
export function against(text: string): CauseEvidence {
  return { speaks: 'against', text, places: [] };
}

/** Lines that are named with a piece of evidence; the finding itself has them all. */
const MOST_PLACES = 20;

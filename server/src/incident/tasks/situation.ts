import { attackersOf } from '../attackers';
import { isOwnProgram } from '../causes/leftOverProgram';
import type { Incident } from '../incident';
import type { AbuseKind } from '../notice/abuseKinds';

/** What kind of trouble it is: what is to be done depends on it. */
export interface Situation {
  /** Somebody got in, or the host says so: more than a form of the site's own was abused. */
  readonly isIntrusion: boolean;
  /** Mails were sent by others. */
  readonly isMailAbuse: boolean;
  /** Addresses that did harm, as far as logs show. */
  readonly attackers: number;
}

const INTRUSION: ReadonlySet<AbuseKind> = new Set(['intrusion', 'malware', 'phishing']);
const MAIL_ABUSE: ReadonlySet<AbuseKind> = new Set(['mail-sending', 'form-abuse']);
/** Findings of logs that tell of mails that were sent by others. */
const MAIL_FINDINGS: ReadonlySet<string> = new Set(['mail-form-abuse', 'mail-flood', 'mail-relay']);

/** Judges an incident by what the host wrote, what the audit accuses and what the logs show. */
export function situationOf(incident: Incident): Situation {
  const kinds = incident.notice?.kinds ?? [];
  const accused = incident.files.filter(({ severity, findings }) => severity === 'error' && findings.length > 0);
  return {
    isIntrusion: kinds.some((kind) => INTRUSION.has(kind)) || accused.some((file) => !isOwnProgram(file)),
    isMailAbuse:
      kinds.some((kind) => MAIL_ABUSE.has(kind)) ||
      accused.some(isOwnProgram) ||
      incident.logFindings.some(({ rule }) => MAIL_FINDINGS.has(rule)),
    attackers: attackersOf(incident).length,
  };
}

import { EntryKind } from '../../log/entryFields';
import type { LogModel } from '../../log/logModel';
import type { Finding } from '../../rules/finding';
import type { IncidentFile } from '../incident';
import type { MailSupport } from '../mails/mailSupport';
import type { HostNotice } from '../notice/hostNotice';
import type { Traces } from '../timeline/traces';
import type { Witnesses } from '../timeline/witnesses';
import type { Cause, CauseFacts, Verdict } from './cause';
import { cmsAccount } from './cmsAccount';
import { ftpAccount } from './ftpAccount';
import { isOwnProgram, leftOverProgram } from './leftOverProgram';
import { unknownCause } from './unknownCause';
import { vulnerableProgram } from './vulnerableProgram';

const VERDICTS: readonly Verdict[] = ['shown', 'possible', 'unknown', 'unlikely'];

/** What causes are told by, beside the files and the findings; each may be missing. */
export interface CauseSources {
  readonly notice?: HostNotice | undefined;
  readonly traces?: Traces | undefined;
  readonly witnesses?: Witnesses | undefined;
  readonly mails?: MailSupport | undefined;
}

/** What speaks for and against each cause, the likeliest first; none where there is no file to explain. */
export function causesOf(
  files: readonly IncidentFile[],
  logFindings: readonly Finding[],
  { notice, traces, witnesses, mails }: CauseSources = {},
): Cause[] {
  const bad = files.filter(({ severity }) => severity === 'error');
  if (bad.length === 0) return [];
  const planted = bad.filter((file) => !isOwnProgram(file));
  const facts: CauseFacts = {
    files: bad,
    planted,
    logFindings,
    traces,
    witnesses,
    mails,
    opinions: new Set(notice?.opinions),
    ...kindsOf(traces?.model),
  };
  // Of nothing but the site's own programs nobody had to get in.
  if (planted.length === 0) return [leftOverProgram(facts)];
  const causes = [leftOverProgram, cmsAccount, vulnerableProgram, ftpAccount].map((judge) => judge(facts));
  // A form that was abused does not tell how other files came. Without logs nothing is known of any cause.
  const isTold = causes.some(
    ({ id, verdict }) => id !== 'left-over-program' && (verdict === 'shown' || verdict === 'possible'),
  );
  return [...causes, ...(isTold || traces === undefined ? [] : [unknownCause(facts)])].toSorted(
    (one, other) => VERDICTS.indexOf(one.verdict) - VERDICTS.indexOf(other.verdict),
  );
}

function kindsOf(model: LogModel | undefined): Pick<CauseFacts, 'hasRequests' | 'hasFtp'> {
  if (model === undefined || model.table.rows === 0) return { hasRequests: false, hasFtp: false };
  const { kind } = model.table.data;
  // A table of requests alone has no such column.
  if (kind.length === 0) return { hasRequests: true, hasFtp: false };
  return { hasRequests: kind.includes(EntryKind.request), hasFtp: kind.includes(EntryKind.ftp) };
}

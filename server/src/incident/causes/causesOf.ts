import { EntryKind } from '../../log/entryFields';
import type { LogModel } from '../../log/logModel';
import type { Finding } from '../../rules/finding';
import type { IncidentFile } from '../incident';
import type { Cause, CauseFacts, Verdict } from './cause';
import { cmsAccount } from './cmsAccount';
import { ftpAccount } from './ftpAccount';
import { isOwnProgram, leftOverProgram } from './leftOverProgram';
import { vulnerableProgram } from './vulnerableProgram';

const VERDICTS: readonly Verdict[] = ['shown', 'possible', 'unknown', 'unlikely'];

/** What speaks for and against each cause, the likeliest first; none where there is no file to explain. */
export function causesOf(files: readonly IncidentFile[], logFindings: readonly Finding[], model?: LogModel): Cause[] {
  const bad = files.filter(({ severity }) => severity === 'error');
  if (bad.length === 0) return [];
  const planted = bad.filter((file) => !isOwnProgram(file));
  const facts: CauseFacts = {
    files: bad,
    logFindings,
    callers: new Set(planted.flatMap(({ calls }) => calls?.clients.map(({ address }) => address) ?? [])),
    begin: beginOf(planted.length > 0 ? planted : bad),
    ...kindsOf(model),
  };
  // Of nothing but the site's own programs nobody had to get in.
  const judges = planted.length > 0 ? [leftOverProgram, cmsAccount, vulnerableProgram, ftpAccount] : [leftOverProgram];
  return judges
    .map((judge) => judge(facts))
    .toSorted((one, other) => VERDICTS.indexOf(one.verdict) - VERDICTS.indexOf(other.verdict));
}

function beginOf(files: readonly IncidentFile[]): number | undefined {
  const times = files.flatMap(({ calls, uploads }) => [calls?.first, ...uploads.map(({ time }) => time)]);
  const moments = times.filter((time) => time !== undefined).map((time) => Date.parse(time));
  return moments.length === 0 ? undefined : Math.min(...moments);
}

function kindsOf(model: LogModel | undefined): Pick<CauseFacts, 'hasRequests' | 'hasFtp'> {
  if (model === undefined || model.table.rows === 0) return { hasRequests: false, hasFtp: false };
  const { kind } = model.table.data;
  // A table of requests alone has no such column.
  if (kind.length === 0) return { hasRequests: true, hasFtp: false };
  return { hasRequests: kind.includes(EntryKind.request), hasFtp: kind.includes(EntryKind.ftp) };
}

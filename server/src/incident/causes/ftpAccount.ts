import { t } from '../../words';
import type { IncidentFile } from '../incident';
import { coverageOf } from '../timeline/coverage';
import { isOfCompany } from '../timeline/witness';
import { against, evidenceOfEvent, type Cause, type CauseEvidence, type CauseFacts } from './cause';
import { missingFtp } from './missing';

/** Somebody had the password of FTP: the bad files were uploaded by it. */
export function ftpAccount(facts: CauseFacts): Cause {
  const id = 'ftp-account';
  const uploads = facts.planted.flatMap((file) => file.uploads.map((upload) => ({ file, upload })));
  const first = uploads.filter(({ file, upload }) => !wasUsedBefore(file, upload.time));
  const logIns = (facts.witnesses?.logIns ?? []).filter(({ service }) => service === 'ftp');
  const evidence = [
    ...logIns.map(({ event }) => evidenceOfEvent(event)),
    ...uploads.map(({ file, upload }) => uploadEvidence(file, upload)),
  ];
  const missing = missingFtp(facts);
  if (first.length > 0) return { id, verdict: 'shown', evidence, missing };
  if (logIns.some(isOfCompany) || logIns.some(({ failures }) => failures > 0)) {
    return { id, verdict: 'possible', evidence, missing };
  }
  const said = facts.opinions.has('no-odd-ftp')
    ? [against(t('The host writes that it saw no odd access by FTP.'))]
    : [];
  if (!facts.hasFtp || !reachesBack(facts)) {
    return { id, verdict: said.length > 0 ? 'unlikely' : 'unknown', evidence: [...evidence, ...said], missing };
  }
  const text = t('The FTP log that was read has no upload of any of the files.');
  return { id, verdict: 'unlikely', evidence: uploads.length > 0 ? evidence : [against(text), ...said], missing };
}

function uploadEvidence(
  file: IncidentFile,
  { client = '?', user = '?', time, place }: IncidentFile['uploads'][number],
): CauseEvidence {
  const isLater = wasUsedBefore(file, time);
  return {
    speaks: isLater ? 'against' : 'for',
    text: isLater
      ? t('{0} was uploaded by FTP from {1} as user {2}, but was used before that already.', file.file, client, user)
      : t('{0} was uploaded by FTP from {1} as user {2}.', file.file, client, user),
    ...(time !== undefined && { time }),
    places: [place],
  };
}

/** Whether the file was called, and was there, before it was uploaded: then it came some other way. */
function wasUsedBefore({ calls, uploads }: IncidentFile, time: string | undefined): boolean {
  if (calls?.first === undefined || time === undefined) return false;
  const [earliest] = uploads;
  const isFirst = earliest?.time === time;
  return isFirst && calls.statuses.some(({ status }) => status < 400) && Date.parse(calls.first) < Date.parse(time);
}

/** Whether the logs of FTP begin before the bad files were used. */
function reachesBack({ traces }: CauseFacts): boolean {
  const ftp = traces && coverageOf(traces.model).ftp;
  if (traces?.begin === undefined || ftp === undefined) return true;
  return traces.model.table.data.time[ftp.first]! <= traces.begin;
}

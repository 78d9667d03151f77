import { t } from '../../words';
import type { IncidentFile } from '../incident';
import { coverageOf } from '../timeline/coverage';
import { firstUse } from '../timeline/fileTrail';
import { isOfCompany } from '../timeline/witness';
import { against, evidenceOfEvent, type Cause, type CauseEvidence, type CauseFacts } from './cause';
import { missingFtp } from './missing';

/** Somebody had the password of FTP: the bad files were uploaded by it. */
export function ftpAccount(facts: CauseFacts): Cause {
  const id = 'ftp-account';
  const uploads = facts.planted.flatMap((file) => file.uploads.map((upload) => ({ file, upload })));
  const came = new Set(facts.planted.filter((file) => !wasUsedBefore(facts, file)));
  const logIns = (facts.witnesses?.logIns ?? []).filter(({ service }) => service === 'ftp');
  const evidence = [
    ...logIns.map(({ event }) => evidenceOfEvent(event)),
    ...uploads.map(({ file, upload }) => uploadEvidence(file, upload, came.has(file) ? 'for' : 'against')),
  ];
  const missing = missingFtp(facts);
  if (uploads.some(({ file }) => came.has(file))) return { id, verdict: 'shown', evidence, missing };
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
  { file }: IncidentFile,
  { client = '?', user = '?', time, place }: IncidentFile['uploads'][number],
  speaks: CauseEvidence['speaks'],
): CauseEvidence {
  return {
    speaks,
    text:
      speaks === 'for'
        ? t('{0} was uploaded by FTP from {1} as user {2}.', file, client, user)
        : t('{0} was uploaded by FTP from {1} as user {2}, but was used before that already.', file, client, user),
    ...(time !== undefined && { time }),
    places: [place],
  };
}

/**
 * Whether a file was used before it was first uploaded: then it came some other way. Robots ask for it without its being there, and
 * visitors call a page before strangers replace it.
 */
function wasUsedBefore({ traces }: CauseFacts, { file, uploads }: IncidentFile): boolean {
  const trail = traces?.trails.find((each) => each.file.file === file);
  const used = traces && trail && !trail.isVisited ? firstUse(traces.model, trail) : undefined;
  const times = uploads.flatMap(({ time }) => (time === undefined ? [] : Date.parse(time)));
  return used !== undefined && times.length > 0 && times.every((time) => used * 1000 < time);
}

/** Whether the logs of FTP begin before the bad files were used. */
function reachesBack({ traces }: CauseFacts): boolean {
  const ftp = traces && coverageOf(traces.model).ftp;
  if (traces?.begin === undefined || ftp === undefined) return true;
  return traces.model.table.data.time[ftp.first]! <= traces.begin;
}

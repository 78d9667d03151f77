import { durationText } from '../../durationText';
import { NO_TIME } from '../../log/logTable';
import type { Finding } from '../../rules/finding';
import { shortened } from '../../shortened';
import { t } from '../../words';
import { coverageOf, type Coverage } from './coverage';
import { eventAtRow } from './eventAt';
import { firstUse } from './fileTrail';
import type { IncidentEvent } from './incidentEvent';
import { sentences } from './relationWords';
import type { Traces } from './traces';

const MINUTE = 60;
/** A file that was used so soon after the logs begin was there before, for all they show; in seconds. */
const AT_ONCE = 3600;

/** Where the logs can't show what happened: before they begin, and where they have long gaps. */
export function gapEvents(traces: Traces, findings: readonly Finding[] = []): IncidentEvent[] {
  const { request, ftp } = coverageOf(traces.model);
  const pauses = (request?.pauses ?? []).map(([before, behind]) => pause(traces, before, behind));
  const known = new Set(pauses.map(({ time }) => time));
  return [
    ...(request === undefined ? [] : [beginOfRequests(traces, request)]),
    ...(ftp === undefined
      ? []
      : [begin(traces, ftp, t('The FTP logs that were read begin. What was done by FTP before can’t be seen.'))]),
    ...pauses,
    ...findings.flatMap((finding) => (known.has(finding.first) ? [] : gapOfFinding(finding))),
  ];
}

function beginOfRequests(traces: Traces, coverage: Coverage): IncidentEvent {
  const text = t('The access logs that were read begin. What happened before can’t be seen.');
  return begin(traces, coverage, sentences(text, earlyUse(traces, coverage)));
}

/** Files that were used at once may have been used before. */
function earlyUse({ model, trails }: Traces, { first }: Coverage): string | undefined {
  const earliest = trails.find(({ isPlanted, isVisited }) => isPlanted && !isVisited);
  const used = earliest && firstUse(model, earliest);
  if (earliest === undefined || used === undefined) return undefined;
  const since = used - model.table.data.time[first]!;
  if (since > AT_ONCE) return undefined;
  const name = shortened(earliest.file.file);
  return since < MINUTE
    ? t('{0} was used right then: it may have been there long before. Ask your host for older logs.', name)
    : t(
        '{0} was used {1} later: it may have been there long before. Ask your host for older logs.',
        name,
        durationText(since),
      );
}

function begin({ model }: Traces, { first }: Coverage, text: string): IncidentEvent {
  return eventAtRow(model, first, { kind: 'log-begin', certainty: 'confirmed', text });
}

/** A gap that only the rhythm of the log tells. */
function gapOfFinding({ rule, title, first, places }: Finding): IncidentEvent[] {
  if (rule !== 'log-gap' || first === undefined) return [];
  return [{ kind: 'gap', certainty: 'check', time: first, text: `${title}.`, places }];
}

function pause({ model }: Traces, before: number, behind: number): IncidentEvent {
  const { time } = model.table.data;
  const length = time[before] === NO_TIME ? 0 : time[behind]! - time[before]!;
  return eventAtRow(model, before, {
    kind: 'gap',
    certainty: 'check',
    text: t(
      'For {0} the logs that were read have no entries. If there is a file for that time, download it, too.',
      durationText(length),
    ),
  });
}

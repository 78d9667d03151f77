import type { Finding } from '../../rules/finding';
import { t } from '../../words';
import type { FtpFileEvents } from '../ftpFiles';
import type { IncidentFile } from '../incident';
import type { HostNotice } from '../notice/hostNotice';
import { beforeEvents } from './beforeEvents';
import { callEvents } from './callEvents';
import { zoneOfLogs } from './coverage';
import { leftOut } from './eventAt';
import { fileTimeEvents, type KnownTimes } from './fileTimeEvents';
import { MOST_TOLD_FILES } from './fileTrail';
import { floodEvents } from './floodEvents';
import { ftpEvents } from './ftpEvents';
import { gapEvents } from './gapEvents';
import { EVENT_KINDS, type IncidentEvent } from './incidentEvent';
import { networkEvents } from './networkEvents';
import { noticeEvents } from './noticeEvents';
import type { Traces } from './traces';
import type { Witnesses } from './witnesses';

/** What a timeline is made of; each part may be missing. */
export interface TimelineFacts {
  readonly notice: HostNotice | undefined;
  readonly files: readonly IncidentFile[];
  readonly logFindings: readonly Finding[];
  readonly traces: Traces | undefined;
  readonly witnesses: Witnesses | undefined;
  /** What was done to files by FTP. */
  readonly transfers: ReadonlyMap<string, FtpFileEvents> | undefined;
  readonly times: KnownTimes;
}

/** What happened in an incident, in the order of time. */
export function timelineOf({
  notice,
  files,
  logFindings,
  traces,
  witnesses,
  transfers,
  times,
}: TimelineFacts): IncidentEvent[] {
  const zone = traces && zoneOfLogs(traces.model);
  const bad = files.filter(({ severity }) => severity === 'error');
  const changes = bad.flatMap(({ file }) => {
    const own = transfers?.get(file)?.changes;
    return own === undefined ? [] : [[file, own] as const];
  });
  return inOrderOfTime([
    ...(notice === undefined ? [] : noticeEvents(notice, zone)),
    ...fileTimeEvents(bad, times, zone ?? 0),
    ...ftpEvents(new Map(changes)),
    ...(traces && witnesses ? eventsOfTraces(traces, witnesses, logFindings) : []),
    ...(traces ? floodEvents(traces.model, logFindings) : []),
  ]);
}

function eventsOfTraces(
  traces: Traces,
  { logIns, attacks, writes, more }: Witnesses,
  logFindings: readonly Finding[],
): IncidentEvent[] {
  const { model, trails, company } = traces;
  const hidden = trails.filter(({ isVisited }) => !isVisited);
  return [
    ...gapEvents(traces, logFindings),
    ...beforeEvents(traces),
    ...[...logIns, ...attacks, ...writes].map(({ event }) => event),
    ...hidden.slice(0, MOST_TOLD_FILES).flatMap((trail) => callEvents(model, trail)),
    ...networkEvents(traces),
    ...leftOut(hidden.length - MOST_TOLD_FILES, (files) => t('Of {0} more files nothing is told here.', files)),
    ...leftOut(trails.length - hidden.length, (files) =>
      t('Files that visitors call as well, so that their calls tell nothing: {0}.', files),
    ),
    ...leftOut(more.logIns, (left) => t('{0} more log-ins are not told here.', left)),
    ...leftOut(more.attacks, (left) => t('{0} more attacks are not told here.', left)),
    ...(company.isBehindProxies ? [behindProxies()] : []),
  ];
}

function behindProxies(): IncidentEvent {
  const text = t(
    'Bad files were called through a proxy: its address does not tell who it was, and nothing is said of what its clients did before.',
  );
  return { kind: 'left-out', certainty: 'confirmed', text, places: [] };
}

/** Events in the order of their instants, whatever their offsets; those without a time last. */
export function inOrderOfTime(events: readonly IncidentEvent[]): IncidentEvent[] {
  return events
    .map((event) => ({ event, at: event.time === undefined ? Number.MAX_VALUE : Date.parse(event.time) }))
    .toSorted((one, other) => one.at - other.at || rank(one.event) - rank(other.event))
    .map(({ event }) => event);
}

/** Of what happened in the same second, what leads to something stands before it. */
function rank({ kind }: IncidentEvent): number {
  return EVENT_KINDS.indexOf(kind);
}

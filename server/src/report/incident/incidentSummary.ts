import { wantedTasks } from '../../incident/tasks/wantedTasks';
import { taskText } from '../../incident/notice/noticeWords';
import { count } from '../../numbers';
import { readableSpan } from '../../readableTime';
import { shortened } from '../../shortened';
import { t } from '../../words';
import type { IncidentFacts } from './incidentFacts';

/** An incident in two sentences for somebody who is frightened: what it is about, and what to do next. */
export function incidentSummary(facts: IncidentFacts): readonly [about: string, next: string] {
  return [aboutSentence(facts), nextSentence(facts)];
}

function aboutSentence({ incident: { files } }: IncidentFacts): string {
  const urgent = files.filter(({ severity }) => severity === 'error');
  const [worst] = urgent;
  if (worst === undefined) return t('Nothing that must be acted on was found in what was read.');
  const file = shortened(worst.file);
  if (worst.calls === undefined) {
    return t('Files to act on: {0}, first of all {1}; no log that was read saw it called.', count(urgent.length), file);
  }
  const { requests, clients, first, last } = worst.calls;
  const facts = [count(urgent.length), file, count(requests), count(clients.length)];
  return first === undefined || last === undefined
    ? t('Files to act on: {0}, first of all {1}, which got {2} requests from {3} addresses.', ...facts)
    : t(
        'Files to act on: {0}, first of all {1}, which got {2} requests from {3} addresses ({4}).',
        ...facts,
        readableSpan(first, last),
      );
}

function nextSentence({ incident, done }: IncidentFacts): string {
  const wanted = wantedTasks(incident);
  const open = wanted.filter(({ id }) => !done.has(id));
  const [next] = open;
  if (next === undefined) return t('All that is to be done is done.');
  return t(
    'Of {0} tasks, {1} are done; the next one: {2}',
    wanted.length,
    wanted.length - open.length,
    taskText(next.id, next.isAsked),
  );
}

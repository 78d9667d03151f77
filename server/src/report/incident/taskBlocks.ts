import { taskText } from '../../incident/notice/noticeWords';
import { wantedTasks, type WantedTask } from '../../incident/tasks/wantedTasks';
import { count } from '../../numbers';
import { t } from '../../words';
import { placeText } from '../placeText';
import { tableOf, type ReportBlock } from '../reportDocument';
import type { IncidentFacts } from './incidentFacts';

/** Facts that a cell has room for. */
const MOST_FACTS = 3;

/** What is to be done: whether it is, who asks for it, and what was seen of it. */
export function taskBlocks({ incident, done }: Pick<IncidentFacts, 'incident' | 'done'>): ReportBlock[] {
  const rows = wantedTasks(incident).map((task) => [
    taskText(task.id, task.isAsked),
    stateText(task, done.has(task.id)),
    task.isAsked ? t('The host') : t('Good advice'),
    seenText(task),
  ]);
  return tableOf(t('Tasks'), [t('Task'), t('State'), t('Who asks for it'), t('What was seen')], rows);
}

/** A tick counts for more than what was read: the copy stays as it was when the user deletes on the server. */
function stateText({ shown }: WantedTask, isTicked: boolean): string {
  if (isTicked) return t('finished');
  return shown === 'done' ? t('done, as far as what was read shows') : t('not yet');
}

function seenText({ facts, factsTruncated = 0 }: WantedTask): string {
  const texts = facts.slice(0, MOST_FACTS).map(({ text, place }) => {
    const where = placeText(place);
    return where === '' ? text : t('{0} ({1})', text, where);
  });
  const more = facts.length + factsTruncated - texts.length;
  return [...texts, ...(more > 0 ? [t('… and {0} more', count(more))] : [])].join(' / ');
}

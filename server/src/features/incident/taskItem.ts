import type { Host } from '../../incident/notice/hosts';
import { taskText } from '../../incident/notice/noticeWords';
import { taskHelp } from '../../incident/tasks/taskHelp';
import type { WantedTask } from '../../incident/tasks/wantedTasks';
import { count } from '../../numbers';
import type { IncidentFact, IncidentTask } from '../../protocol';
import type { Place } from '../../rules/finding';
import { t } from '../../words';

/**
 * A task as the editor shows it.
 * @param host whose control panel the help names; `undefined` when it is not known
 * @param factAt makes a sentence with its place
 */
export function taskItem(
  { id, isAsked, shown, facts, factsTruncated }: WantedTask,
  host: Host | undefined,
  factAt: (text: string, place: Place | undefined) => IncidentFact,
): IncidentTask {
  return {
    id,
    title: taskText(id, isAsked),
    isAsked,
    ...(shown !== undefined && { shown }),
    ...taskHelp(id, host),
    facts: [
      ...facts.map(({ text, place }) => factAt(text, place)),
      ...(factsTruncated === undefined ? [] : [{ text: t('… and {0} more', count(factsTruncated)) }]),
    ],
  };
}

import type { IncidentFile } from '../../incident/incident';
import type { Task } from '../../incident/notice/task';
import { count } from '../../numbers';
import { t } from '../../words';
import { plainLine } from './plainLine';

/** Files beyond this number are counted; a longer list is better attached. */
const MOST_FILES = 50;

/** What became of the bad files, a line each below how many there are, in the language that is set. */
export function replyFiles(bad: readonly IncidentFile[], done: ReadonlySet<Task>): string[] {
  if (bad.length === 0) return [];
  const areDeleted = done.has('delete-files');
  const deleted = bad.filter(({ state }) => state === 'gone' || areDeleted).length;
  const shown = bad.slice(0, MOST_FILES).map((file) => fileLine(file, areDeleted));
  const more = bad.length - shown.length;
  return [
    t('Files: {0}; deleted: {1}', count(bad.length), count(deleted)),
    ...shown,
    ...(more > 0 ? [t('… and {0} more', count(more))] : []),
  ];
}

function fileLine({ file, named, state }: IncidentFile, areDeleted: boolean): string {
  const path = plainLine(named?.path ?? file);
  if (state === 'gone') return t('- {0}: deleted', path);
  return areDeleted ? t('- {0}: deleted on the server', path) : t('- {0}: to be deleted', path);
}

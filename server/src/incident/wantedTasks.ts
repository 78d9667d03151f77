import type { HostNotice } from './notice/hostNotice';
import { TASKS, type Task } from './notice/task';

/** What is to be done in an incident. */
export interface WantedTask {
  readonly id: Task;
  /** Whether the host asks for it; all others are good advice. */
  readonly isAsked: boolean;
}

/** What the host did not ask for and is right after every abuse, in the order in which it is to be done. */
const ALWAYS: ReadonlySet<Task> = new Set([
  'scan-computer',
  'delete-files',
  'find-cause',
  'change-ftp-password',
  'reply',
]);

/** What the host asks for first, then what is right in any case, and the reply when all is done. */
export function wantedTasks(notice: HostNotice | undefined): WantedTask[] {
  const asked = new Set(notice?.tasks);
  return TASKS.filter((task) => asked.has(task) || ALWAYS.has(task))
    .map((id) => ({ id, isAsked: asked.has(id) }))
    .toSorted((one, other) => Number(other.isAsked) - Number(one.isAsked))
    .toSorted((one, other) => Number(one.id === 'reply') - Number(other.id === 'reply'));
}

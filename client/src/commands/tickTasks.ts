import type { CommandTools } from './commandTools';

/**
 * "Mark as Done", "Mark as Not Done": ticks a point of the checklist, or takes the tick away; for the keyboard, which VS Code does not
 * let reach the boxes.
 */
export async function tickTask({ incidents }: CommandTools, target: unknown, isDone: boolean): Promise<void> {
  const id = taskIdOf(target);
  const task = incidents.result?.tasks.find((each) => each.id === id);
  if (task !== undefined) await incidents.setDone(task.id, isDone);
}

/** Id of the task of an element of the checklist; `undefined` for all else. */
function taskIdOf(target: unknown): unknown {
  if (typeof target !== 'object' || target === null) return undefined;
  const { kind, task } = target as { readonly kind?: unknown; readonly task?: { readonly id?: unknown } };
  return kind === 'task' ? task?.id : undefined;
}

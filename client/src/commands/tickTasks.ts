import type { CommandTools } from './commandTools';

/**
 * "Mark as Done", "Mark as Not Done": ticks a point of the checklist, or takes the tick away; for the keyboard, which VS Code does not
 * let reach the boxes.
 * @param selected points that were selected with it
 */
export async function tickTasks(
  { incidents }: CommandTools,
  target: unknown,
  selected: unknown,
  isDone: boolean,
): Promise<void> {
  const targets: readonly unknown[] = Array.isArray(selected) && selected.length > 0 ? selected : [target];
  const ids = new Set(targets.map(taskIdOf));
  for (const { id } of incidents.result?.tasks ?? []) {
    if (ids.has(id)) await incidents.setDone(id, isDone);
  }
}

/** Id of the task of an element of the checklist; `undefined` for all else. */
function taskIdOf(target: unknown): unknown {
  if (typeof target !== 'object' || target === null) return undefined;
  const { kind, task } = target as { readonly kind?: unknown; readonly task?: { readonly id?: unknown } };
  return kind === 'task' ? task?.id : undefined;
}

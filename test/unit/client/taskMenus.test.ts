import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { taskCommand } from '../../../client/src/views/taskCommands';
import { TASKS } from '../../../server/src/incident/notice/task';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly icon?: string }[];
    readonly menus: Readonly<Record<string, readonly { command: string; when?: string; group?: string }[]>>;
  };
}

const { commands, menus } = (
  JSON.parse(readFileSync(path.join(__dirname, '../../../package.json'), 'utf8')) as Manifest
).contributes;
/** What the manifest has for tasks of the checklist: the ids of a condition, as an expression has them. */
const entries = menus['view/item/context']!.flatMap(({ command, when = '', group }) => {
  const [, ids] = /viewItem =~ \/\^task \(?([\w|-]+)\)?\\b\//.exec(when) ?? [];
  return ids === undefined ? [] : [{ command, group, ids: ids.split('|') }];
});

describe('The commands of tasks in the checklist', () => {
  it('are there, and for tasks that there are', () => {
    assert.ok(entries.length > 0);
    for (const { ids } of entries) {
      assert.ok(
        ids.every((id) => TASKS.some((task) => task === id)),
        ids.join(),
      );
    }
  });

  it('are those of the rows below the tasks', () => {
    const inMenus = new Set(entries.flatMap(({ command, ids }) => ids.map((id) => `${id} ${command}`)));
    const inRows = TASKS.filter((id) => taskCommand(id) !== undefined).map((id) => `${id} ${taskCommand(id)}`);
    assert.deepEqual([...inMenus].toSorted(), inRows.toSorted());
  });

  it('can be reached without the mouse: what stands beside a task stands in its menu, too, and has an icon', () => {
    for (const { command, group, ids } of entries) {
      if (group !== 'inline') continue;
      assert.ok(
        commands.some((each) => each.command === command && each.icon !== undefined),
        command,
      );
      assert.ok(
        entries.some((each) => each.command === command && each.group !== 'inline' && each.ids.join() === ids.join()),
      );
    }
  });
});

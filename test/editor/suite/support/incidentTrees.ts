import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import type { ChecklistElement, SectionId } from '../../../../client/src/views/checklistElements';
import type { SiteElement } from '../../../../client/src/views/siteElements';
import type { FindingGroup } from '../../../../client/src/views/siteGroups';
import { inside } from './inside';

/** The label of an item, as text. */
export function labelOf({ label = '' }: vscode.TreeItem): string {
  return typeof label === 'string' ? label : label.label;
}

/** What is in a section of the checklist; nothing where there is no such section. */
export async function inSection(id: SectionId): Promise<ChecklistElement[]> {
  const { checklistTree } = await inside();
  const section = checklistTree.getChildren().find((element) => element.kind === 'section' && element.id === id);
  return section === undefined ? [] : checklistTree.getChildren(section);
}

/** The tasks of the checklist: what the host asks for, then all others. */
export async function listedTasks(): Promise<Extract<ChecklistElement, { kind: 'task' }>[]> {
  const sections = await Promise.all((['asked', 'wise', 'tasks'] as const).map(inSection));
  return sections.flat().filter((element) => element.kind === 'task');
}

/** The labels of what is in a section. */
export async function labelsIn(id: SectionId): Promise<string[]> {
  const { checklistTree } = await inside();
  return (await inSection(id)).map((element) => labelOf(checklistTree.getTreeItem(element)));
}

/** A file of the view of files by the end of its path, once an incident is put together and nothing else was chosen to group by. */
export async function listedFile(end: string): Promise<FindingGroup & Required<Pick<FindingGroup, 'file'>>> {
  const { siteTree } = await inside();
  const [file, ...others] = siteTree.getChildren().filter((each) => each.kind === 'group' && each.key.endsWith(end));
  assert.deepEqual(others, []);
  assert.ok(file?.kind === 'group' && file.file !== undefined, end);
  return { ...file, file: file.file };
}

/** What is below an element of the view of files, as it is shown. */
export async function itemsBelow(element: SiteElement): Promise<vscode.TreeItem[]> {
  const { siteTree } = await inside();
  return siteTree.getChildren(element).map((child) => siteTree.getTreeItem(child));
}

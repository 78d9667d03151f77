import * as vscode from 'vscode';
import type { FindingOfSite } from '../../../server/src/protocol';
import type { FindingElement } from '../views/siteElements';
import type { CommandTools } from './commandTools';

/** "Show what this hidden code does": opens what was decoded of a finding. What names no finding opens nothing. */
export async function showDecoded({ server }: CommandTools, finding: unknown): Promise<void> {
  const document = (await server.get()).site.documentOfDecoded(finding);
  if (document !== undefined) await vscode.commands.executeCommand('vscode.open', document, { preview: true });
}

/** "Show in the list of findings": brings the tree to a finding, and shows all findings again where a filter keeps it back. */
export async function revealFinding({ audits, siteView }: CommandTools, wanted: unknown): Promise<void> {
  if (!isFindingKey(wanted)) return;
  const audit = audits.all.find(({ folder }) => folder.toString() === vscode.Uri.parse(wanted.folder).toString());
  const alike = audit?.result.findings.filter(({ rule, file }) => rule === wanted.rule && file === wanted.file);
  const finding = alike?.[wanted.nth];
  if (finding === undefined) return;
  const shown = (): FindingElement | undefined => siteView.tree.findings.find((each) => each.finding === finding);
  if (shown() === undefined) siteView.filter();
  const element = shown();
  if (element !== undefined) await siteView.reveal(element);
}

function isFindingKey(value: unknown): value is FindingOfSite {
  if (typeof value !== 'object' || value === null) return false;
  const { folder, file, rule, nth } = value as Partial<Record<keyof FindingOfSite, unknown>>;
  return [folder, file, rule].every((each) => typeof each === 'string') && Number.isSafeInteger(nth);
}

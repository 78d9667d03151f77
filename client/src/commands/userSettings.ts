import * as vscode from 'vscode';

/** Section of the settings that is ours. */
export const SECTION = 'logSiteAudit';

/** Says what was changed, with a way back and a way to the settings. */
export async function offerUndo(done: string, key: string, undo: () => Promise<unknown>): Promise<void> {
  const back = vscode.l10n.t('Undo');
  const settings = vscode.l10n.t('Open Settings');
  const choice = await vscode.window.showInformationMessage(done, back, settings);
  if (choice === back) await undo();
  if (choice === settings) await vscode.commands.executeCommand('workbench.action.openSettings', `${SECTION}.${key}`);
}

/**
 * Changes a setting of the user, never one of the folder: that may come from an attacker.
 * @returns what the user had set before; `undefined` for nothing
 */
export async function changeUserSetting(key: string, make: (before: unknown) => unknown): Promise<unknown> {
  const configuration = vscode.workspace.getConfiguration(SECTION);
  const before: unknown = configuration.inspect(key)?.globalValue;
  await configuration.update(key, make(before), vscode.ConfigurationTarget.Global);
  return before;
}

/** The entries of a setting that is a list; none of what is no list. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** A list as a setting: none at all where it is empty. */
export function emptyAsDefault(list: readonly unknown[]): readonly unknown[] | undefined {
  return list.length === 0 ? undefined : list;
}

import * as vscode from 'vscode';
import type { CommandTools } from './commandTools';

/** "Stop Asking Registries": takes the consent back; forgets what registries said where the user wants that. */
export async function withdrawLookUps({ consent, server, clients }: CommandTools): Promise<void> {
  const since = consent.since('registries');
  if (since === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Registries are not asked: you have not allowed it.'));
    return;
  }
  await consent.withdraw('registries');
  const forget: vscode.MessageItem = { title: vscode.l10n.t('Forget What They Said') };
  const message = vscode.l10n.t('Registries, which could be asked since {0}, are not asked any more.', since);
  const choice = await vscode.window.showInformationMessage(message, forget);
  if (choice !== forget) return;
  await (await server.get()).forgetNetworks();
  clients.refresh();
}

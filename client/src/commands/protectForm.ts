import * as vscode from 'vscode';
import type { CommandTools } from './commandTools';

/** "How to Protect This Form": opens the steps and the lines for the form of a finding. What names none opens nothing. */
export async function protectForm({ server, guides }: CommandTools, finding: unknown): Promise<void> {
  const guide = await (await server.get()).site.protectForm(finding);
  if (guide !== '') await guides.show(vscode.l10n.t('How to protect this form'), guide);
}

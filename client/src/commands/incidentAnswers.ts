import * as vscode from 'vscode';
import type { DenyFormat } from '../../../server/src/protocol';
import { formatCount } from '../numbers';
import { notificationText } from '../plainText';
import type { CommandTools } from './commandTools';
import { notBuilt, showDraft } from './drafts';

/** What most people need comes first. */
const FORMATS: readonly DenyFormat[] = ['apache', 'nginx', 'plain', 'crowdsec', 'fail2ban'];
/** Refusals that a notification names; more are counted. */
const MOST_REFUSALS = 3;

/** "Draft the Reply to the Host": as a document of its own, which the user corrects and sends himself. */
export async function replyToHost({ server, incidents }: CommandTools): Promise<void> {
  const content = await (await server.get()).incident.replyToHost({ done: incidents.parts.done });
  if (content === '') throw new Error(notBuilt());
  await showDraft(content, 'plaintext');
}

/** "Make Deny Rules…": rules that shut out the attackers, as a document to look through; nothing is written anywhere. */
export async function makeDenyRules({ server }: CommandTools): Promise<void> {
  const placeHolder = vscode.l10n.t('For which server or program?');
  const choice = await vscode.window.showQuickPick(
    FORMATS.map((format) => ({ label: formatName(format), format })),
    { placeHolder },
  );
  if (choice === undefined) return;
  const { text, networks, refused } = await (await server.get()).incident.denyRules({ format: choice.format });
  if (text === '') throw new Error(notBuilt());
  if (networks > 0) await showDraft(text, choice.format === 'apache' ? 'apacheconf' : 'plaintext');
  void tell(networks, refused);
}

async function tell(networks: number, refused: readonly string[]): Promise<void> {
  const left = refused.slice(0, MOST_REFUSALS).map(notificationText);
  if (refused.length > left.length) left.push(vscode.l10n.t('and {0} more', formatCount(refused.length - left.length)));
  if (networks === 0 && refused.length === 0) {
    await vscode.window.showInformationMessage(vscode.l10n.t('No address attacked, as far as the logs show.'));
  } else if (left.length > 0) {
    await vscode.window.showInformationMessage(vscode.l10n.t('Not shut out: {0}', left.join('; ')));
  }
}

function formatName(format: DenyFormat): string {
  switch (format) {
    case 'apache':
      return vscode.l10n.t('.htaccess (Apache, LiteSpeed; most rented servers)');
    case 'nginx':
      return 'nginx';
    case 'plain':
      return vscode.l10n.t('Plain list');
    case 'crowdsec':
      return 'CrowdSec';
    case 'fail2ban':
      return 'fail2ban';
  }
}

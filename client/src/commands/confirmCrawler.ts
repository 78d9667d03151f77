import * as vscode from 'vscode';
import type { CrawlerAnswer } from '../../../server/src/protocol';
import { notificationText } from '../plainText';
import { clientElementOf } from './clientCommands';
import type { CommandTools } from './commandTools';
import { entryAtCursor } from './entryAtCursor';
import { withNotification } from './withNotification';

/** "Check Whether This Is a Genuine Crawler": asks the DNS for the address's name, and whether that leads back to it. */
export async function confirmCrawler(tools: CommandTools, target: unknown): Promise<void> {
  const element = clientElementOf(target);
  const address = element?.kind === 'client' ? element.client.address : (await entryAtCursor(tools))?.address;
  if (address === undefined || !(await tools.consent.ensure('registries'))) return;
  const title = vscode.l10n.t('Checking {0} by its name in the DNS', notificationText(address));
  const answer = await withNotification(title, async (_report, token) =>
    (await tools.server.get()).confirmCrawler(address, token),
  );
  if (answer !== undefined) tell(address, answer);
}

function tell(address: string, answer: CrawlerAnswer): void {
  if (answer.kind === 'confirmed') {
    const { operator, host } = answer;
    const message = vscode.l10n.t('{0} is a genuine crawler of {1}: its name is {2}.', address, operator, host);
    void vscode.window.showInformationMessage(notificationText(message));
    return;
  }
  void vscode.window.showWarningMessage(notificationText(vscode.l10n.t('{0}: {1}', address, answer.message)));
}

import * as vscode from 'vscode';
import { visibleText } from '../plainText';
import { formatCount } from '../numbers';
import { severityName } from '../severities';
import type { CommandTools } from './commandTools';

/** How long the number of the finding stays in the status bar, in ms. */
const SHOWN = 5000;

/** "Go to Next Finding", "Go to Previous Finding": opens the file or the log at the finding, in the order of the trees. */
export async function goToFinding({ findingWalk, siteView }: CommandTools, by: 1 | -1): Promise<void> {
  const step = findingWalk.step(by);
  if (step === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no finding to go to.'));
    return;
  }
  const { stop, number, of } = step;
  const { severity, title, element } = stop;
  const command = stop.command();
  const counted = vscode.l10n.t('Finding {0} of {1}', formatCount(number), formatCount(of));
  vscode.window.setStatusBarMessage([counted, severityName(severity), visibleText(title)].join(' · '), SHOWN);
  if (command !== undefined) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
  if (element !== undefined && siteView.isVisible) await siteView.reveal(element);
}

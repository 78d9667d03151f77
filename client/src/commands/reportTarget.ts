import * as vscode from 'vscode';
import type { Incidents } from '../incident/incidents';
import { isWithin } from '../quarantine/wayWithinSite';

interface MaskItem extends vscode.QuickPickItem {
  readonly mask: boolean;
}

/** Asks who will read what is handed on: whether personal data is masked; `undefined` when the user gave up. */
export async function askForMask(): Promise<boolean | undefined> {
  const placeHolder = vscode.l10n.t('Who will read the report?');
  return (await vscode.window.showQuickPick(maskItems(), { placeHolder }))?.mask;
}

function maskItems(): MaskItem[] {
  return [
    {
      mask: true,
      label: vscode.l10n.t('Others'),
      detail: vscode.l10n.t(
        'Mail addresses, user names, values of queries and addresses of visitors are left out; those of attackers stay.',
      ),
    },
    { mask: false, label: vscode.l10n.t('Only I'), detail: vscode.l10n.t('Everything is in it.') },
  ];
}

/** Throws for a file in the folder of the site, which goes back to the server, in words for the user. */
export function refuseSiteFolder({ parts: { site } }: Incidents, file: vscode.Uri): void {
  if (site === undefined || !isWithin(vscode.Uri.parse(site, true).fsPath, file.fsPath)) return;
  throw new Error(
    vscode.l10n.t('The report was not saved: the folder of the site goes back to the server. Choose another folder.'),
  );
}

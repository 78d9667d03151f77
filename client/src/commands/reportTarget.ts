import { realpath } from 'node:fs/promises';
import path from 'node:path';
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

/** Rejects for a file in a folder of the sites, which go back to the server, in words for the user. */
export async function refuseSiteFolder({ parts }: Incidents, file: vscode.Uri): Promise<void> {
  const { site, otherSites = [] } = parts;
  const target = path.join(await realPath(path.dirname(file.fsPath)), path.basename(file.fsPath));
  for (const folder of site === undefined ? [] : [site, ...otherSites]) {
    if (!isWithin(await realPath(vscode.Uri.parse(folder, true).fsPath), target)) continue;
    throw new Error(
      vscode.l10n.t('The report was not saved: the folder of the site goes back to the server. Choose another folder.'),
    );
  }
}

/** A folder without symbolic links on the way to it; as it is written where it is not there. */
async function realPath(folder: string): Promise<string> {
  return realpath(folder).catch(() => folder);
}

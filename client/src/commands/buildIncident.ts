import * as vscode from 'vscode';
import type { IncidentResult } from '../../../server/src/protocol';
import { INCIDENT_VIEW } from '../names';
import { isWithin } from '../quarantine/wayWithinSite';
import { chooseFolder } from './chooseFolder';
import type { CommandTools } from './commandTools';
import { withNotification } from './withNotification';

/** Names that hosts give to logs; what is none is told by its content and passed over. */
const LOG_NAMES =
  '**/{*.log,*.log.*,*access*log*,*access_log*,*error*log*,*xferlog*,*maillog*,*ftp*log*,*_log*.gz,log*.zip,*access*log*.zip}';
/** More logs are better read in parts. */
const MOST_LOGS = 2000;

/** "Put the Incident Together": joins the host's mail and list with the logs and the site of the workspace. */
export async function buildIncident(tools: CommandTools): Promise<IncidentResult | undefined> {
  const { incidents } = tools;
  await vscode.commands.executeCommand(`${INCIDENT_VIEW}.focus`, { preserveFocus: true });
  // An example that is shown gives way to the user's own incident.
  await incidents.give({});
  const site = incidents.parts.site ?? (await siteFolder(tools));
  const logs = await logsOfWorkspace();
  await incidents.give({ ...(site !== undefined && { site }), ...(logs.length > 0 && { logs }) });
  if (incidents.isEmpty) return undefined;
  const title = vscode.l10n.t('Putting the incident together');
  return withNotification(title, (report, token) => incidents.build(report, token));
}

/** "Forget the Incident": what the user gave and ticked; no file is touched. */
export async function forgetIncident({ incidents }: CommandTools): Promise<void> {
  await incidents.forget();
}

/** The folder that was audited last (the sample's is not the user's), or the workspace's, or the one that the user chooses. */
async function siteFolder({ audits, context }: CommandTools): Promise<string | undefined> {
  const storage = context.globalStorageUri.fsPath;
  const audited = audits.all.map(({ folder }) => folder).findLast(({ fsPath }) => !isWithin(storage, fsPath));
  const folder =
    audited ??
    (await chooseFolder({
      which: vscode.l10n.t('Which folder holds the copy of the site?'),
      title: vscode.l10n.t('Choose the folder with the copy of your site'),
      button: vscode.l10n.t('Use'),
    }));
  return folder?.toString();
}

async function logsOfWorkspace(): Promise<string[]> {
  const files = await vscode.workspace.findFiles(LOG_NAMES, undefined, MOST_LOGS);
  return files.filter(({ scheme }) => scheme === 'file').map((file) => file.toString());
}

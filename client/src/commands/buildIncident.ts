import * as vscode from 'vscode';
import type { IncidentResult } from '../../../server/src/protocol';
import { askFolders } from '../incident/askFolders';
import type { Incidents } from '../incident/incidents';
import { INCIDENT_VIEW } from '../names';
import { isWithin } from '../quarantine/wayWithinSite';
import { chooseFolders } from './chooseFolder';
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
  const [site, ...otherSites] = incidents.parts.site === undefined ? await siteFolders(tools) : [];
  const logs = await logsOfWorkspace();
  await incidents.give({ ...(site !== undefined && { site, otherSites }), ...(logs.length > 0 && { logs }) });
  if (incidents.isEmpty) return undefined;
  const result = await buildAgain(incidents);
  return result && (await askFolders(incidents, result.questions)) ? buildAgain(incidents) : result;
}

/** Puts together what is known already; says how far it is and can be cancelled, which gives `undefined`. */
export async function buildAgain(incidents: Incidents): Promise<IncidentResult | undefined> {
  const title = vscode.l10n.t('Putting the incident together');
  return withNotification(title, (report, token) => incidents.build(report, token));
}

/** "Forget the Incident": what the user gave and ticked; no file is touched. */
export async function forgetIncident({ incidents }: CommandTools): Promise<void> {
  await incidents.forget();
}

/** The folder that was audited last (the sample's is not the user's), or the workspace's, or those that the user chooses. */
async function siteFolders({ audits, context }: CommandTools): Promise<string[]> {
  const storage = context.globalStorageUri.fsPath;
  const audited = audits.all.map(({ folder }) => folder).findLast(({ fsPath }) => !isWithin(storage, fsPath));
  if (audited !== undefined) return [audited.toString()];
  const folders = await chooseFolders({
    which: vscode.l10n.t('Which folders hold copies of your sites?'),
    title: vscode.l10n.t('Choose the folder with the copy of your site'),
    button: vscode.l10n.t('Use'),
  });
  return folders.map((folder) => folder.toString());
}

async function logsOfWorkspace(): Promise<string[]> {
  const files = await vscode.workspace.findFiles(LOG_NAMES, undefined, MOST_LOGS);
  return files.filter(({ scheme }) => scheme === 'file').map((file) => file.toString());
}

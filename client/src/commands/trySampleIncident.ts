import * as vscode from 'vscode';
import { openUnpacked } from '../editors/logArchive';
import { INCIDENT_VIEW } from '../names';
import type { CommandTools } from './commandTools';
import { withNotification } from './withNotification';

const SAMPLE_LOGS = 'logs';
const SAMPLE_LOG = '20211101.log.gz';
const SAMPLE_SITE = 'site';
const SAMPLE_MAIL = 'mail-from-host.txt';

/**
 * "Try the Sample Incident": opens the log of a site whose form was abused, and puts the incident together from the host's mail, the
 * log and the site. Nothing of the user's is touched, and what he gave for an incident of his own is kept.
 */
export async function trySampleIncident(tools: CommandTools): Promise<void> {
  const sample = await freshSample(tools.context);
  const at = (...path: string[]): vscode.Uri => vscode.Uri.joinPath(sample, ...path);
  await openUnpacked(at(SAMPLE_LOGS, SAMPLE_LOG), { preview: false });
  await vscode.commands.executeCommand(`${INCIDENT_VIEW}.focus`, { preserveFocus: true });
  const parts = {
    notice: new TextDecoder().decode(await vscode.workspace.fs.readFile(at(SAMPLE_MAIL))),
    logs: [at(SAMPLE_LOGS).toString()],
    site: at(SAMPLE_SITE).toString(),
  };
  await withNotification(vscode.l10n.t('Putting the incident together'), (report, token) =>
    tools.incidents.showExample(parts, report, token),
  );
}

/** A copy of the bundled sample as it was shipped, whatever was done to the last one. */
async function freshSample({ extensionUri, globalStorageUri }: vscode.ExtensionContext): Promise<vscode.Uri> {
  const sample = vscode.Uri.joinPath(globalStorageUri, 'sample');
  await vscode.workspace.fs.createDirectory(globalStorageUri);
  await vscode.workspace.fs.copy(vscode.Uri.joinPath(extensionUri, 'sample'), sample, { overwrite: true });
  return sample;
}

import * as vscode from 'vscode';
import { openUnpacked } from '../editors/logArchive';
import { auditFolder } from './auditSiteFolder';
import type { CommandTools } from './commandTools';

const SAMPLE_LOG = ['logs', '20211101.log.gz'];
const SAMPLE_SITE = 'site';

/** "Try the Sample Incident": opens the log of a site whose form was abused, and audits the site. Nothing of the user's is touched. */
export async function trySampleIncident(tools: CommandTools): Promise<void> {
  const sample = await freshSample(tools.context);
  await openUnpacked(vscode.Uri.joinPath(sample, ...SAMPLE_LOG), { preview: false });
  await auditFolder(tools, vscode.Uri.joinPath(sample, SAMPLE_SITE));
}

/** A copy of the bundled sample as it was shipped, whatever was done to the last one. */
async function freshSample({ extensionUri, globalStorageUri }: vscode.ExtensionContext): Promise<vscode.Uri> {
  const sample = vscode.Uri.joinPath(globalStorageUri, 'sample');
  await vscode.workspace.fs.createDirectory(globalStorageUri);
  await vscode.workspace.fs.copy(vscode.Uri.joinPath(extensionUri, 'sample'), sample, { overwrite: true });
  return sample;
}

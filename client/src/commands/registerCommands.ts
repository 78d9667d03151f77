import * as vscode from 'vscode';
import { notificationText } from '../plainText';
import { SHOW_MORE_COMMAND } from '../views/siteItems';
import { auditAgain, auditSiteFolder } from './auditSiteFolder';
import type { CommandTools } from './commandTools';

/** Arguments may come from anywhere that can run a command: each command checks its own. */
type Command = (tools: CommandTools, argument: unknown) => unknown;

/** Every command of the manifest. What concerns logs is loaded when it is first called. */
const COMMANDS: Readonly<Record<string, Command>> = {
  'logSiteAudit.auditSiteFolder': auditSiteFolder,
  'logSiteAudit.auditAgain': auditAgain,
  'logSiteAudit.clearAudits': ({ audits }) => audits.clear(),
  'logSiteAudit.groupByRule': ({ siteView }) => siteView.group('rule'),
  'logSiteAudit.groupBySeverity': ({ siteView }) => siteView.group('severity'),
  'logSiteAudit.groupByFile': ({ siteView }) => siteView.group('file'),
  [SHOW_MORE_COMMAND]: ({ siteView }, parent) => typeof parent === 'string' && siteView.tree.showMore(parent),
  'logSiteAudit.trySampleIncident': async (tools) => (await import('./trySampleIncident')).trySampleIncident(tools),
  'logSiteAudit.showLines': async (_, lines) => (await import('../editors/showLines')).showLines(lines),
  'logSiteAudit.showLinesOfAddress': async (tools) => (await import('./showLinesAtCursor')).showLinesOfAddress(tools),
  'logSiteAudit.showLinesOfEndpoint': async (tools) => (await import('./showLinesAtCursor')).showLinesOfEndpoint(tools),
  'logSiteAudit.revealInLog': async (tools) => (await import('./revealInLog')).revealInLog(tools),
  'logSiteAudit.openSiteFile': async (tools, path) => (await import('./openSiteFile')).openSiteFile(tools, path),
  'logSiteAudit.lookUpAddress': async (tools, address) =>
    (await import('./lookUpAddress')).lookUpAddress(tools, address),
};

/** Registers the commands, which are there whether or not the server runs; what one of them throws is shown. */
export function registerCommands(tools: CommandTools): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.entries(COMMANDS).map(([id, command]) =>
      vscode.commands.registerCommand(id, async (argument: unknown) => {
        try {
          return await command(tools, argument);
        } catch (error) {
          void vscode.window.showErrorMessage(notificationText(error instanceof Error ? error.message : String(error)));
          return undefined;
        }
      }),
    ),
  );
}

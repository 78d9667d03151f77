import * as vscode from 'vscode';
import { showLines } from '../editors/showLines';
import { ASK_REGISTRY, SHOW_DECODED, SHOW_RULE, SHOW_TASK } from '../names';
import { notificationText } from '../plainText';
import { SHOW_MORE_COMMAND } from '../views/siteItems';
import { auditSiteArchive } from './auditSiteArchive';
import { auditAgain, auditSiteFolder, auditThisFolderAgain } from './auditSiteFolder';
import { askRegistry, lookUpClients } from './askRegistry';
import { buildIncident, forgetIncident } from './buildIncident';
import { copyAbuseContact, copyAddress, copyNetwork } from './clientCommands';
import type { CommandTools } from './commandTools';
import { compareWithCleanCopy, forgetCleanCopy } from './compareWithCleanCopy';
import { compareWithWordPress, withdrawWordPress } from './compareWithWordPress';
import { confirmCrawler } from './confirmCrawler';
import { changeDocumentRoots } from './documentRoots';
import { draftAbuseMail } from './draftAbuseMail';
import { exportFindings } from './exportFindings';
import { exportLogFindings } from './exportLogFindings';
import { goToFinding } from './goToFinding';
import { importFoundList, importHostList, readHostMail } from './hostTexts';
import { copyPathOfFile, showLinesOfFile } from './incidentFiles';
import { makeDenyRules, replyToHost } from './incidentAnswers';
import { lookUpAddress } from './lookUpAddress';
import { markFilesKnownGood, markKnownGood } from './markKnownGood';
import { filterLog, openInLogView } from './openInLogView';
import { openSiteFile } from './openSiteFile';
import { protectForm } from './protectForm';
import { quarantineFile, quarantineFiles } from './quarantineFile';
import { clearLogFolders, readLogFolder } from './readLogFolder';
import { restoreFromQuarantine } from './restoreFromQuarantine';
import { revealInLog } from './revealInLog';
import { saveEvidence } from './saveEvidence';
import { saveReport } from './saveReport';
import { showDashboard, showDashboardOfAll } from './showDashboard';
import { showHardening } from './showHardening';
import { showLogLine } from './showLogLine';
import { showLinesOfAddress, showLinesOfEndpoint } from './showLinesAtCursor';
import { showTask } from './showTask';
import { revealFinding, showDecoded } from './siteFindings';
import { ruleTarget } from './treeTarget';
import { trashFile, trashFiles } from './trashFiles';
import { tickTasks } from './tickTasks';
import { trySampleIncident } from './trySampleIncident';
import { ignoreAddress, ignorePath, setRuleSeverity } from './tuneFindings';
import { showRule, whyFinding } from './whyFinding';
import { withdrawLookUps } from './withdrawLookUps';

/**
 * Arguments may come from anywhere that can run a command: each command checks its own. The second one, `selected`, is what VS Code
 * adds where several elements of a tree are selected: all of them.
 */
type Command = (tools: CommandTools, argument: unknown, selected: unknown) => void | Promise<unknown>;

/** Every command of the manifest. */
const COMMANDS: Readonly<Record<string, Command>> = {
  'logSiteAudit.auditSiteFolder': auditSiteFolder,
  'logSiteAudit.auditSiteArchive': auditSiteArchive,
  'logSiteAudit.auditAgain': auditAgain,
  'logSiteAudit.auditThisFolderAgain': auditThisFolderAgain,
  'logSiteAudit.compareWithCleanCopy': compareWithCleanCopy,
  'logSiteAudit.forgetCleanCopy': forgetCleanCopy,
  'logSiteAudit.compareWithWordPress': compareWithWordPress,
  'logSiteAudit.withdrawWordPress': withdrawWordPress,
  'logSiteAudit.clearAudits': ({ audits }) => audits.clear(),
  'logSiteAudit.groupByRule': ({ siteView }) => siteView.group('rule'),
  'logSiteAudit.groupBySeverity': ({ siteView }) => siteView.group('severity'),
  'logSiteAudit.groupByFile': ({ siteView }) => siteView.group('file'),
  'logSiteAudit.groupByFolder': ({ siteView }) => siteView.group('folder'),
  'logSiteAudit.filterFindings': ({ siteView }) => siteView.askForFilter(),
  'logSiteAudit.clearFindingsFilter': ({ siteView }) => siteView.filter(),
  'logSiteAudit.exportFindings': exportFindings,
  'logSiteAudit.exportLogFindings': exportLogFindings,
  'logSiteAudit.nextFinding': (tools) => goToFinding(tools, 1),
  'logSiteAudit.previousFinding': (tools) => goToFinding(tools, -1),
  [SHOW_MORE_COMMAND]: ({ siteView }, parent) => siteView.tree.showMore(String(parent)),
  'logSiteAudit.quarantine': quarantineFile,
  'logSiteAudit.quarantineFiles': quarantineFiles,
  'logSiteAudit.trash': trashFile,
  'logSiteAudit.trashFiles': trashFiles,
  'logSiteAudit.restoreFromQuarantine': restoreFromQuarantine,
  'logSiteAudit.readHostMail': readHostMail,
  'logSiteAudit.importHostList': importHostList,
  'logSiteAudit.importFoundList': importFoundList,
  'logSiteAudit.buildIncident': buildIncident,
  'logSiteAudit.documentRoots': changeDocumentRoots,
  'logSiteAudit.forgetIncident': forgetIncident,
  'logSiteAudit.markTaskDone': (tools, target, selected) => tickTasks(tools, target, selected, true),
  'logSiteAudit.markTaskOpen': (tools, target, selected) => tickTasks(tools, target, selected, false),
  [SHOW_TASK]: showTask,
  'logSiteAudit.replyToHost': replyToHost,
  'logSiteAudit.makeDenyRules': makeDenyRules,
  'logSiteAudit.showHardening': showHardening,
  'logSiteAudit.saveReport': saveReport,
  'logSiteAudit.saveEvidence': saveEvidence,
  'logSiteAudit.draftAbuseMail': draftAbuseMail,
  'logSiteAudit.showLinesOfFile': showLinesOfFile,
  'logSiteAudit.copyPathOfFile': copyPathOfFile,
  'logSiteAudit.readLogFolder': readLogFolder,
  'logSiteAudit.readLogArchive': readLogFolder,
  'logSiteAudit.clearLogFolders': clearLogFolders,
  'logSiteAudit.openInLogView': openInLogView,
  'logSiteAudit.filterLog': filterLog,
  'logSiteAudit.showDashboard': showDashboard,
  'logSiteAudit.showDashboardOfAll': showDashboardOfAll,
  'logSiteAudit.logView.find': ({ logViews }) => logViews.command('find'),
  'logSiteAudit.logView.findNext': ({ logViews }) => logViews.command('findNext'),
  'logSiteAudit.logView.findPrevious': ({ logViews }) => logViews.command('findPrevious'),
  'logSiteAudit.logView.goToLine': ({ logViews }) => logViews.command('goToLine'),
  'logSiteAudit.logView.toggleFilter': ({ logViews }) => logViews.command('toggleFilter'),
  'logSiteAudit.logView.toggleFindings': ({ logViews }) => logViews.command('toggleFindings'),
  'logSiteAudit.logView.toggleFollow': ({ logViews }) => logViews.command('toggleFollow'),
  'logSiteAudit.trySampleIncident': trySampleIncident,
  'logSiteAudit.showLines': ({ server }, lines) => showLines(server, lines),
  'logSiteAudit.showLinesOfAddress': showLinesOfAddress,
  'logSiteAudit.showLinesOfEndpoint': showLinesOfEndpoint,
  'logSiteAudit.revealInLog': revealInLog,
  'logSiteAudit.showLogLine': showLogLine,
  'logSiteAudit.openSiteFile': openSiteFile,
  'logSiteAudit.lookUpAddress': lookUpAddress,
  [ASK_REGISTRY]: askRegistry,
  'logSiteAudit.lookUpClients': lookUpClients,
  'logSiteAudit.confirmCrawler': confirmCrawler,
  'logSiteAudit.withdrawLookUps': withdrawLookUps,
  'logSiteAudit.copyAddress': copyAddress,
  'logSiteAudit.copyNetwork': copyNetwork,
  'logSiteAudit.copyAbuseContact': copyAbuseContact,
  'logSiteAudit.whyFinding': whyFinding,
  [SHOW_RULE]: (tools, target) => showRule(tools, ruleTarget(target)),
  [SHOW_DECODED]: showDecoded,
  'logSiteAudit.revealFinding': revealFinding,
  'logSiteAudit.protectForm': protectForm,
  'logSiteAudit.markKnownGood': markKnownGood,
  'logSiteAudit.markFilesKnownGood': markFilesKnownGood,
  'logSiteAudit.ignoreAddress': ignoreAddress,
  'logSiteAudit.ignorePath': ignorePath,
  'logSiteAudit.setRuleSeverity': setRuleSeverity,
};

/** Registers the commands, which are there whether or not the server runs; what one of them throws is shown. */
export function registerCommands(tools: CommandTools): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.entries(COMMANDS).map(([id, command]) =>
      vscode.commands.registerCommand(id, async (argument: unknown, selected: unknown) => {
        try {
          await command(tools, argument, selected);
        } catch (error) {
          void vscode.window.showErrorMessage(notificationText(error instanceof Error ? error.message : String(error)));
        }
      }),
    ),
  );
}

import path from 'node:path';
import * as vscode from 'vscode';
import { CleanCopies } from './cleanCopies';
import { registerCommands } from './commands/registerCommands';
import { Dashboards } from './dashboard/dashboards';
import { DecodedDocuments } from './editors/decodedDocuments';
import { FilteredLines } from './editors/filteredLines';
import { FindingDocuments } from './editors/findingDocuments';
import { Guides } from './editors/guides';
import { HugeLogs } from './editors/hugeLogs';
import { LogArchiveFileSystem, registerLogArchive } from './editors/logArchive';
import { registerLogArchiveEditor } from './editors/logArchiveEditor';
import { LogFolderSummaries } from './editors/logFolderSummaries';
import { LogViews } from './editors/logView/logViews';
import { LogMarkPainter } from './editors/marks';
import { MemberDocuments } from './editors/memberDocuments';
import { PartStatus } from './editors/partStatus';
import { SiteDecorations } from './editors/siteDecorations';
import { SiteDocuments } from './editors/siteDocuments';
import { FindingWalk } from './findingWalk';
import { Incidents } from './incident/incidents';
import { LazyServer } from './lazyServer';
import { LogClients } from './logClients';
import { KnownLogs } from './logs/knownLogs';
import { watchForLogs } from './logRecognition';
import { LookUpConsent } from './lookUps/lookUpConsent';
import { nodeQuarantineDisk } from './quarantine/nodeQuarantineDisk';
import { Quarantine } from './quarantine/quarantine';
import { RulePages } from './rulePages';
import { SiteAudits } from './siteAudits';
import { showSiteDiagnostics } from './siteDiagnostics';
import { renewWithSettings } from './siteSettings';
import { SiteWatcher } from './siteWatcher';
import { ClientView } from './views/clientView';
import { LogListView } from './views/logListView';
import { DifferenceView } from './views/differenceView';
import { AuditStatus } from './views/auditStatus';
import type { ChecklistTree } from './views/checklistTree';
import { ChecklistView } from './views/checklistView';
import type { SiteTree } from './views/siteTree';
import { SiteView } from './views/siteView';

/** What the extension shows to in-editor tests; no promise to other extensions. */
export interface ExtensionInside {
  readonly siteTree: SiteTree;
  readonly siteView: Pick<SiteView, 'description' | 'filter' | 'message'>;
  readonly differenceView: DifferenceView;
  readonly cleanCopies: Pick<CleanCopies, 'of' | 'remember'>;
  readonly quarantine: Pick<Quarantine, 'list' | 'restore'>;
  readonly incidents: Pick<Incidents, 'result' | 'isDone' | 'parts' | 'setDone'>;
  readonly checklistTree: ChecklistTree;
  readonly checklistView: ChecklistView;
  readonly clientView: Pick<ClientView, 'message' | 'tree'>;
  readonly logListView: Pick<LogListView, 'badge' | 'tree'>;
  readonly siteDecorations: Pick<SiteDecorations, 'provideFileDecoration' | 'onDidChangeFileDecorations'>;
  readonly hugeLogs: Pick<HugeLogs, 'onDidChange'>;
  readonly partStatus: Pick<PartStatus, 'text'>;
  readonly auditStatus: Pick<AuditStatus, 'text'>;
  readonly server: Pick<LazyServer, 'isNeeded' | 'onLogAnalysed'>;
  readonly logViews: Pick<LogViews, 'active' | 'onDidOpen'>;
}

let server: LazyServer | undefined;

/** Called by VS Code when a log, the view or a command is first needed. The server starts later, with the first log or audit. */
export function activate(context: vscode.ExtensionContext): ExtensionInside {
  server = new LazyServer(async (onLogAnalysed) => {
    const { startLanguageClient } = await import('./languageClient');
    return startLanguageClient(context, () => consent.access, onLogAnalysed);
  });
  const consent = new LookUpConsent(context.globalState, async (access) => {
    if (server?.isNeeded) await (await server.get()).setNetworkAccess(access);
  });
  const archives = new LogArchiveFileSystem(server);
  const lines = new FilteredLines(server);
  const hugeLogs = new HugeLogs(archives);
  const partStatus = new PartStatus(hugeLogs, lines);
  const cleanCopies = new CleanCopies(context.workspaceState);
  const audits = new SiteAudits(server, cleanCopies);
  const quarantine = new Quarantine(path.join(context.globalStorageUri.fsPath, 'quarantine'), nodeQuarantineDisk);
  const siteDecorations = new SiteDecorations(audits);
  const differenceView = new DifferenceView(audits);
  const incidents = new Incidents({ server, audits, cleanCopies, memory: context.workspaceState });
  const siteView = new SiteView(audits, incidents, context.workspaceState);
  const checklistView = new ChecklistView(incidents);
  const clients = new LogClients(server, incidents);
  const clientView = new ClientView(clients);
  const knownLogs = new KnownLogs(server, incidents);
  const logListView = new LogListView(knownLogs);
  const findingWalk = new FindingWalk(siteView, logListView.tree);
  const auditStatus = new AuditStatus({ logs: knownLogs, audits, incidents });
  const summaries = new LogFolderSummaries();
  const logViews = new LogViews(context.extensionUri, server);
  const guides = new Guides();
  const dashboards = new Dashboards({ extension: context.extensionUri, server, logViews, incidents });
  context.subscriptions.push(
    server,
    lines,
    hugeLogs,
    partStatus,
    audits,
    siteDecorations,
    siteView,
    differenceView,
    incidents,
    checklistView,
    clients,
    clientView,
    knownLogs,
    logListView,
    findingWalk,
    auditStatus,
    consent,
    summaries,
    logViews,
    dashboards,
    guides,
    new SiteWatcher(audits),
    renewWithSettings(audits),
    new FindingDocuments(server),
    new SiteDocuments(server, audits),
    new DecodedDocuments(server, audits),
    new MemberDocuments(server),
    new LogMarkPainter(server),
    registerLogArchive(archives),
    registerLogArchiveEditor(),
    showSiteDiagnostics(audits, new RulePages(context.extensionUri)),
    registerCommands({
      context,
      server,
      audits,
      cleanCopies,
      clients,
      consent,
      quarantine,
      siteView,
      summaries,
      knownLogs,
      findingWalk,
      logViews,
      dashboards,
      incidents,
      guides,
    }),
    watchForLogs(startServer),
  );
  return {
    siteTree: siteView.tree,
    siteView,
    differenceView,
    cleanCopies,
    quarantine,
    incidents,
    checklistTree: checklistView.tree,
    checklistView,
    clientView,
    logListView,
    auditStatus,
    siteDecorations,
    hugeLogs,
    partStatus,
    server,
    logViews,
  };
}

/** Called by VS Code when the window closes or the extension is switched off. */
export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}

function startServer(): void {
  server?.get().catch((error: unknown) => {
    void vscode.window.showErrorMessage(vscode.l10n.t('The logs can’t be analysed: {0}', String(error)));
  });
}

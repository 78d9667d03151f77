import { join } from 'node:path';
import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
  type CancellationToken,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocuments } from 'vscode-languageserver';
import type { AddressDataSource } from './address/addressDataSource';
import { DiagnosticBoard } from './diagnosticBoard';
import type { Disk } from './disk';
import { EditedText } from './editedText';
import { auditFolder } from './features/auditFolder';
import { logCodeActions } from './features/codeActions';
import { clientsOfLogs, NO_CLIENTS } from './features/clients/clientsOfLogs';
import { logLenses } from './features/codeLens';
import { dashboardOf, NO_DASHBOARD } from './features/dashboard/dashboardOf';
import { logDefinition } from './features/definition';
import { logDiagnostics } from './features/diagnostics';
import { logLinks } from './features/documentLinks';
import { logSymbols } from './features/documentSymbols';
import { entryAt } from './features/entryAt';
import { filteredLinesOf } from './features/filteredLines';
import { FormatProblems } from './features/formatProblems';
import { logHover } from './features/hover/logHover';
import { logFoldingRanges } from './features/foldingRanges';
import { logHints } from './features/inlayHints';
import { answerIncidents } from './features/incident/answerIncidents';
import { knownGoodAnswer } from './features/knownGoodAnswer';
import { knownNetworks, type KnownNetworks } from './features/knownNetworks';
import { readLogFolder } from './features/logFolder/readLogFolder';
import { logPosition } from './features/logPosition';
import { openReadLogs } from './features/logs/readLogs';
import { logMarks, NO_MARKS } from './features/marks';
import { whyFinding } from './features/why/whyFinding';
import { watchReading } from './features/readingProgress';
import { logTokens, tokenLegend } from './features/semanticTokens';
import { LINES_WITH_LINKS, shownLines } from './features/shownLines';
import { RegistryRequests, type NetworkRuntime } from './features/registries/registryRequests';
import { decodedDocument } from './features/site/decodedText';
import { memberText } from './features/site/memberText';
import { reportFindings } from './features/site/reportFindings';
import { siteCodeActions } from './features/site/siteCodeActions';
import { siteHover } from './features/site/siteHover';
import { unpackForClient } from './features/unpackForClient';
import type { Language } from './jobs';
import { useLanguage } from './language';
import { together, type LogRead } from './logEntry';
import type { LogOutcome } from './logDocument';
import { LogStore } from './logStore';
import { answerViews } from './logView/answerViews';
import { LogViews } from './logView/logViews';
import type { FindSiteFile } from './features/serverFile';
import * as protocol from './protocol';
import { runSafely } from './runner';
import { DEFAULT_SETTINGS, readSettings, SETTINGS_SECTION, type Settings } from './settings';
import { SiteStore, type SuspectInLog } from './siteStore';
import { TemporaryFiles } from './temporaryFiles';
import { readWordBundle } from './wordBundle';
import { t } from './words';
import type { JobRunner } from './workerThread';

/** What the server needs of the machine; tests inject their own. */
export interface Runtime {
  readonly disk: Disk;
  readonly runJob: JobRunner;
  readonly addressData: AddressDataSource;
  readonly network: NetworkRuntime;
  /** A language with its messages, for texts that somebody else is to read; English where there are none. */
  readonly languageOf: (locale: string) => Promise<Language>;
}

/** Pause after the last key stroke before an edited log is read again, in ms. */
const EDIT_PAUSE = 300;
/** The same where only the end was edited, which is read at once. */
const END_EDIT_PAUSE = 50;

/** Answers the client on a connection until it closes. Handlers only: each looks something up and gives it to a feature. */
export function startServer(connection: Connection, runtime: Runtime): void {
  let language: Language = { locale: 'en', words: {} };
  let settings: Promise<Settings> = Promise.resolve(DEFAULT_SETTINGS);
  let asksSettings = false;
  let hasFolders = false;
  let files: TemporaryFiles | undefined;
  let cacheFolder: string | undefined;

  const log = (message: string): void => connection.console.error(message);
  const answer = <Result>(
    name: string,
    fallback: Result,
    token: CancellationToken,
    handle: () => Result | Promise<Result>,
  ): ReturnType<typeof runSafely<Result>> => runSafely(name, fallback, token, log, handle);
  const tools = async () => ({ ...runtime, files, language, settings: await settings });

  const logs = new LogStore(tools, {
    onReading: (uri) => {
      // Made ready beside the log, so that the first hover need not wait for it; never rejects.
      void runtime.addressData();
      return together(watchReading(connection, uri), views.watch(uri));
    },
    onRead: (read) => {
      views.show(read);
      void publish(read);
    },
  });
  const views = new LogViews(logs, tools, (state) => {
    connection
      .sendNotification(protocol.LogViewChanged, state)
      .catch((error: unknown) => log(`view ${state.uri}: ${String(error)}`));
  });
  const formatProblems = new FormatProblems((message) => {
    connection
      .sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message })
      .catch((error: unknown) => log(`message: ${String(error)}`));
  });
  const board = new DiagnosticBoard((uri, diagnostics) => connection.sendDiagnostics({ uri, diagnostics }));
  const sites = new SiteStore(runtime.disk);
  const registries = new RegistryRequests(connection, {
    network: runtime.network,
    allowedAddresses: async () => (await settings).allowList.addresses,
    // Lenses name the networks of findings.
    onLearnt: () => void connection.sendRequest('workspace/codeLens/refresh').catch(() => undefined),
    log,
  });
  const networks = (): Promise<KnownNetworks> => knownNetworks(runtime.addressData, () => registries.knowledge());
  const findSiteFile: FindSiteFile = (path, host) => sites.find(path, host);
  const documents = new TextDocuments(EditedText);
  const edits = new Map<string, NodeJS.Timeout>();
  /** What was read last of each open log. */
  const reads = new Map<string, LogRead>();

  const suspectsIn = (outcome: LogOutcome): readonly SuspectInLog[] =>
    outcome.kind === 'read' ? sites.suspectsIn(outcome.log) : [];

  /** Shows what a log says, and of the site's files what is known by then; nothing of an outcome that is out of date. */
  async function show({ uri, outcome, signal }: LogRead): Promise<void> {
    const { lookup } = await networks();
    for (;;) {
      const suspects = suspectsIn(outcome);
      const diagnostics = await logDiagnostics(outcome, lookup, suspects);
      if (signal.aborted) return;
      // A site may have been audited meanwhile.
      if (outcome.kind !== 'read' || suspectsIn(outcome) === suspects) return board.setLog(uri, diagnostics);
    }
  }

  /** Says in the open logs what was learnt of the site's files since they were read. */
  async function showSites(): Promise<void> {
    try {
      await Promise.all([...reads.values()].map(show));
      await connection.sendRequest('workspace/codeLens/refresh').catch(() => undefined);
    } catch (error) {
      log(`show sites: ${String(error)}`);
    }
  }

  const audit = async (
    parameters: protocol.AuditSiteParams & Partial<protocol.CompareParams>,
    token: CancellationToken,
  ): ReturnType<typeof auditFolder> => {
    const result = await auditFolder(connection, parameters, token, { ...(await tools()), cacheFolder, sites });
    if (!(result instanceof ResponseError)) void showSites();
    return result;
  };

  async function publish(read: LogRead): Promise<void> {
    const { uri, signal } = read;
    try {
      reads.set(uri, read);
      await show(read);
      if (signal.aborted) return;
      await connection.sendNotification(protocol.LogAnalysed, { uri });
      connection.languages.inlayHint.refresh().catch(() => undefined);
      await connection.sendRequest('workspace/codeLens/refresh').catch(() => undefined);
    } catch (error) {
      log(`publish ${uri}: ${String(error)}`);
    }
  }

  function closeLog(uri: string): void {
    clearTimeout(edits.get(uri));
    edits.delete(uri);
    logs.close(uri);
    reads.delete(uri);
    board.closeLog(uri).catch((error: unknown) => log(`close ${uri}: ${String(error)}`));
  }

  connection.onInitialize(async (parameters: InitializeParams): Promise<InitializeResult> => {
    const options = parameters.initializationOptions as Partial<protocol.InitializationOptions> | undefined;
    language = { locale: options?.locale ?? 'en', words: await readWordBundle(runtime.disk, options?.words) };
    useLanguage(language);
    if (options?.storage !== undefined) {
      files = new TemporaryFiles(options.storage);
      cacheFolder = join(options.storage, 'sites');
    }
    registries.initialize(options ?? {});
    asksSettings = parameters.capabilities.workspace?.configuration ?? false;
    hasFolders = parameters.capabilities.workspace?.workspaceFolders ?? false;
    sites.setFolders((parameters.workspaceFolders ?? []).map((folder) => folder.uri));
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        codeLensProvider: {},
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
        definitionProvider: true,
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        documentLinkProvider: {},
        semanticTokensProvider: { legend: tokenLegend, range: true },
        inlayHintProvider: true,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(() => {
    settings = loadSettings();
    if (asksSettings) {
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION })
        .catch((error: unknown) => log(`register: ${String(error)}`));
    }
    // Editors that have one folder only refuse to be asked.
    if (!hasFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      sites.changeFolders(
        added.map((folder) => folder.uri),
        removed.map((folder) => folder.uri),
      );
    });
  });

  connection.onDidChangeConfiguration(() => {
    settings = loadSettings();
    logs.rereadAll();
  });

  async function loadSettings(): Promise<Settings> {
    if (!asksSettings) return DEFAULT_SETTINGS;
    try {
      const loaded = readSettings(await connection.workspace.getConfiguration(SETTINGS_SECTION));
      formatProblems.tell(loaded.logFormats);
      return loaded;
    } catch (error) {
      log(`settings: ${String(error)}`);
      return DEFAULT_SETTINGS;
    }
  }

  const readText = (document: EditedText): void => {
    const { uri, version, unchanged } = document;
    logs.openText(uri, version, document.take(), unchanged);
  };
  documents.onDidOpen(({ document }) => readText(document));
  documents.onDidClose(({ document }) => closeLog(document.uri));
  documents.onDidChangeContent(({ document }) => {
    const { uri, version, unchanged } = document;
    // Fired for the opening too, which has been seen to.
    if (version === logs.version(uri)) return;
    clearTimeout(edits.get(uri));
    const pause = logs.isEnd(uri, unchanged) ? END_EDIT_PAUSE : EDIT_PAUSE;
    edits.set(uri, setTimeout(readText, pause, document));
  });
  documents.listen(connection);

  connection.onNotification(protocol.LogOpened, ({ uri, version }) => logs.openFile(uri, version));
  connection.onNotification(protocol.LogTailEdited, ({ uri, version, tail }) => logs.openTail(uri, version, tail));
  connection.onNotification(protocol.LogClosed, ({ uri }) => closeLog(uri));

  answerViews(connection, views, answer);

  connection.onHover(({ textDocument, position }, token) =>
    answer('hover', null, token, async () => {
      const place = await logPosition(logs, textDocument.uri, position);
      if (place === undefined) {
        const open = await logs.logs();
        return siteHover(sites.findings.inFile(textDocument.uri), position, {
          logs: open.length,
          of: (part) => sites.callsOf(part, open),
        });
      }
      return logHover(place, {
        networks,
        siteFile: (path, host) => sites.stateOf(path, host),
        siteZone: (await settings).siteTimeZone,
      });
    }),
  );

  connection.onCodeLens(({ textDocument }, token) =>
    answer('codeLens', [], token, async () => {
      const open = await logs.log(textDocument.uri);
      return open === undefined ? [] : logLenses(open, (await networks()).lookup, sites.suspectsIn(open));
    }),
  );

  connection.onCodeAction(({ textDocument, range, context }, token) =>
    answer('codeAction', [], token, async () => {
      const { uri } = textDocument;
      const open = await logs.log(uri);
      return [
        ...(open === undefined ? [] : logCodeActions(open, range, context.diagnostics, sites.suspectsIn(open))),
        ...siteCodeActions(uri, sites.findings.inFile(uri), range, context.diagnostics),
      ];
    }),
  );

  connection.onDefinition(({ textDocument, position }, token) =>
    answer('definition', null, token, async () => {
      const place = await logPosition(logs, textDocument.uri, position);
      return place === undefined ? null : logDefinition(place, textDocument.uri, position.character, findSiteFile);
    }),
  );

  connection.onDocumentSymbol(({ textDocument }, token) =>
    answer('documentSymbol', [], token, async () => {
      const open = await logs.log(textDocument.uri);
      return open === undefined ? [] : logSymbols(open);
    }),
  );

  connection.onFoldingRanges(({ textDocument }, token) =>
    answer('foldingRange', [], token, async () => {
      const open = await logs.log(textDocument.uri);
      return open === undefined ? [] : logFoldingRanges(open);
    }),
  );

  connection.languages.semanticTokens.onRange(({ textDocument, range }, token) =>
    answer('semanticTokens', { data: [] }, token, async () => {
      const shown = await shownLines(logs, textDocument.uri, range);
      return shown === undefined ? { data: [] } : logTokens(shown);
    }),
  );

  connection.onDocumentLinks(({ textDocument }, token) =>
    answer('documentLink', [], token, async () => {
      const shown = await shownLines(logs, textDocument.uri, LINES_WITH_LINKS);
      return shown === undefined ? [] : logLinks(shown, findSiteFile);
    }),
  );

  connection.languages.inlayHint.on(({ textDocument, range }, token) =>
    answer('inlayHint', [], token, async () => {
      const { countryHints: showsCountries } = await settings;
      return logHints(logs, textDocument.uri, range, showsCountries ? await runtime.addressData() : undefined);
    }),
  );

  connection.onRequest(protocol.LogMarksRequest, ({ uri }, token) =>
    answer('logMarks', NO_MARKS, token, async () => {
      const open = await logs.log(uri);
      return open === undefined ? NO_MARKS : logMarks(open);
    }),
  );

  connection.onRequest(protocol.FilteredLinesRequest, ({ log: uri, filter }, token) =>
    answer('filteredLines', { text: '', total: 0, shown: 0 }, token, async () =>
      filteredLinesOf(await logs.outcome(uri), filter),
    ),
  );

  connection.onRequest(protocol.WhyFindingRequest, (which, token) =>
    answer('whyFinding', { text: '', actions: [] }, token, async () => {
      const asked = [logs.outcome(which.log), settings, runtime.addressData()] as const;
      const [outcome, { rules }, network] = await Promise.all(asked);
      return whyFinding(outcome, which, { rules, network });
    }),
  );

  connection.onRequest(protocol.EntryAtRequest, ({ uri, line }, token) =>
    answer('entryAt', null, token, async () => {
      const place = await logPosition(logs, uri, { line, character: 0 });
      return place === undefined ? null : entryAt(place);
    }),
  );

  connection.onRequest(protocol.LineInLogRequest, ({ uri, line }, token) =>
    answer('lineInLog', null, token, async () => {
      const place = await logPosition(logs, uri, { line, character: 0 });
      return place === undefined ? null : { uri: place.log.uri, line: place.line - 1 };
    }),
  );

  connection.onRequest(protocol.ClientsRequest, (token) =>
    answer('clients', NO_CLIENTS, token, async () => clientsOfLogs(await logs.logs(), await networks())),
  );

  connection.onRequest(protocol.OpenLogsRequest, (token) =>
    answer('openLogs', [], token, async () => openReadLogs(await logs.logs())),
  );

  connection.onRequest(protocol.DashboardRequest, ({ logs: uris, ...query }, token) =>
    answer('dashboard', NO_DASHBOARD, token, async () => {
      const wanted = uris.length === 0 ? await logs.logs() : await Promise.all(uris.map((uri) => logs.log(uri)));
      const readable = wanted.filter((each) => each !== undefined);
      return dashboardOf(readable, query, await networks());
    }),
  );

  connection.onRequest(protocol.ReadLogFolderRequest, async (parameters, token) =>
    readLogFolder(connection, parameters, token, {
      ...(await tools()),
      board,
      networks: async () => (await networks()).lookup,
    }),
  );

  connection.onNotification(protocol.LogFoldersCleared, () => {
    board.clearFolders().catch((error: unknown) => log(`clear: ${String(error)}`));
  });

  connection.onRequest(protocol.UnpackRequest, async (parameters, token) =>
    unpackForClient(parameters, token, await tools()),
  );

  connection.onRequest(protocol.AuditSiteRequest, audit);
  connection.onRequest(protocol.CompareWithCleanCopyRequest, audit);

  connection.onNotification(protocol.AuditsCleared, () => {
    sites.clear();
    return showSites();
  });

  connection.onRequest(protocol.AddKnownGoodRequest, (parameters, token) =>
    answer('addKnownGood', { problem: t('The file could not be read.') }, token, () =>
      knownGoodAnswer(runtime.disk, parameters, new Date()),
    ),
  );

  connection.onRequest(protocol.DecodedTextRequest, (which, token) =>
    answer('decodedText', '', token, () => decodedDocument(which.file, sites.findings.find(which))),
  );

  connection.onRequest(protocol.MemberTextRequest, ({ uri }, token) =>
    answer('memberText', { problem: t('The file could not be read.') }, token, async () =>
      memberText(uri, token, await tools()),
    ),
  );

  connection.onRequest(protocol.SiteReportRequest, (wanted, token) =>
    answer('siteReport', { text: '', unknown: wanted.findings.length }, token, () =>
      reportFindings(sites.findings, wanted),
    ),
  );

  connection.onRequest(protocol.SiteFileRequest, ({ path }, token) =>
    answer('siteFile', null, token, () => sites.find(path)),
  );

  connection.onRequest(protocol.SiteCallsRequest, ({ folder }, token) =>
    answer('siteCalls', { logs: 0, requests: {}, details: {} }, token, async () =>
      sites.calls(folder, await logs.logs()),
    ),
  );

  answerIncidents(connection, answer, {
    ...runtime,
    tools: async () => ({ ...(await tools()), cacheFolder }),
    keepAudit: (folder, found) => {
      sites.add(folder, found);
      void showSites();
    },
  });

  connection.listen();
}

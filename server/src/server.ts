import { join } from 'node:path';
import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  MessageType,
  ShowMessageNotification,
  TextDocumentSyncKind,
  type CancellationToken,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { DiagnosticBoard } from './diagnosticBoard';
import { answerEditor } from './features/answerEditor';
import { answerLogs } from './features/answerLogs';
import { FormatProblems } from './features/formatProblems';
import { answerIncidents } from './features/incident/answerIncidents';
import { knownNetworks, type KnownNetworks } from './features/knownNetworks';
import { answerLogReports } from './features/logs/answerLogReports';
import { watchReading } from './features/readingProgress';
import { RegistryRequests } from './features/registries/registryRequests';
import { tokenLegend } from './features/semanticTokens';
import { answerSites } from './features/site/answerSites';
import { answerWordPress } from './features/wordPress/answerWordPress';
import type { Language } from './jobs';
import { JudgedLogSets } from './judgedLogs';
import { useLanguage } from './language';
import { together } from './logEntry';
import { LogPublisher } from './logPublisher';
import { LogStore } from './logStore';
import { answerViews } from './logView/answerViews';
import { LogViews } from './logView/logViews';
import { followDocuments } from './openDocuments';
import * as protocol from './protocol';
import { runSafely } from './runner';
import type { Runtime, Services, Tools } from './services';
import { DEFAULT_SETTINGS, readSettings, SETTINGS_SECTION, type Settings } from './settings';
import { SiteStore } from './siteStore';
import { TemporaryFiles } from './temporaryFiles';
import { readWordBundle } from './wordBundle';

/** Answers the client on a connection until it closes: joins what looks things up to what answers, a file of handlers for each subject. */
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
  const tools = async (): Promise<Tools> => ({
    ...runtime,
    language,
    settings: await settings,
    files,
    cacheFolder,
    published: (folder) => sites.published(folder),
  });

  const logs = new LogStore(tools, {
    onReading: (uri) => {
      // Made ready beside the log, so that the first hover need not wait for it; never rejects.
      void runtime.addressData();
      return together(watchReading(connection, uri), views.watch(uri));
    },
    onRead: (read) => {
      views.show(read);
      void publisher.publish(read);
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
    onLearnt: () => void publisher.refreshLenses(),
    log,
  });
  const networks = (): Promise<KnownNetworks> => knownNetworks(runtime.addressData, () => registries.knowledge());
  const publisher = new LogPublisher(connection, { board, sites, networks, log });

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

  const services: Services = {
    connection,
    answer,
    log,
    tools,
    logs,
    incidentLogs: {},
    judgedLogs: new JudgedLogSets(),
    sites,
    board,
    publisher,
    networks,
    access: () => registries.access,
  };
  followDocuments(connection, logs, publisher);
  answerEditor(services);
  answerLogs(services);
  answerLogReports(services);
  answerViews(connection, views, answer);
  answerSites(services);
  answerWordPress(services);
  answerIncidents(services);

  connection.listen();
}

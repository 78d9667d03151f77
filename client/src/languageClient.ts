import * as vscode from 'vscode';
import {
  LanguageClient,
  RevealOutputChannelOn,
  State,
  TransportKind,
  type LanguageClientOptions,
  type ServerOptions,
} from 'vscode-languageclient/node';
import {
  ARCHIVE_SCHEME,
  fetchRegistry,
  FetchRegistryRequest,
  LINES_SCHEME,
  LOG_LANGUAGES,
  LogAnalysed,
  type InitializationOptions,
  type NetworkAccess,
} from '../../server/src/protocol';
import { LogServer } from './logServer';
import { LogSynchronisation } from './logSynchronisation';
import { ASK_REGISTRY, PRODUCT, REVEAL_FINDING } from './names';

const LOG_SCHEMES = ['file', 'untitled', ARCHIVE_SCHEME, LINES_SCHEME];

/** A server that ended by itself is started again this often within three minutes, then left alone. */
const MOST_RESTARTS = 3;

const DEBUG_PORT = 6009;

/**
 * Starts the language server. Rejects when it can't be started.
 * @param networkAccess what it may ask on the internet now
 */
export async function startLanguageClient(
  context: vscode.ExtensionContext,
  networkAccess: () => NetworkAccess,
  onLogAnalysed: (log: vscode.Uri) => void,
): Promise<LogServer> {
  const channel = vscode.window.createOutputChannel(PRODUCT, { log: true });
  const logs = new LogSynchronisation(() => client);
  const client = new LanguageClient(
    'logSiteAudit',
    PRODUCT,
    serverOptions(context),
    clientOptions(context, networkAccess, logs, channel),
  );
  client.onNotification(LogAnalysed, ({ uri }) => onLogAnalysed(vscode.Uri.parse(uri, true)));
  client.onRequest(FetchRegistryRequest, (parameters, token) => {
    const stop = new AbortController();
    token.onCancellationRequested(() => stop.abort());
    return fetchRegistry(parameters, stop.signal);
  });
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Stopped) logs.reset();
    if (newState === State.Running) logs.started();
  });
  try {
    await client.start();
  } catch (error) {
    channel.dispose();
    logs.dispose();
    throw error;
  }
  context.subscriptions.push(channel, logs);
  return new LogServer(client, logs);
}

function serverOptions(context: vscode.ExtensionContext): ServerOptions {
  const module = context.asAbsolutePath('dist/server.js');
  const server = { module, transport: TransportKind.ipc };
  return { run: server, debug: { ...server, options: { execArgv: [`--inspect=${DEBUG_PORT}`] } } };
}

function clientOptions(
  context: vscode.ExtensionContext,
  networkAccess: () => NetworkAccess,
  logs: LogSynchronisation,
  outputChannel: vscode.LogOutputChannel,
): LanguageClientOptions {
  // Made for each start: what is allowed may have changed when a server that ended is started again.
  const initializationOptions = (): InitializationOptions => ({
    locale: vscode.env.language,
    words: vscode.l10n.uri?.fsPath,
    storage: context.globalStorageUri.fsPath,
    networkAccess: networkAccess(),
  });
  return {
    documentSelector: LOG_SCHEMES.flatMap((scheme) => LOG_LANGUAGES.map((language) => ({ scheme, language }))),
    initializationOptions,
    outputChannel,
    markdown: { isTrusted: { enabledCommands: [ASK_REGISTRY, REVEAL_FINDING] } },
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    connectionOptions: { maxRestartCount: MOST_RESTARTS },
    middleware: logs.middleware,
  };
}

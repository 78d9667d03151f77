import { join } from 'node:path';
import { Duplex } from 'node:stream';
import {
  ConfigurationRequest,
  createProtocolConnection,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgressCreateRequest,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type MessageReader,
  type MessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { AddressDataSource } from '../../server/src/address/addressDataSource';
import type { NetworkRuntime } from '../../server/src/features/registries/registryRequests';
import type { Language } from '../../server/src/jobs';
import { nodeDisk } from '../../server/src/nodeDisk';
import { nodeClock } from '../../server/src/nodeNetwork';
import { LogAnalysed, LogClosed, LogOpened } from '../../server/src/protocol';
import { runJob } from '../../server/src/runJob';
import { startServer } from '../../server/src/server';
import type { Runtime } from '../../server/src/services';
import { readLanguage } from '../../server/src/wordBundle';
import { JobCancelled, type JobRunner } from '../../server/src/workerThread';

/** What an editor tells the server at the start, and what it answers when it is asked. */
export interface EditorOptions {
  readonly folders?: readonly string[];
  readonly initialization?: unknown;
  /** Answer to a question for the configuration; a function may throw. */
  readonly configuration?: () => unknown;
}

/** The editor's end of a connection: keeps what the server says and waits for it. */
export class TestClient {
  readonly connection: ProtocolConnection;
  /** Names of the notifications and requests that came from the server, in order. */
  readonly heard: string[] = [];
  readonly #diagnostics = new Map<string, Diagnostic[]>();
  readonly #waiting = new Set<() => void>();
  #analysed = 0;

  constructor(reader: MessageReader, writer: MessageWriter, options: EditorOptions = {}) {
    this.connection = createProtocolConnection(reader, writer);
    this.connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      this.#diagnostics.set(uri, diagnostics);
      this.#hear(`diagnostics ${diagnostics.length}`);
    });
    this.connection.onNotification(LogAnalysed, () => {
      this.#analysed++;
      this.#hear('analysed');
    });
    this.connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(() => options.configuration?.() ?? {}),
    );
    this.connection.onRequest(RegistrationRequest.type, () => this.#hear('register'));
    this.connection.onRequest(WorkDoneProgressCreateRequest.type, () => this.#hear('progress'));
    this.connection.onRequest('workspace/codeLens/refresh', () => null);
    this.connection.onRequest('workspace/inlayHint/refresh', () => null);
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) =>
      this.#hear(`log ${message}`),
    );
    this.connection.onNotification('$/progress', () => this.#hear('$/progress'));
    this.connection.listen();
  }

  /** How often the server said that it had read a log. */
  get analysed(): number {
    return this.#analysed;
  }

  /** Says hello as VS Code does. */
  async initialize(options: EditorOptions = {}): Promise<InitializeResult> {
    const parameters: InitializeParams = {
      processId: null,
      rootUri: null,
      capabilities: {
        workspace: {
          configuration: true,
          workspaceFolders: true,
          codeLens: { refreshSupport: true },
          inlayHint: { refreshSupport: true },
        },
        window: { workDoneProgress: true },
      },
      workspaceFolders: (options.folders ?? []).map((uri) => ({ uri, name: uri })),
      initializationOptions: options.initialization ?? { locale: 'en' },
    };
    const result = await this.connection.sendRequest('initialize', parameters);
    await this.connection.sendNotification('initialized', {});
    return result as InitializeResult;
  }

  async openLog(uri: string, version = 1): Promise<void> {
    await this.connection.sendNotification(LogOpened, { uri, version });
  }

  async closeLog(uri: string): Promise<void> {
    await this.connection.sendNotification(LogClosed, { uri });
  }

  /** What the server last said of a document; `undefined` when it said nothing yet. */
  diagnosticsOf(uri: string): Diagnostic[] | undefined {
    return this.#diagnostics.get(uri);
  }

  /** The next diagnostics of a document, from now on. */
  async nextDiagnostics(uri: string): Promise<Diagnostic[]> {
    this.#diagnostics.delete(uri);
    await this.until(() => this.#diagnostics.has(uri));
    return this.#diagnostics.get(uri)!;
  }

  /** Opens a log and waits until it was read. */
  async readLog(uri: string, version = 1): Promise<Diagnostic[]> {
    const diagnostics = this.nextDiagnostics(uri);
    await this.openLog(uri, version);
    return diagnostics;
  }

  /** Waits until what the server said makes something true. */
  async until(isTrue: () => boolean): Promise<void> {
    while (!isTrue()) await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }

  /** Waits until the server has handled all that it was told: messages are answered in order. */
  async settled(): Promise<void> {
    await this.connection.sendRequest('logSiteAudit/siteFile', { path: '/' });
  }

  close(): void {
    this.connection.dispose();
  }

  #hear(what: string): void {
    this.heard.push(what);
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}

/** Runs jobs in this thread, on this machine's disk. */
export const runJobHere: JobRunner = async (job, _language: Language, { signal, onProgress } = {}) => {
  if (signal?.aborted) throw new JobCancelled();
  const cancelled = new Promise<never>((_, reject) =>
    signal?.addEventListener('abort', () => reject(new JobCancelled())),
  );
  // The runner's type ties the kind of result to the kind of job.
  return (await Promise.race([runJob(job, (progress) => onProgress?.(progress)), cancelled])) as never;
};

const noAddressData: AddressDataSource = async () => ({ problem: 'No network data in tests.' });

const offline = (): never => {
  throw new Error('No network in tests.');
};
const noNetwork: NetworkRuntime = {
  connect: offline,
  resolver: { namesOf: offline, addressesOf: offline },
  clock: nodeClock,
};

/** A server in this process and an editor that is connected with it. */
export function connectServer(runtime: Partial<Runtime> = {}, options: EditorOptions = {}): TestClient {
  const [editor, server] = duplexPair();
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(server),
    new StreamMessageWriter(server),
  );
  startServer(connection, {
    disk: nodeDisk,
    runJob: runJobHere,
    addressData: noAddressData,
    languageOf: (locale) => readLanguage(nodeDisk, join(__dirname, '../../l10n'), locale),
    network: noNetwork,
    ...runtime,
  });
  return new TestClient(new StreamMessageReader(editor), new StreamMessageWriter(editor), options);
}

/** Two ends of a line: what is written at one is read at the other. */
function duplexPair(): [Duplex, Duplex] {
  const first: Duplex = createEnd(() => second);
  const second: Duplex = createEnd(() => first);
  return [first, second];
}

function createEnd(other: () => Duplex): Duplex {
  return new Duplex({
    read: () => undefined,
    write: (chunk, _encoding, done) => {
      other().push(chunk);
      done();
    },
  });
}

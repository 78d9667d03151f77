import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import * as protocol from '../../server/src/protocol';
import type { LogSynchronisation } from './logSynchronisation';
import { RemoteLogView, type LogViewListener } from './remoteLogView';
import { IncidentRequests } from './requests/incidentRequests';
import { SiteRequests } from './requests/siteRequests';
import { Works, type WorkProgress } from './requests/works';

/** Some lines of a log, and which log that is (a URI as `toString` writes it). */
export interface DocumentLines extends protocol.FilteredLines {
  readonly log: string;
}

/** Why there is a finding, and in which log (a URI as `toString` writes it). */
export interface Explanation extends protocol.WhyFinding {
  readonly log: string;
}

/** The running server: every request of ours as a function. All of them reject when the server fails or the token is used. */
export class LogServer {
  readonly site: SiteRequests;
  readonly incident: IncidentRequests;
  readonly #client: LanguageClient;
  readonly #logs: LogSynchronisation;
  readonly #works: Works;

  constructor(client: LanguageClient, logs: LogSynchronisation) {
    this.#client = client;
    this.#logs = logs;
    this.#works = new Works(client);
    this.site = new SiteRequests(client, this.#works);
    this.incident = new IncidentRequests(client, this.#works);
  }

  /** The lines of a log's findings, for the marks. */
  marks(log: vscode.Uri, token?: vscode.CancellationToken): Promise<protocol.LogMarks> {
    return this.#client.sendRequest(protocol.LogMarksRequest, { uri: log.toString() }, token);
  }

  /** What the server keeps for a viewer of a log; disposed of by who asks for it. */
  openView(log: vscode.Uri, onState: LogViewListener): RemoteLogView {
    return new RemoteLogView(this.#client, this.#logs, log, onState);
  }

  /** The `log-lines:` document of some lines; `undefined` for a value that names none. */
  documentOfLines(lines: unknown): vscode.Uri | undefined {
    return protocol.isLinesOfLog(lines) ? vscode.Uri.parse(protocol.linesUri(lines), true) : undefined;
  }

  /** The lines that a `log-lines:` document shows; their log is read for it when it is not open. */
  async linesOfDocument(document: vscode.Uri, token?: vscode.CancellationToken): Promise<DocumentLines> {
    const lines = protocol.parseLinesUri(document.toString());
    if (lines === undefined) throw vscode.FileSystemError.FileNotFound(document);
    await this.#logs.ensureRead(lines.log);
    const found = await this.#client.sendRequest(protocol.FilteredLinesRequest, lines, token);
    return { ...found, log: lines.log };
  }

  /** The document that explains a finding; `undefined` for a value that names none. */
  documentOfFinding(finding: unknown): vscode.Uri | undefined {
    return protocol.isFindingOfLog(finding) ? vscode.Uri.parse(protocol.findingUri(finding), true) : undefined;
  }

  /** What a `log-finding:` document shows; its log is read for it when it is not open. */
  async explanation(document: vscode.Uri, token?: vscode.CancellationToken): Promise<Explanation> {
    const finding = protocol.parseFindingUri(document.toString());
    if (finding === undefined) throw vscode.FileSystemError.FileNotFound(document);
    await this.#logs.ensureRead(finding.log);
    const why = await this.#client.sendRequest(protocol.WhyFindingRequest, finding, token);
    return { ...why, log: finding.log };
  }

  /** A document of a log (a URI) was closed: the server need not keep the log when there is no other. */
  releaseLog(log: string): Promise<void> {
    return this.#logs.release(log);
  }

  /** Where a line of a `log-lines:` document stands in its log. */
  lineInLog(document: vscode.Uri, line: number): Promise<protocol.LineInLog | null> {
    return this.#client.sendRequest(protocol.LineInLogRequest, { uri: document.toString(), line });
  }

  /** The entry on a line of a log or of a `log-lines:` document. */
  entryAt(document: vscode.Uri, line: number): Promise<protocol.EntryAtLine | null> {
    return this.#client.sendRequest(protocol.EntryAtRequest, { uri: document.toString(), line });
  }

  /** Reads the logs of a folder or an archive together. */
  async readLogFolder(
    folder: vscode.Uri,
    onProgress: WorkProgress,
    token: vscode.CancellationToken,
  ): Promise<protocol.LogFolderResult> {
    return this.#works.run(onProgress, (workDoneToken) =>
      this.#client.sendRequest(protocol.ReadLogFolderRequest, { folder: folder.toString(), workDoneToken }, token),
    );
  }

  /** Forgets what the logs of folders said. */
  clearLogFolders(): Promise<void> {
    return this.#client.sendNotification(protocol.LogFoldersCleared);
  }

  /** The beginning of a packed log, a `log-archive:` document, up to a number of bytes, and whether it is all. */
  async unpack(archive: vscode.Uri, maximumBytes: number): Promise<{ bytes: Uint8Array; complete: boolean }> {
    const parameters = { uri: archive.toString(), maximumBytes };
    const { bytes, complete } = await this.#client.sendRequest(protocol.UnpackRequest, parameters);
    return { bytes: Buffer.from(bytes, 'base64'), complete };
  }

  /** What was found in logs as a text to hand on. */
  logReport(wanted: protocol.LogReportParams): Promise<protocol.LogReportAnswer> {
    return this.#client.sendRequest(protocol.LogReportRequest, wanted);
  }

  /** The logs that are open. */
  openLogs(): Promise<readonly protocol.ReadLog[]> {
    return this.#client.sendRequest(protocol.OpenLogsRequest);
  }

  /** Who is in the open logs, and in those of an incident that is shown. */
  clients(parameters: protocol.ClientsParams): Promise<protocol.ClientsOfLogs> {
    return this.#client.sendRequest(protocol.ClientsRequest, parameters);
  }

  /** Counts entries of logs that are open. */
  dashboard(query: protocol.DashboardQuery): Promise<protocol.Dashboard> {
    return this.#client.sendRequest(protocol.DashboardRequest, query);
  }

  /** Keeps a log (a URI) open, until the result is disposed of. */
  holdLog(log: string): Promise<vscode.Disposable> {
    return this.#logs.hold(log);
  }

  /** Says what may be asked on the internet. */
  setNetworkAccess(access: protocol.NetworkAccess): Promise<void> {
    return this.#client.sendNotification(protocol.NetworkAccessChanged, access);
  }

  /** Whose network an address is in, asking the registries where that is not known. */
  lookUpNetwork(address: string, token: vscode.CancellationToken): Promise<protocol.NetworkAnswer> {
    return this.#client.sendRequest(protocol.LookUpNetworkRequest, { address }, token);
  }

  /** The same for the first `limit` of some addresses. */
  lookUpNetworks(
    addresses: readonly string[],
    limit: number,
    onProgress: WorkProgress,
    token: vscode.CancellationToken,
  ): Promise<protocol.NetworkAnswers> {
    return this.#works.run(onProgress, (workDoneToken) =>
      this.#client.sendRequest(protocol.LookUpNetworksRequest, { addresses, limit, workDoneToken }, token),
    );
  }

  /** Whether an address is of the crawler that it claims to be, as the DNS has it. */
  confirmCrawler(address: string, token: vscode.CancellationToken): Promise<protocol.CrawlerAnswer> {
    return this.#client.sendRequest(protocol.ConfirmCrawlerRequest, { address }, token);
  }

  /** Forgets what registries said. */
  forgetNetworks(): Promise<void> {
    return this.#client.sendNotification(protocol.ForgetNetworks);
  }

  stop(): Promise<void> {
    return this.#client.dispose();
  }
}

import * as vscode from 'vscode';
import {
  CodeActionRequest,
  HoverRequest,
  MarkupContent,
  WorkDoneProgress,
  type LanguageClient,
} from 'vscode-languageclient/node';
import * as protocol from '../../server/src/protocol';
import type { LogSynchronisation } from './logSynchronisation';
import { RemoteLogView, type LogViewListener } from './remoteLogView';

/** Told how long work gets on: a short text and how much of it is done, 0 to 100, where that is known. */
export type WorkProgress = (message: string | undefined, percentage: number | undefined) => void;

/** Some lines of a log, and which log that is (a URI as `toString` writes it). */
export interface DocumentLines extends protocol.FilteredLines {
  readonly log: string;
}

/** Why there is a finding, and in which log (a URI as `toString` writes it). */
export interface Explanation extends protocol.WhyFinding {
  readonly log: string;
}

/** What is known of the findings at a place of a site file, as Markdown of the server, and the stretch that it is about. */
export interface SiteHover {
  readonly markdown: string;
  readonly range: vscode.Range | undefined;
}

/** The running server: every request of ours as a function. All of them reject when the server fails or the token is used. */
export class LogServer {
  readonly #client: LanguageClient;
  readonly #logs: LogSynchronisation;
  #works = 0;

  constructor(client: LanguageClient, logs: LogSynchronisation) {
    this.#client = client;
    this.#logs = logs;
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

  /** Audits a site folder, beside a clean copy where one is given. */
  async auditSite(
    folder: vscode.Uri,
    onProgress: WorkProgress,
    token: vscode.CancellationToken,
    cleanCopy?: vscode.Uri,
  ): Promise<protocol.SiteAuditResult> {
    return this.#withProgress(onProgress, (workDoneToken) => {
      const parameters = { folder: folder.toString(), workDoneToken };
      if (cleanCopy === undefined) return this.#client.sendRequest(protocol.AuditSiteRequest, parameters, token);
      const both = { ...parameters, cleanCopy: cleanCopy.toString() };
      return this.#client.sendRequest(protocol.CompareWithCleanCopyRequest, both, token);
    });
  }

  /** Asks WordPress.org for the checksums of an audited folder's products; further audits compare with them. */
  async askWordPress(
    folder: vscode.Uri,
    onProgress: WorkProgress,
    token: vscode.CancellationToken,
  ): Promise<protocol.WordPressAnswer> {
    return this.#withProgress(onProgress, (workDoneToken) =>
      this.#client.sendRequest(protocol.AskWordPressRequest, { folder: folder.toString(), workDoneToken }, token),
    );
  }

  /** Why there are findings at a position of a site file; `undefined` where there are none. */
  async siteHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<SiteHover | undefined> {
    const { code2ProtocolConverter, protocol2CodeConverter } = this.#client;
    const parameters = code2ProtocolConverter.asTextDocumentPositionParams(document, position);
    const hover = await this.#client.sendRequest(HoverRequest.type, parameters, token);
    if (hover === null || !MarkupContent.is(hover.contents)) return undefined;
    return { markdown: hover.contents.value, range: protocol2CodeConverter.asRange(hover.range) };
  }

  /** What can be done about the findings of a site file. */
  async siteCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<(vscode.Command | vscode.CodeAction)[]> {
    const { code2ProtocolConverter, protocol2CodeConverter } = this.#client;
    const parameters = {
      textDocument: code2ProtocolConverter.asTextDocumentIdentifier(document),
      range: code2ProtocolConverter.asRange(range),
      context: await code2ProtocolConverter.asCodeActionContext(context, token),
    };
    const actions = await this.#client.sendRequest(CodeActionRequest.type, parameters, token);
    return protocol2CodeConverter.asCodeActionResult(actions ?? [], token);
  }

  /** The document that shows what the hidden code of a finding says; `undefined` for a value that names none. */
  documentOfDecoded(finding: unknown): vscode.Uri | undefined {
    return protocol.isFindingOfSite(finding) ? vscode.Uri.parse(protocol.decodedUri(finding), true) : undefined;
  }

  /** The text of such a document; `undefined` for a URI that names none. */
  async decodedText(document: vscode.Uri): Promise<string | undefined> {
    const finding = protocol.parseDecodedUri(document.toString());
    return finding && this.#client.sendRequest(protocol.DecodedTextRequest, finding);
  }

  /** The entry by which the audit trusts what a file says now, or why there can be none. */
  knownGoodEntry(file: vscode.Uri, note: string): Promise<protocol.KnownGoodAnswer> {
    return this.#client.sendRequest(protocol.AddKnownGoodRequest, { uri: file.toString(), note });
  }

  /** The text of a `site-archive:` document, or why there is none. */
  memberText(document: vscode.Uri, token: vscode.CancellationToken): Promise<protocol.MemberTextAnswer> {
    return this.#client.sendRequest(protocol.MemberTextRequest, { uri: document.toString() }, token);
  }

  /** Reads the logs of a folder or an archive together. */
  async readLogFolder(
    folder: vscode.Uri,
    onProgress: WorkProgress,
    token: vscode.CancellationToken,
  ): Promise<protocol.LogFolderResult> {
    return this.#withProgress(onProgress, (workDoneToken) =>
      this.#client.sendRequest(protocol.ReadLogFolderRequest, { folder: folder.toString(), workDoneToken }, token),
    );
  }

  /** Forgets what the logs of folders said. */
  clearLogFolders(): Promise<void> {
    return this.#client.sendNotification(protocol.LogFoldersCleared);
  }

  /** Forgets the audits of sites. */
  clearAudits(): Promise<void> {
    return this.#client.sendNotification(protocol.AuditsCleared);
  }

  /** The beginning of a packed log, a `log-archive:` document, up to a number of bytes, and whether it is all. */
  async unpack(archive: vscode.Uri, maximumBytes: number): Promise<{ bytes: Uint8Array; complete: boolean }> {
    const parameters = { uri: archive.toString(), maximumBytes };
    const { bytes, complete } = await this.#client.sendRequest(protocol.UnpackRequest, parameters);
    return { bytes: Buffer.from(bytes, 'base64'), complete };
  }

  /** The site file that a request path was most probably for. */
  async siteFile(path: string): Promise<vscode.Uri | undefined> {
    const file = await this.#client.sendRequest(protocol.SiteFileRequest, { path });
    return file === null ? undefined : vscode.Uri.parse(file, true);
  }

  /** Findings as a text to hand on. */
  siteReport(wanted: protocol.SiteReportParams): Promise<protocol.SiteReportAnswer> {
    return this.#client.sendRequest(protocol.SiteReportRequest, wanted);
  }

  /** Joins what the host wrote with logs and a site. */
  async buildIncident(
    parts: Omit<protocol.BuildIncidentParams, 'workDoneToken'>,
    onProgress: WorkProgress,
    token: vscode.CancellationToken,
  ): Promise<protocol.IncidentResult> {
    return this.#withProgress(onProgress, (workDoneToken) =>
      this.#client.sendRequest(protocol.BuildIncidentRequest, { ...parts, workDoneToken }, token),
    );
  }

  /** Forgets the incident that was built. */
  forgetIncident(): Promise<void> {
    return this.#client.sendNotification(protocol.IncidentForgotten);
  }

  /** The text of a file that a host wrote, whatever it was saved as. */
  hostText(bytes: Uint8Array): Promise<protocol.HostTextAnswer> {
    return this.#client.sendRequest(protocol.HostTextRequest, { base64: Buffer.from(bytes).toString('base64') });
  }

  /** A draft of the reply to the host; empty when no incident was built. */
  replyToHost(parameters: protocol.ReplyToHostParams): Promise<string> {
    return this.#client.sendRequest(protocol.ReplyToHostRequest, parameters);
  }

  /** What was found in logs as a text to hand on. */
  logReport(wanted: protocol.LogReportParams): Promise<protocol.LogReportAnswer> {
    return this.#client.sendRequest(protocol.LogReportRequest, wanted);
  }

  /** A report on the incident; empty when none was built. */
  incidentReport(wanted: protocol.WantedReport): Promise<string> {
    return this.#client.sendRequest(protocol.IncidentReportRequest, wanted);
  }

  /** Writes the evidence for the incident that was built to a file. */
  saveEvidence(
    wanted: Omit<protocol.EvidenceParams, 'workDoneToken'>,
    onProgress: WorkProgress,
    token: vscode.CancellationToken,
  ): Promise<protocol.EvidenceAnswer> {
    return this.#withProgress(onProgress, (workDoneToken) =>
      this.#client.sendRequest(protocol.EvidenceRequest, { ...wanted, workDoneToken }, token),
    );
  }

  /** A draft of a mail to those who run a network that attacked. */
  abuseMail(network: protocol.AbuseMailParams): Promise<protocol.AbuseMailAnswer> {
    return this.#client.sendRequest(protocol.AbuseMailRequest, network);
  }

  /** How the form of a finding is protected, Markdown; empty for what names no finding about a form. */
  async protectForm(finding: unknown): Promise<string> {
    return protocol.isFindingOfSite(finding) ? this.#client.sendRequest(protocol.ProtectFormRequest, finding) : '';
  }

  /** How the site of the incident is made safer; empty when none was built. */
  hardening(form: protocol.HardeningForm): Promise<string> {
    return this.#client.sendRequest(protocol.HardeningRequest, { form });
  }

  /** Rules that shut out the attackers of the incident that was built. */
  denyRules(parameters: { readonly format: protocol.DenyFormat }): Promise<protocol.DenyRulesAnswer> {
    return this.#client.sendRequest(protocol.DenyRulesRequest, parameters);
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
    return this.#withProgress(onProgress, (workDoneToken) =>
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

  /** How often the open logs saw the files of an audited folder called. */
  siteCalls(folder: vscode.Uri): Promise<protocol.SiteCalls> {
    return this.#client.sendRequest(protocol.SiteCallsRequest, { folder: folder.toString() });
  }

  stop(): Promise<void> {
    return this.#client.dispose();
  }

  async #withProgress<Result>(
    onProgress: WorkProgress,
    request: (workDoneToken: string) => Promise<Result>,
  ): Promise<Result> {
    const workDoneToken = `work-${++this.#works}`;
    const listener = this.#client.onProgress(WorkDoneProgress.type, workDoneToken, (step) => {
      if (step.kind !== 'end') onProgress(step.message, step.percentage);
    });
    try {
      return await request(workDoneToken);
    } finally {
      listener.dispose();
    }
  }
}

import * as vscode from 'vscode';
import type {
  HostMessage,
  LineConditions,
  LogViewState,
  ViewCommand,
  ViewFinding,
  ViewMessage,
  ViewQuestion,
} from '../../../webview/logView/messages';
import type { LazyServer } from '../../lazyServer';
import { formatCount } from '../../numbers';
import type { RemoteLogView } from '../../remoteLogView';
import { pageFolder, webviewHtml } from '../../webviewHtml';
import { copyRows, MOST_COPIED_ROWS } from './copyRows';
import { logViewWords } from './logViewWords';
import { ViewActions } from './viewActions';

const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;

/** One viewer: what its page and the server tell each other. */
export class LogViewSession implements vscode.Disposable {
  readonly log: vscode.Uri;
  readonly panel: vscode.WebviewPanel;
  readonly #actions = new ViewActions();
  readonly #listeners: vscode.Disposable;
  readonly #stated = new vscode.EventEmitter<LogViewState>();
  #view: RemoteLogView | undefined;
  #isDisposed = false;
  #state: LogViewState | undefined;
  /** Its findings are there, if it has any. */
  #isJudged = false;
  /** What the page is told once it is there. */
  #waiting: HostMessage[] | undefined = [];

  /** There is something else to show. */
  readonly onState = this.#stated.event;

  constructor(log: vscode.Uri, panel: vscode.WebviewPanel, extension: vscode.Uri, server: LazyServer) {
    this.log = log;
    this.panel = panel;
    this.#listeners = vscode.Disposable.from(
      panel.webview.onDidReceiveMessage((message: ViewMessage) => this.#receive(message)),
      server.onLogAnalysed((uri) => uri.toString() === log.toString() && this.#judged()),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some((uri) => uri.toString() === log.toString())) this.#tellFindings();
      }),
    );
    panel.webview.options = { enableScripts: true, localResourceRoots: [pageFolder(extension)] };
    panel.webview.html = webviewHtml(panel.webview, extension, 'logView');
    void this.#connect(server);
  }

  /** What the page shows at the moment; `undefined` before the server said anything. */
  get state(): LogViewState | undefined {
    return this.#state;
  }

  command(command: ViewCommand): void {
    this.#tell({ type: 'command', command });
  }

  /** Brings a line (from 0) into sight. */
  reveal(line: number): void {
    this.#tell({ type: 'reveal', line });
  }

  /** Shows only the lines that meet conditions. */
  filter(conditions: LineConditions): void {
    this.#tell({ type: 'filter', conditions });
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#listeners.dispose();
    this.#stated.dispose();
    this.#view?.dispose();
  }

  async #connect(server: LazyServer): Promise<void> {
    try {
      const running = await server.get();
      if (this.#isDisposed) return;
      this.#view = running.openView(this.log, (state) => this.#show(state));
    } catch (error) {
      const problem = vscode.l10n.t('The logs can’t be analysed: {0}', String(error));
      this.#show({ view: '', uri: '', phase: 'problem', problem, version: 0, rows: 0, lines: 0, isSlow: false });
    }
  }

  #show(state: LogViewState): void {
    // A log that was read before it was opened here was judged then.
    if (this.#state === undefined) this.#isJudged = state.phase === 'ready';
    if (state.phase === 'reading') this.#isJudged = false;
    const hasPhaseChanged = state.phase !== this.#state?.phase;
    this.#state = state;
    this.#tell({ type: 'state', state });
    if (hasPhaseChanged) this.#tellFindings();
    this.#stated.fire(state);
  }

  #judged(): void {
    this.#isJudged = true;
    this.#tellFindings();
    void this.#renewLenses();
  }

  async #renewLenses(): Promise<void> {
    // The server logs why it has none.
    const lenses = (await this.#view?.lenses().catch(() => undefined)) ?? [];
    this.#tell({ type: 'lenses', lenses: this.#actions.take(lenses) });
  }

  #tellFindings(): void {
    const areAll = this.#isJudged && this.#state?.phase === 'ready';
    this.#tell({ type: 'findings', findings: findingsOf(this.log), areAll });
  }

  #tell(message: HostMessage): void {
    if (this.#waiting !== undefined) this.#waiting.push(message);
    else void this.panel.webview.postMessage(message);
  }

  #receive(message: ViewMessage): void {
    switch (message.type) {
      case 'ready':
        return this.#start();
      case 'filter':
        return this.#logProblem(this.#view?.filter(message.conditions));
      case 'search':
        return this.#logProblem(this.#view?.search(message.search));
      case 'act':
        return this.#logProblem(this.#actions.act(message.action, (told) => this.#tell(told)));
      case 'copy':
        return this.#logProblem(this.#copy(message.first, message.last));
      case 'ask':
        return void this.#answer(message);
    }
  }

  /** The page was loaded, for the first time or again after it was hidden. */
  #start(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    this.#tell({ type: 'words', words: logViewWords(), locale: vscode.env.language });
    if (this.#state !== undefined) this.#tell({ type: 'state', state: this.#state });
    this.#tellFindings();
    void this.#renewLenses();
    for (const message of waiting) if (message.type !== 'state') this.#tell(message);
  }

  async #answer({ id, kind, ask }: ViewQuestion): Promise<void> {
    const view = this.#view;
    let answer: unknown;
    try {
      answer = view && (await answerOf(view, { kind, ask } as ViewQuestion));
    } catch {
      // The server logs what went wrong; the page does without an answer.
    }
    this.#tell({ type: 'answer', id, answer });
  }

  async #copy(first: number, last: number): Promise<void> {
    if (this.#view === undefined) return;
    await vscode.env.clipboard.writeText(await copyRows(this.#view, first, last));
    if (last - first < MOST_COPIED_ROWS) return;
    const text = vscode.l10n.t(
      'Only the first {0} of {1} selected lines were copied.',
      formatCount(MOST_COPIED_ROWS),
      formatCount(last - first + 1),
    );
    void vscode.window.showInformationMessage(text);
  }

  #logProblem(work: Promise<void> | undefined): void {
    work?.catch((error: unknown) => void vscode.window.showErrorMessage(String(error)));
  }
}

function answerOf(view: RemoteLogView, question: ViewQuestion): Promise<unknown> {
  switch (question.kind) {
    case 'rows':
      return view.rows(question.ask.first, question.ask.count);
    case 'match':
      return view.match(question.ask.row, question.ask.backwards);
    case 'rowOfLine':
      return view.rowOfLine(question.ask.line);
    case 'overview':
      return view.overview(question.ask.parts);
    case 'hover':
      return view.hover(question.ask.line, question.ask.character);
  }
}

function findingsOf(log: vscode.Uri): ViewFinding[] {
  return vscode.languages
    .getDiagnostics(log)
    .toSorted((a, b) => a.severity - b.severity)
    .map(({ severity, message, range }) => {
      const [title = '', ...detail] = message.split('\n');
      return { severity: SEVERITIES[severity], title, detail: detail.join('\n'), line: range.start.line };
    });
}

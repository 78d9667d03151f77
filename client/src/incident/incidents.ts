import * as vscode from 'vscode';
import type { DocumentRoot, IncidentResult, Task } from '../../../server/src/protocol';
import type { CleanCopies } from '../cleanCopies';
import type { LazyServer } from '../lazyServer';
import type { WorkProgress } from '../requests/works';
import type { SiteAudits } from '../siteAudits';
import { filesToRemember } from './filesToRemember';
import { KeptParts, type IncidentParts } from './incidentParts';

/** Context key for what can be done with an incident that was put together. */
const BUILT_KEY = 'logSiteAudit.incidentBuilt';

/** Context key for the welcome that goes on with what the user gave before. */
const KEPT_KEY = 'logSiteAudit.incidentKept';

/** What incidents are put together with. */
interface IncidentTools {
  readonly server: LazyServer;
  readonly audits: SiteAudits;
  readonly cleanCopies: CleanCopies;
  readonly memory: vscode.Memento;
}

/** Work on an incident that is under way. */
interface Joining {
  readonly stop: vscode.CancellationTokenSource;
  readonly isExample: boolean;
}

/** The incident of the workspace: what the user gave for it, and what the server made of that. */
export class Incidents implements vscode.Disposable {
  readonly #tools: IncidentTools;
  readonly #kept: KeptParts;
  readonly #changed = new vscode.EventEmitter<void>();
  /** Parts of an example that is shown in the place of the user's own incident, which is kept meanwhile. */
  #example: IncidentParts | undefined;
  #result: IncidentResult | undefined;
  #joining: Joining | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(tools: IncidentTools) {
    this.#tools = tools;
    this.#kept = new KeptParts(tools.memory);
    this.#setContext();
  }

  get parts(): IncidentParts {
    return this.#example ?? this.#kept.parts;
  }

  /** Whether the user gave nothing yet. */
  get isEmpty(): boolean {
    return this.#kept.isEmpty;
  }

  /** What the server made of the parts last; `undefined` while it was not asked in this window. */
  get result(): IncidentResult | undefined {
    return this.#result;
  }

  /** Keeps what the user gave; the incident is put together anew by `build`. An example gives way to it. */
  async give(parts: Partial<Omit<IncidentParts, 'done'>>): Promise<void> {
    this.#joining?.stop.cancel();
    if (this.#example !== undefined) await this.#drop();
    const isOtherSite = parts.site !== undefined && parts.site !== this.#kept.parts.site;
    await this.#kept.change(isOtherSite ? { ...parts, hadFiles: [] } : parts);
    this.#setContext();
  }

  /** Takes the user's word for document roots, of the example where one is shown. */
  async correctRoots(roots: readonly DocumentRoot[]): Promise<void> {
    if (this.#example === undefined) await this.#kept.change({ roots });
    else this.#example = { ...this.#example, roots };
  }

  /** Puts an example together and shows it until the user gives something of his own, or forgets it. Ends as `build` does. */
  async showExample(
    parts: Omit<IncidentParts, 'done'>,
    report: WorkProgress,
    token: vscode.CancellationToken,
  ): Promise<IncidentResult | undefined> {
    const example = { ...parts, done: [] };
    const result = await this.#join(example, true, report, token);
    if (result === undefined) return undefined;
    this.#example = example;
    this.#setResult(result);
    return result;
  }

  /**
   * Puts the incident together, and takes what it audited for audited. Rejects when the server fails.
   * @returns `undefined` when the token was used, or when the user meanwhile began anew or forgot the incident
   */
  async build(report: WorkProgress, token: vscode.CancellationToken): Promise<IncidentResult | undefined> {
    const isExample = this.#example !== undefined;
    const result = await this.#join(this.parts, isExample, report, token);
    if (result === undefined) return undefined;
    this.#setResult(result);
    if (!isExample) await this.#remember(result);
    return result;
  }

  isDone(task: Task): boolean {
    return this.parts.done.includes(task);
  }

  /** Ticks a task, or takes the tick away. */
  async setDone(task: Task, isDone: boolean): Promise<void> {
    const others = this.parts.done.filter((each) => each !== task);
    const done = isDone ? [...others, task] : others;
    if (this.#example !== undefined) this.#example = { ...this.#example, done };
    else await this.#kept.change({ done });
    this.#changed.fire();
  }

  /** Forgets what the user gave, or the example that is shown (or is about to be) in its place. */
  async forget(): Promise<void> {
    const isExample = this.#example !== undefined || this.#joining?.isExample === true;
    this.#joining?.stop.cancel();
    if (!isExample) await this.#kept.clear();
    await this.#drop();
  }

  dispose(): void {
    this.#joining?.stop.cancel();
    this.#changed.dispose();
  }

  /** Has the server join parts, in the place of what it still joins. Ends as `build` does. */
  async #join(
    parts: IncidentParts,
    isExample: boolean,
    report: WorkProgress,
    token: vscode.CancellationToken,
  ): Promise<IncidentResult | undefined> {
    this.#joining?.stop.cancel();
    const stop = new vscode.CancellationTokenSource();
    const joining = (this.#joining = { stop, isExample });
    const listener = token.onCancellationRequested(() => stop.cancel());
    try {
      const result = await this.#ask(parts, report, stop.token);
      return stop.token.isCancellationRequested ? undefined : result;
    } catch (error) {
      if (stop.token.isCancellationRequested) return undefined;
      throw error;
    } finally {
      listener.dispose();
      if (this.#joining === joining) this.#joining = undefined;
    }
  }

  async #ask(parts: IncidentParts, report: WorkProgress, token: vscode.CancellationToken): Promise<IncidentResult> {
    const { server, audits, cleanCopies } = this.#tools;
    const { done: _done, unanswered: _unanswered, ...given } = parts;
    const copy = given.site && (await cleanCopies.of(vscode.Uri.parse(given.site, true)));
    const wanted = { ...given, ...(copy && { cleanCopy: copy.toString() }) };
    const result = await (await server.get()).incident.build(wanted, report, token);
    for (const audit of result.audits) await audits.add(vscode.Uri.parse(audit.folder, true), audit);
    return result;
  }

  /** Shows no incident any more, nor lets the server speak of one. */
  async #drop(): Promise<void> {
    this.#example = undefined;
    this.#setResult(undefined);
    const { server } = this.#tools;
    if (server.isNeeded) await (await server.get()).incident.forget();
  }

  /** Remembers which files to act on the copy had, and what was found in them. */
  async #remember(result: IncidentResult): Promise<void> {
    const present = filesToRemember(result);
    if (present.length === 0) return;
    const files = new Map([...(this.#kept.parts.hadFiles ?? []), ...present].map((each) => [each.file, each]));
    await this.#kept.change({ hadFiles: [...files.values()] });
  }

  #setResult(result: IncidentResult | undefined): void {
    this.#result = result;
    this.#setContext();
    this.#changed.fire();
  }

  #setContext(): void {
    void vscode.commands.executeCommand('setContext', BUILT_KEY, this.#result !== undefined);
    void vscode.commands.executeCommand('setContext', KEPT_KEY, !this.isEmpty);
  }
}

import * as vscode from 'vscode';
import type { IncidentResult, Task } from '../../../server/src/protocol';
import type { CleanCopies } from '../cleanCopies';
import type { LazyServer } from '../lazyServer';
import type { WorkProgress } from '../logServer';
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

/** The incident of the workspace: what the user gave for it, and what the server made of that. */
export class Incidents implements vscode.Disposable {
  readonly #tools: IncidentTools;
  readonly #kept: KeptParts;
  readonly #changed = new vscode.EventEmitter<void>();
  /** Parts of an example that is shown in the place of the user's own incident, which is kept meanwhile. */
  #example: IncidentParts | undefined;
  #result: IncidentResult | undefined;

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

  /** Keeps what the user gave; the incident is put together anew by `build`. */
  async give(parts: Partial<Omit<IncidentParts, 'done'>>): Promise<void> {
    this.#example = undefined;
    const isOtherSite = parts.site !== undefined && parts.site !== this.#kept.parts.site;
    await this.#kept.change(isOtherSite ? { ...parts, hadFiles: [] } : parts);
  }

  /** Puts an example together and shows it until the user gives something of his own, or forgets it. Rejects as `build` does. */
  async showExample(
    parts: Omit<IncidentParts, 'done'>,
    report: WorkProgress,
    token: vscode.CancellationToken,
  ): Promise<IncidentResult> {
    this.#example = { ...parts, done: [] };
    return this.build(report, token);
  }

  /** Puts the incident together, and takes what it audited for audited. Rejects when the server fails or the token is used. */
  async build(report: WorkProgress, token: vscode.CancellationToken): Promise<IncidentResult> {
    const { server, audits, cleanCopies } = this.#tools;
    const { done: _done, unanswered: _unanswered, ...parts } = this.parts;
    const copy = parts.site && (await cleanCopies.of(vscode.Uri.parse(parts.site, true)));
    const wanted = { ...parts, ...(copy && { cleanCopy: copy.toString() }) };
    const result = await (await server.get()).buildIncident(wanted, report, token);
    for (const audit of result.audits) await audits.add(vscode.Uri.parse(audit.folder, true), audit);
    if (this.#example === undefined) await this.#remember(result);
    this.#setResult(result);
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

  /** Forgets what the user gave, or the example that is shown in its place. */
  async forget(): Promise<void> {
    if (this.#example === undefined) await this.#kept.clear();
    this.#example = undefined;
    this.#setResult(undefined);
  }

  dispose(): void {
    this.#changed.dispose();
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

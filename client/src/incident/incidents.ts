import * as vscode from 'vscode';
import type { IncidentResult, Task } from '../../../server/src/protocol';
import type { CleanCopies } from '../cleanCopies';
import type { LazyServer } from '../lazyServer';
import type { WorkProgress } from '../logServer';
import type { SiteAudits } from '../siteAudits';
import { KeptParts, type IncidentParts } from './incidentParts';

/** Context key for what can be done with an incident that was put together. */
const BUILT_KEY = 'logSiteAudit.incidentBuilt';

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
  #result: IncidentResult | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(tools: IncidentTools) {
    this.#tools = tools;
    this.#kept = new KeptParts(tools.memory);
  }

  get parts(): IncidentParts {
    return this.#kept.parts;
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
    await this.#kept.change(parts);
  }

  /** Puts the incident together, and takes what it audited for audited. Rejects when the server fails or the token is used. */
  async build(report: WorkProgress, token: vscode.CancellationToken): Promise<IncidentResult> {
    const { server, audits, cleanCopies } = this.#tools;
    const { done: _, ...parts } = this.#kept.parts;
    const copy = parts.site && (await cleanCopies.of(vscode.Uri.parse(parts.site, true)));
    const wanted = { ...parts, ...(copy && { cleanCopy: copy.toString() }) };
    const result = await (await server.get()).buildIncident(wanted, report, token);
    for (const audit of result.audits) await audits.add(vscode.Uri.parse(audit.folder, true), audit);
    this.#setResult(result);
    return result;
  }

  isDone(task: Task): boolean {
    return this.#kept.parts.done.includes(task);
  }

  /** Ticks a task, or takes the tick away. */
  async setDone(task: Task, isDone: boolean): Promise<void> {
    const others = this.#kept.parts.done.filter((each) => each !== task);
    await this.#kept.change({ done: isDone ? [...others, task] : others });
    this.#changed.fire();
  }

  async forget(): Promise<void> {
    await this.#kept.clear();
    this.#setResult(undefined);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #setResult(result: IncidentResult | undefined): void {
    this.#result = result;
    void vscode.commands.executeCommand('setContext', BUILT_KEY, result !== undefined);
    this.#changed.fire();
  }
}

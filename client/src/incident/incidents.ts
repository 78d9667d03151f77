import * as vscode from 'vscode';
import type { IncidentResult, Task } from '../../../server/src/protocol';
import type { LazyServer } from '../lazyServer';
import type { WorkProgress } from '../logServer';
import { KeptParts, type IncidentParts } from './incidentParts';

/** Context key for what can be done with an incident that was put together. */
const BUILT_KEY = 'logSiteAudit.incidentBuilt';

/** The incident of the workspace: what the user gave for it, and what the server made of that. */
export class Incidents implements vscode.Disposable {
  readonly #server: LazyServer;
  readonly #kept: KeptParts;
  readonly #changed = new vscode.EventEmitter<void>();
  #result: IncidentResult | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(server: LazyServer, memory: vscode.Memento) {
    this.#server = server;
    this.#kept = new KeptParts(memory);
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

  /** Puts the incident together. Rejects when the server fails or the token is used. */
  async build(report: WorkProgress, token: vscode.CancellationToken): Promise<IncidentResult> {
    const { done: _, ...parts } = this.#kept.parts;
    this.#setResult(await (await this.#server.get()).buildIncident(parts, report, token));
    return this.#result!;
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

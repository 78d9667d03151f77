import type * as vscode from 'vscode';
import type { Task } from '../../../server/src/protocol';

const KEY = 'logSiteAudit.incident';

/** What the user gave for the incident of a workspace, and what he has done. Plain data. */
export interface IncidentParts {
  /** Text of the host's mail. */
  readonly notice?: string;
  /** Text of the host's list of bad files. */
  readonly list?: string;
  /** URIs of logs, folders and archives of logs. */
  readonly logs: readonly string[];
  /** URI of the folder with the copy of the site. */
  readonly site?: string;
  readonly done: readonly Task[];
}

const NOTHING: IncidentParts = { logs: [], done: [] };

/** The parts of an incident, kept in VS Code's storage for the workspace and never in the site's folder. */
export class KeptParts {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  get parts(): IncidentParts {
    return { ...NOTHING, ...this.#memory.get<Partial<IncidentParts>>(KEY) };
  }

  /** Whether anything was given. */
  get isEmpty(): boolean {
    const { notice, list, logs, site } = this.parts;
    return logs.length === 0 && [notice, list, site].every((part) => part === undefined);
  }

  async change(change: Partial<IncidentParts>): Promise<void> {
    await this.#memory.update(KEY, { ...this.parts, ...change });
  }

  async clear(): Promise<void> {
    await this.#memory.update(KEY, undefined);
  }
}

import type * as vscode from 'vscode';
import type { DocumentRoot, HadFile, PrefixRule, Task } from '../../../server/src/protocol';

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
  /** URIs of further folders with copies of sites of the same account. */
  readonly otherSites?: readonly string[];
  /** What the user says of document roots. */
  readonly roots?: readonly DocumentRoot[];
  /** Where folders of the server lie in the copy, as he says. */
  readonly prefixRules?: readonly PrefixRule[];
  /** Files to act on that the copy had once: what is taken out of it is not deleted on the server. */
  readonly hadFiles?: readonly HadFile[];
  /** Folders of the server about which he was asked and did not say; he is asked once. */
  readonly unanswered?: readonly string[];
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

import type { OpenLog } from './logDocument';
import type { Finding } from './rules/finding';

/** Logs that were judged together, or one that was judged alone. */
export interface JudgedLogs {
  /** How people know them: a file, or a folder; empty for those of the incident. */
  readonly name: string;
  /** URIs of the documents that show them. */
  readonly uris: readonly string[];
  /** Without every one of their lines, which would take memory. */
  readonly findings: readonly Finding[];
}

/** What was found in logs that were read together, for the incident and folder by folder. */
export class JudgedLogSets {
  #incident: JudgedLogs | undefined;
  readonly #folders = new Map<string, JudgedLogs>();

  setIncident(logs: JudgedLogs): void {
    this.#incident = withoutLines(logs);
  }

  forgetIncident(): void {
    this.#incident = undefined;
  }

  /** @param folder URI of what was read */
  setFolder(folder: string, logs: JudgedLogs): void {
    this.#folders.set(folder, withoutLines(logs));
  }

  forgetFolders(): void {
    this.#folders.clear();
  }

  /**
   * All that was found in logs, each log once: what is said of it together with most others counts for more than what it says alone.
   * @param open logs that are open
   */
  with(open: readonly OpenLog[]): JudgedLogs[] {
    const alone = open.map(({ uri, name, findings }) => ({ name, uris: [uri], findings }));
    const told = new Set<string>();
    return [...(this.#incident ? [this.#incident] : []), ...this.#folders.values(), ...alone].filter(({ uris }) => {
      if (uris.every((uri) => told.has(uri))) return false;
      for (const uri of uris) told.add(uri);
      return true;
    });
  }
}

function withoutLines({ findings, ...logs }: JudgedLogs): JudgedLogs {
  return { ...logs, findings: findings.map((finding) => ({ ...finding, lines: undefined })) };
}

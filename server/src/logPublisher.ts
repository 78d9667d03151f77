import type { Connection } from 'vscode-languageserver';
import type { DiagnosticBoard } from './diagnosticBoard';
import { logDiagnostics } from './features/diagnostics';
import type { KnownNetworks } from './features/knownNetworks';
import type { LogOutcome } from './logDocument';
import type { LogRead } from './logEntry';
import { LogAnalysed } from './protocol';
import type { ErrorLog } from './runner';
import type { SiteStore, SuspectInLog } from './siteStore';

/** What is shown of logs is made from. */
export interface PublisherParts {
  readonly board: DiagnosticBoard;
  readonly sites: SiteStore;
  readonly networks: () => Promise<KnownNetworks>;
  readonly log: ErrorLog;
}

/** Shows the client what is found in the open logs, and again when more is learnt of the site's files. */
export class LogPublisher {
  readonly #connection: Connection;
  readonly #parts: PublisherParts;
  /** What was read last of each open log. */
  readonly #reads = new Map<string, LogRead>();

  constructor(connection: Connection, parts: PublisherParts) {
    this.#connection = connection;
    this.#parts = parts;
  }

  /** Shows a log that was read, and tells the client that it can ask for more. Never rejects. */
  async publish(read: LogRead): Promise<void> {
    const { uri, signal } = read;
    try {
      this.#reads.set(uri, read);
      await this.#show(read);
      if (signal.aborted) return;
      await this.#connection.sendNotification(LogAnalysed, { uri });
      this.#connection.languages.inlayHint.refresh().catch(() => undefined);
      await this.refreshLenses();
    } catch (error) {
      this.#parts.log(`publish ${uri}: ${String(error)}`);
    }
  }

  /** Says in the open logs what was learnt of the site's files since they were read. Never rejects. */
  async showSites(): Promise<void> {
    try {
      await Promise.all([...this.#reads.values()].map((read) => this.#show(read)));
      await this.refreshLenses();
    } catch (error) {
      this.#parts.log(`show sites: ${String(error)}`);
    }
  }

  /** Has the client ask for lenses again; one that can't is left alone. */
  async refreshLenses(): Promise<void> {
    await this.#connection.sendRequest('workspace/codeLens/refresh').catch(() => undefined);
  }

  /** Takes away what is shown of a log. */
  close(uri: string): void {
    const { board, log } = this.#parts;
    this.#reads.delete(uri);
    board.closeLog(uri).catch((error: unknown) => log(`close ${uri}: ${String(error)}`));
  }

  /** Shows what a log says, and of the site's files what is known by then; nothing of an outcome that is out of date. */
  async #show({ uri, outcome, signal }: LogRead): Promise<void> {
    const { board, networks } = this.#parts;
    const { lookup } = await networks();
    for (;;) {
      const suspects = this.#suspectsIn(outcome);
      const diagnostics = await logDiagnostics(outcome, lookup, suspects);
      if (signal.aborted) return;
      // A site may have been audited meanwhile.
      if (outcome.kind !== 'read' || this.#suspectsIn(outcome) === suspects) return board.setLog(uri, diagnostics);
    }
  }

  #suspectsIn(outcome: LogOutcome): readonly SuspectInLog[] {
    return outcome.kind === 'read' ? this.#parts.sites.suspectsIn(outcome.log) : [];
  }
}

import * as vscode from 'vscode';
import type { SiteAuditResult, SiteCalls } from '../../server/src/protocol';
import { resultWithCalls } from './calledFindings';
import type { CleanCopies } from './cleanCopies';
import type { LazyServer } from './lazyServer';
import type { WorkProgress } from './requests/works';
import { isLogLanguage, MEMBER_SCHEME } from './names';

/** A site folder that was audited. */
export interface SiteAudit {
  readonly folder: vscode.Uri;
  /** What was found; what it suspects is urgent where the logs saw it called a lot. */
  readonly result: SiteAuditResult;
  /** How often the open logs saw its files called; `undefined` until the server has said. */
  readonly calls?: SiteCalls;
}

interface KeptAudit extends SiteAudit {
  /** What was found, whatever the logs say. */
  readonly audited: SiteAuditResult;
}

/** The site folders audited in this window, with what the open logs know of their files. */
export class SiteAudits implements vscode.Disposable {
  readonly #server: LazyServer;
  readonly #cleanCopies: CleanCopies;
  readonly #audits = new Map<string, KeptAudit>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listener: vscode.Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(server: LazyServer, cleanCopies: CleanCopies) {
    this.#server = server;
    this.#cleanCopies = cleanCopies;
    this.#listener = vscode.Disposable.from(
      server.onLogAnalysed(() => this.#countCalls()),
      vscode.workspace.onDidCloseTextDocument(({ languageId }) => {
        if (isLogLanguage(languageId)) void this.#countCalls();
      }),
    );
  }

  get all(): readonly SiteAudit[] {
    return [...this.#audits.values()];
  }

  /** Audits a folder, beside the clean copy that was chosen for it; the result is not shown yet. */
  async audit(
    folder: vscode.Uri,
    report: WorkProgress = () => undefined,
    token: vscode.CancellationToken = new vscode.CancellationTokenSource().token,
  ): Promise<SiteAuditResult> {
    const [server, cleanCopy] = await Promise.all([this.#server.get(), this.#cleanCopies.of(folder)]);
    return server.site.audit(folder, report, token, cleanCopy);
  }

  /** Takes a new result in the place of the folder's older one. */
  async add(folder: vscode.Uri, result: SiteAuditResult): Promise<void> {
    this.#audits.set(folder.toString(), { folder, result, audited: result });
    await this.#countCalls();
  }

  /** Audits the folders again, as after a change of the settings. Rejects when one of them can't be audited. */
  async renew(): Promise<void> {
    for (const { folder } of this.all) {
      const result = await this.audit(folder);
      // The user may have cleared the view meanwhile.
      if (this.#audits.has(folder.toString())) await this.add(folder, result);
    }
  }

  /** Forgets the audits, here and in the server. */
  async clear(): Promise<void> {
    if (this.#audits.size === 0) return;
    this.#audits.clear();
    this.#changed.fire();
    await (await this.#server.get()).site.clear();
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }

  async #countCalls(): Promise<void> {
    if (this.#audits.size === 0) return;
    await Promise.all([...this.#audits.values()].map((audit) => this.#countCallsOf(audit)));
    this.#changed.fire();
  }

  async #countCallsOf(audit: KeptAudit): Promise<void> {
    const key = audit.folder.toString();
    // Without an answer the tree says nothing of calls, which is true.
    const calls = await this.#server
      .get()
      .then((server) => server.site.calls(audit.folder))
      .catch(() => undefined);
    // A newer audit of the folder may have come meanwhile.
    const current = this.#audits.get(key);
    if (current?.audited !== audit.audited) return;
    this.#audits.set(key, { ...current, calls, result: resultWithCalls(current.audited, calls, current.result) });
  }
}

/**
 * The file of an audited folder that a finding names; what is in an archive is shown by a document of ours.
 * @param folder may be an archive itself, which then stands first in `file`
 * @param file may hold half a surrogate pair, for bytes that are no text, which no URI can: that becomes U+FFFD
 */
export function siteFileUri(folder: vscode.Uri, file: string): vscode.Uri {
  if (file === '') return folder;
  const parts = file.replaceAll(/\p{Cs}/gu, '\u{fffd}').split('/');
  const archive = archiveOf(file);
  if (archive === undefined) return vscode.Uri.joinPath(folder, ...parts);
  const root = folder.path.endsWith(`/${archive}`) ? vscode.Uri.joinPath(folder, '..') : folder;
  return vscode.Uri.joinPath(root, ...parts).with({ scheme: MEMBER_SCHEME });
}

/** The archive that a finding's file lies in; `undefined` for a file of the disk. */
function archiveOf(file: string): string | undefined {
  const end = file.indexOf('!/');
  return end < 0 ? undefined : file.slice(0, end);
}

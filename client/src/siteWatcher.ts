import * as vscode from 'vscode';
import { SITE_VIEW } from './names';
import type { SiteAudits } from './siteAudits';

/** Pause after the last change before a folder is audited again, in ms: an unpacked archive or an upload changes many files. */
const PAUSE = 1000;

/** Setting that switches watching off. */
const SETTING = 'logSiteAudit.watchSite';

/** A folder that is watched. */
interface WatchedFolder extends vscode.Disposable {
  /** Whether an audit is under way. */
  isBusy: boolean;
  /** Whether files changed since the audit that is under way began. */
  isStale: boolean;
  pause: NodeJS.Timeout | undefined;
}

/** Audits folders of the view again when files in them change. Only what changed is read, so that it takes a moment. */
export class SiteWatcher implements vscode.Disposable {
  readonly #audits: SiteAudits;
  readonly #folders = new Map<string, WatchedFolder>();
  readonly #listener: vscode.Disposable;

  constructor(audits: SiteAudits) {
    this.#audits = audits;
    this.#listener = vscode.Disposable.from(
      audits.onDidChange(() => this.#follow()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(SETTING)) this.#follow();
      }),
    );
  }

  dispose(): void {
    this.#listener.dispose();
    for (const folder of this.#folders.values()) folder.dispose();
    this.#folders.clear();
  }

  /** Watches the folders of the view, and no others. */
  #follow(): void {
    const wanted = new Map(isWatching() ? this.#audits.all.map(({ folder }) => [folder.toString(), folder]) : []);
    for (const [key, watched] of this.#folders) {
      if (wanted.has(key)) continue;
      watched.dispose();
      this.#folders.delete(key);
    }
    for (const [key, folder] of wanted) {
      if (!this.#folders.has(key)) this.#folders.set(key, this.#watch(folder));
    }
  }

  #watch(folder: vscode.Uri): WatchedFolder {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**'));
    const watched: WatchedFolder = {
      isBusy: false,
      isStale: false,
      pause: undefined,
      dispose() {
        clearTimeout(watched.pause);
        watcher.dispose();
      },
    };
    const onChange = (): void => {
      clearTimeout(watched.pause);
      watched.pause = setTimeout(() => void this.#auditAgain(folder, watched), PAUSE);
    };
    watcher.onDidChange(onChange);
    watcher.onDidCreate(onChange);
    watcher.onDidDelete(onChange);
    return watched;
  }

  async #auditAgain(folder: vscode.Uri, watched: WatchedFolder): Promise<void> {
    watched.isStale = watched.isBusy;
    if (watched.isBusy) return;
    watched.isBusy = true;
    try {
      await vscode.window.withProgress({ location: { viewId: SITE_VIEW } }, () => this.#audit(folder));
    } catch {
      // The folder may be gone or be written to; the findings stay as they were until the next change.
    } finally {
      watched.isBusy = false;
    }
    if (watched.isStale) await this.#auditAgain(folder, watched);
  }

  async #audit(folder: vscode.Uri): Promise<void> {
    const result = await this.#audits.audit(folder);
    // The user may have cleared the view meanwhile.
    if (this.#folders.has(folder.toString())) await this.#audits.add(folder, result);
  }
}

/** Audits again after the user changed files of a site, where the watcher is off: a finding must not outlive its file. */
export async function renewUnlessWatched(audits: SiteAudits): Promise<void> {
  if (!isWatching()) await audits.renew();
}

function isWatching(): boolean {
  return vscode.workspace.getConfiguration().get(SETTING, true);
}

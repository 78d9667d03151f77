import { stat } from 'node:fs/promises';
import * as vscode from 'vscode';
import { logLanguage } from '../logLanguage';
import { MOST_DOCUMENT_BYTES, type LogArchiveFileSystem } from './logArchive';
import { startOfFile } from './unpackStart';

/** Enough of a file to tell whether it is a log. */
const LOOK_BYTES = 64 * 1024;
/** Context key for the buttons of the manifest that lead to the viewer and the timeline. */
const HUGE_LOG_KEY = 'logSiteAudit.hugeLog';

/**
 * Logs above VS Code's limit for documents never reach an extension. This notices that one is shown, or the first part of one: as long
 * as it is, buttons in the title of its tab and the status bar lead to the viewer, which shows all of it. Nothing pops up, and no
 * other editor takes the place of the one that the user's settings choose.
 */
export class HugeLogs implements vscode.Disposable {
  readonly #archives: LogArchiveFileSystem;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listeners: vscode.Disposable;
  /** What was found out of files that were shown, by their URIs. */
  readonly #known = new Map<string, Promise<boolean>>();
  #shown: vscode.Uri | undefined;

  /** Another log, or none, is shown. */
  readonly onDidChange = this.#changed.event;

  constructor(archives: LogArchiveFileSystem) {
    this.#archives = archives;
    const look = (): void => void this.#look();
    this.#listeners = vscode.Disposable.from(
      vscode.window.tabGroups.onDidChangeTabs(look),
      vscode.window.tabGroups.onDidChangeTabGroups(look),
      archives.onCutShort(look),
    );
    // The tab that brought the extension to life was there before it.
    look();
  }

  /** The log of the active tab, where VS Code shows extensions not all of it. */
  get shown(): vscode.Uri | undefined {
    return this.#shown;
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#changed.dispose();
  }

  async #look(): Promise<void> {
    const uri = uriOfActiveTab();
    const isHuge = uri !== undefined && (await this.#isHuge(uri));
    if (uriOfActiveTab()?.toString() !== uri?.toString()) return;
    const shown = isHuge ? uri : undefined;
    if (shown?.toString() === this.#shown?.toString()) return;
    this.#shown = shown;
    void vscode.commands.executeCommand('setContext', HUGE_LOG_KEY, isHuge);
    this.#changed.fire();
  }

  async #isHuge(uri: vscode.Uri): Promise<boolean> {
    if (uri.scheme !== 'file') return this.#archives.isCutShort(uri);
    const known = this.#known.get(uri.toString()) ?? isHugeLog(uri.fsPath);
    this.#known.set(uri.toString(), known);
    return known;
  }
}

function uriOfActiveTab(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputText ? input.uri : undefined;
}

async function isHugeLog(path: string): Promise<boolean> {
  try {
    const { size } = await stat(path);
    return size > MOST_DOCUMENT_BYTES && logLanguage(await startOfFile(path, LOOK_BYTES)) !== undefined;
  } catch {
    // Gone or unreadable: VS Code's own editor says so.
    return false;
  }
}

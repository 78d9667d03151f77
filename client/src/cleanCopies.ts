import * as vscode from 'vscode';

const KEY = 'logSiteAudit.cleanCopies';
/** Context key for the command that forgets them. */
const CONTEXT = 'logSiteAudit.hasCleanCopy';

/** The clean copy that each site is compared with whenever it is audited, kept for the workspace. */
export class CleanCopies {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    this.#setContext();
  }

  /** The clean copy of a site folder; `undefined` where none was chosen, or where it is no longer there. */
  async of(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
    const kept = this.#kept[folder.toString()];
    if (kept === undefined) return undefined;
    const copy = vscode.Uri.parse(kept);
    return vscode.workspace.fs.stat(copy).then(
      () => copy,
      () => undefined,
    );
  }

  async remember(folder: vscode.Uri, copy: vscode.Uri): Promise<void> {
    await this.#keep({ ...this.#kept, [folder.toString()]: copy.toString() });
  }

  /** Forgets the copy of a site folder; those of all where none is named. */
  async forget(folder?: vscode.Uri): Promise<void> {
    await this.#keep(folder && { ...this.#kept, [folder.toString()]: undefined });
  }

  get #kept(): Readonly<Record<string, string | undefined>> {
    return this.#memory.get(KEY, {});
  }

  async #keep(copies: Readonly<Record<string, string | undefined>> | undefined): Promise<void> {
    await this.#memory.update(KEY, copies);
    this.#setContext();
  }

  #setContext(): void {
    void vscode.commands.executeCommand(
      'setContext',
      CONTEXT,
      Object.values(this.#kept).some((copy) => copy !== undefined),
    );
  }
}

import * as vscode from 'vscode';
import type { AskedService, NetworkAccess } from '../../../server/src/protocol';
import { formatDate } from '../numbers';
import { SERVICES } from './services';

/** Whether somebody on the internet may be asked: only after the user said yes, once for each service and this computer. */
export class LookUpConsent implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #tellServer: (access: NetworkAccess) => Promise<void>;
  readonly #listener: vscode.Disposable;

  /**
   * @param memory what VS Code keeps for this computer, which is not synchronised to others
   * @param tellServer tells a server that runs what it may do; one that is started asks for `access`
   */
  constructor(memory: vscode.Memento, tellServer: (access: NetworkAccess) => Promise<void>) {
    this.#memory = memory;
    this.#tellServer = tellServer;
    this.#listener = vscode.workspace.onDidGrantWorkspaceTrust(() => void this.#tell());
    this.#setContext('registries');
    this.#setContext('wordPress');
  }

  /** What the server may do now. */
  get access(): NetworkAccess {
    return {
      isAllowed: this.#isAllowed('registries'),
      isWordPressAllowed: this.#isAllowed('wordPress'),
      isTrusted: vscode.workspace.isTrusted,
    };
  }

  /** Whether somebody may be asked for the user, who wants it now: asks for consent where there is none yet. */
  async ensure(asked: AskedService): Promise<boolean> {
    if (!vscode.workspace.isTrusted) return explainRestrictedMode(asked);
    if (this.#isAllowed(asked)) return true;
    if (!(await askForConsent(asked))) return false;
    await this.#keep(asked, new Date().toISOString());
    return true;
  }

  /** Takes the consent back. */
  async withdraw(asked: AskedService): Promise<void> {
    await this.#keep(asked, undefined);
  }

  /** When consent was given, for people; `undefined` where it was not. */
  since(asked: AskedService): string | undefined {
    const moment = this.#memory.get(SERVICES[asked].key);
    return typeof moment === 'string' ? formatDate(moment) : undefined;
  }

  dispose(): void {
    this.#listener.dispose();
  }

  #isAllowed(asked: AskedService): boolean {
    return typeof this.#memory.get(SERVICES[asked].key) === 'string';
  }

  async #keep(asked: AskedService, moment: string | undefined): Promise<void> {
    await this.#memory.update(SERVICES[asked].key, moment);
    this.#setContext(asked);
    await this.#tell();
  }

  /** A server that can't be reached does nothing either. */
  async #tell(): Promise<void> {
    await this.#tellServer(this.access).catch(() => undefined);
  }

  #setContext(asked: AskedService): void {
    void vscode.commands.executeCommand('setContext', SERVICES[asked].key, this.#isAllowed(asked));
  }
}

/** Says in plain words what would be sent to whom. */
async function askForConsent(asked: AskedService): Promise<boolean> {
  const yes: vscode.MessageItem = { title: vscode.l10n.t('Yes, Allow on This Computer') };
  const no: vscode.MessageItem = { title: vscode.l10n.t('Not Now'), isCloseAffordance: true };
  const { question, detail } = SERVICES[asked];
  const options = { modal: true, detail: detail().join('\n\n') };
  return (await vscode.window.showWarningMessage(question(), options, yes, no)) === yes;
}

/** @returns false: nothing may be asked there */
async function explainRestrictedMode(asked: AskedService): Promise<false> {
  const manage: vscode.MessageItem = { title: vscode.l10n.t('Manage Workspace Trust') };
  const choice = await vscode.window.showInformationMessage(SERVICES[asked].restricted(), manage);
  if (choice === manage) await vscode.commands.executeCommand('workbench.trust.manage');
  return false;
}

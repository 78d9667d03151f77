import * as vscode from 'vscode';
import type { NetworkAccess } from '../../../server/src/protocol';
import { formatDate } from '../numbers';

/** Where the user's yes is kept: the moment at which it was given (ISO 8601). No setting, so that no folder can say it. */
const CONSENT_KEY = 'logSiteAudit.lookUpsAllowed';

/** Context key that the manifest's conditions name. */
const ALLOWED_CONTEXT = 'logSiteAudit.lookUpsAllowed';

/** Whether registries on the internet may be asked about addresses: only after the user said yes, once for this computer. */
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
    this.#setContext();
  }

  /** What the server may do now. */
  get access(): NetworkAccess {
    const isAllowed = typeof this.#memory.get(CONSENT_KEY) === 'string';
    return { isAllowed, isTrusted: vscode.workspace.isTrusted };
  }

  /** Whether somebody may be asked for the user, who wants it now: asks for consent where there is none yet. */
  async ensure(): Promise<boolean> {
    if (!vscode.workspace.isTrusted) return explainRestrictedMode();
    if (this.access.isAllowed) return true;
    if (!(await askForConsent())) return false;
    await this.#keep(new Date().toISOString());
    return true;
  }

  /** Takes the consent back. */
  async withdraw(): Promise<void> {
    await this.#keep(undefined);
  }

  /** When consent was given, for people; `undefined` where it was not. */
  get since(): string | undefined {
    const moment = this.#memory.get(CONSENT_KEY);
    return typeof moment === 'string' ? formatDate(moment) : undefined;
  }

  dispose(): void {
    this.#listener.dispose();
  }

  async #keep(moment: string | undefined): Promise<void> {
    await this.#memory.update(CONSENT_KEY, moment);
    this.#setContext();
    await this.#tell();
  }

  /** A server that can't be reached does nothing either. */
  async #tell(): Promise<void> {
    await this.#tellServer(this.access).catch(() => undefined);
  }

  #setContext(): void {
    void vscode.commands.executeCommand('setContext', ALLOWED_CONTEXT, this.access.isAllowed);
  }
}

/** Says in plain words what would be sent to whom. */
async function askForConsent(): Promise<boolean> {
  const yes: vscode.MessageItem = { title: vscode.l10n.t('Yes, Allow on This Computer') };
  const no: vscode.MessageItem = { title: vscode.l10n.t('Not Now'), isCloseAffordance: true };
  const question = vscode.l10n.t('May the registries of internet addresses be asked?');
  const detail = [
    vscode.l10n.t(
      'Each time you look up an address, it is sent to the registry in charge of it (such as APNIC, RIPE NCC, ARIN, LACNIC, AFRINIC or JPNIC), by RDAP or WHOIS. To check a crawler, your name server (DNS) is asked.',
    ),
    vscode.l10n.t(
      'So the registry learns which address you are interested in, and the address of this computer. Nothing of your logs or your site is sent.',
    ),
    vscode.l10n.t(
      'Nothing is ever asked by itself. You can take this back at any time with the command “Stop Asking Registries”.',
    ),
  ].join('\n\n');
  const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, yes, no);
  return answer === yes;
}

/** @returns false: nothing may be asked there */
async function explainRestrictedMode(): Promise<false> {
  const manage: vscode.MessageItem = { title: vscode.l10n.t('Manage Workspace Trust') };
  const message = vscode.l10n.t(
    'Nothing was sent: this folder is open in Restricted Mode, in which nothing is asked on the internet. What is known of addresses offline is shown all the same.',
  );
  const choice = await vscode.window.showInformationMessage(message, manage);
  if (choice === manage) await vscode.commands.executeCommand('workbench.trust.manage');
  return false;
}

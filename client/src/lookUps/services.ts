import * as vscode from 'vscode';
import type { AskedService } from '../../../server/src/protocol';

/** What is kept of a service, and what the user reads of it. */
export interface ServiceWords {
  /**
   * Where the user's yes is kept, the moment at which it was given (ISO 8601), and the context key that the manifest's conditions
   * name. No setting, so that no folder can say it.
   */
  readonly key: string;
  readonly question: () => string;
  /** What would be sent to whom, in plain words. */
  readonly detail: () => readonly string[];
  /** Why nothing was sent in Restricted Mode, and what can be had all the same. */
  readonly restricted: () => string;
}

/** Those who may be asked. */
export const SERVICES: Readonly<Record<AskedService, ServiceWords>> = {
  registries: {
    key: 'logSiteAudit.lookUpsAllowed',
    question: () => vscode.l10n.t('May the registries of internet addresses be asked?'),
    detail: () => [
      vscode.l10n.t(
        'Each time you look up an address, it is sent to the registry in charge of it (such as APNIC, RIPE NCC, ARIN, LACNIC, AFRINIC or JPNIC), by RDAP or WHOIS. To check a crawler, your name server (DNS) is asked.',
      ),
      vscode.l10n.t(
        'So the registry learns which address you are interested in, and the address of this computer. Nothing of your logs or your site is sent.',
      ),
      vscode.l10n.t(
        'Nothing is ever asked by itself. You can take this back at any time with the command “Stop Asking Registries”.',
      ),
    ],
    restricted: () =>
      vscode.l10n.t(
        'Nothing was sent: this folder is open in Restricted Mode, in which nothing is asked on the internet. What is known of addresses offline is shown all the same.',
      ),
  },
  wordPress: {
    key: 'logSiteAudit.wordPressAllowed',
    question: () => vscode.l10n.t('May WordPress.org be asked for checksums?'),
    detail: () => [
      vscode.l10n.t(
        'Each time you compare a site, WordPress.org is told which version and language of WordPress and which plug-ins in which versions it has. It answers with the checksum of each of their files.',
      ),
      vscode.l10n.t(
        'So WordPress.org learns what the site is made with, and the address of this computer. No file of your site is sent, nor its name.',
      ),
      vscode.l10n.t(
        'Nothing is ever asked by itself. You can take this back at any time with the command “Stop Asking WordPress.org”.',
      ),
    ],
    restricted: () =>
      vscode.l10n.t(
        'Nothing was sent: this folder is open in Restricted Mode, in which nothing is asked on the internet. A clean copy that you have can be compared all the same.',
      ),
  },
};

import { RequestType } from 'vscode-languageserver-protocol';
import type { AccessRefused } from './addresses';

/**
 * Client → server: ask WordPress.org which checksums the files of the WordPress and of the plug-ins of an audited folder have. From
 * then on audits of the folder compare with them. Reports work-done progress; cancelled through the request's token.
 */
export const AskWordPressRequest = new RequestType<AskWordPressParams, WordPressAnswer, void>(
  'logSiteAudit/askWordPress',
);
export interface AskWordPressParams {
  /** URI of the folder. */
  readonly folder: string;
  readonly workDoneToken?: string | number;
}

export type WordPressAnswer = AccessRefused | WordPressAsked;
export interface WordPressAsked {
  readonly kind: 'asked';
  /** Products that are compared from now on, with their versions; hidden characters are written out. */
  readonly known: readonly string[];
  /** Products that can't be, and why, in the user's language. */
  readonly unknown: readonly { readonly name: string; readonly message: string }[];
  /** Plug-ins that were left out, as there are too many. */
  readonly leftOut: number;
}

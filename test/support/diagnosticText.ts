import type { Diagnostic } from 'vscode-languageserver-protocol';

/** The message of a diagnostic, '' when there is none. The protocol allows Markdown there, which this server does not use. */
export function textOf(diagnostic: Diagnostic | undefined): string {
  return typeof diagnostic?.message === 'string' ? diagnostic.message : '';
}

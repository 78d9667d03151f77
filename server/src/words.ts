import * as l10n from '@vscode/l10n';

/** Translations of one language: the English message as key, as in `l10n/bundle.l10n.ja.json`. */
export type WordBundle = Record<string, string>;

/** Sets the language of every message made after this call. Without it messages are English. */
export function useWords(bundle: WordBundle): void {
  l10n.config({ contents: bundle });
}

/**
 * A message in the user's language.
 * @param message English text with `{0}`, `{1}` … where the values go; also the key of the translation.
 * @param values put in as plain text; the sink that shows the message escapes them.
 */
export function t(message: string, ...values: (string | number)[]): string {
  return l10n.t(message, ...values);
}

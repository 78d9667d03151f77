/**
 * Characters that are not shown or that change how their neighbours are shown: controls, line separators, and the marks that
 * turn the direction of writing (Unicode Standard Annex 9, https://www.unicode.org/reports/tr9/).
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** Every ASCII character that can be markup (https://spec.commonmark.org/0.31.2/#backslash-escapes). */
const MARKUP = /[!-/:-@[-`{-~]/g;

/** Names and texts of a log or a site for a label of the editor: hidden characters are made visible, e.g. `\u{202e}`. */
export function visibleText(text: string): string {
  return text.replaceAll(INVISIBLE, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
}

/** The same for a notification, where VS Code would turn `[text](command:…)` into a link. */
export function notificationText(text: string): string {
  return visibleText(text).replaceAll('](', '] (');
}

/** The same within Markdown. (`MarkdownString.appendText` makes every blank a non-breaking one, so that words are cut in two.) */
export function markdownText(text: string): string {
  return visibleText(text).replaceAll(MARKUP, String.raw`\$&`);
}

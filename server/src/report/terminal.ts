/**
 * Characters that are not seen themselves but change what is seen: controls (ANSI sequences start with one), format
 * characters (bidi overrides, zero-width, tags), line and paragraph separators, lone surrogates.
 * Source: Unicode general categories, UAX #44 §5.7.1; bidi tricks: UAX #9, "Trojan Source" (CVE-2021-42574).
 */
export const hiddenCharacters = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * Text from a log or a site, safe to print in a terminal within a line: what would act on the terminal or hide is written
 * out, as `\x1b` or `\u{202e}`. Line breaks and tabs are written out too.
 */
export function terminalText(text: string): string {
  return text.replace(hiddenCharacters, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u{${code}}`;
  });
}

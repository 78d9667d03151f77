import { terminalText } from '../terminal';

/** A plain text (SARIF 2.1.0 §3.11.3). */
export interface SarifMessage {
  readonly text: string;
}

/**
 * Texts of anybody as the paragraphs of a message: programs would take braces for placeholders (§3.11.5), and brackets for links
 * (§3.11.6). Hidden characters are written out.
 */
export function sarifMessage(...paragraphs: readonly string[]): SarifMessage {
  return { text: paragraphs.map(escaped).join('\n') };
}

function escaped(text: string): string {
  return terminalText(text)
    .replaceAll(/[[\]\\]/g, String.raw`\$&`)
    .replaceAll(/[{}]/g, '$&$&');
}

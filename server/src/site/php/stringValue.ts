/** Escapes of a double-quoted text (PHP manual, "Strings"). */
const ESCAPE = /\\(?:([nrtvef\\$"`])|([0-7]{1,3})|x([\da-fA-F]{1,2})|u\{([\da-fA-F]{1,6})\})/g;

const NAMED: Record<string, string> = { n: '\n', r: '\r', t: '\t', v: '\v', e: '\u001b', f: '\f' };

/** The value of a single-quoted text; `raw` is what stands between the quotes. */
export function singleQuotedValue(raw: string): string {
  return raw.includes('\\') ? raw.replace(/\\([\\'])/g, '$1') : raw;
}

/** The value of a stretch of a double-quoted text, heredoc or backtick text. Bytes become the character of the same code. */
export function doubleQuotedValue(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(ESCAPE, (_, named?: string, octal?: string, hex?: string, unicode?: string) => {
    if (named) return NAMED[named] ?? named;
    if (octal) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    if (hex) return String.fromCharCode(Number.parseInt(hex, 16));
    const code = Number.parseInt(unicode ?? '', 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** The value of a number as written: decimal, hexadecimal, octal, binary, with underscores. */
export function numberValue(raw: string): number {
  const digits = raw.replaceAll('_', '');
  if (/^0[0-7]+$/.test(digits)) return Number.parseInt(digits, 8);
  const value = Number(digits);
  return Number.isNaN(value) ? Number.parseFloat(digits) || 0 : value;
}

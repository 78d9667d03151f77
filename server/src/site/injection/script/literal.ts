import { Flag, text, type Value } from './value';

/** So many letters written as numbers in a text are no accident. */
const MANY_ESCAPES = 4;
const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|u\{([\da-fA-F]{1,6})\}|([0-7]{1,3})|(\r\n|[\s\S]))/g;
/** Letters written as `&#104;`, which only a page needs, and there only for what is not a letter. */
const NUMBERED = /(?:&#(?:x[4-7][\da-f]|[4-9]\d|1[01]\d|12[0-2]);){4}/i;
const PLAIN: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v' };

/**
 * What a quoted text or a template without parts says (ECMA-262, section 12.9.4). It counts as hidden when it writes ordinary
 * letters as numbers: nobody needs `\x68` for an `h`.
 */
export function literalValue(quoted: string): Value {
  const raw = quoted.slice(1, quoted.endsWith(quoted[0]!) && quoted.length > 1 ? -1 : undefined);
  if (!raw.includes('\\')) return NUMBERED.test(raw) ? text(withoutEntities(raw), Flag.Hidden) : text(raw);
  let needless = 0;
  const value = raw.replace(
    ESCAPE,
    (_, hex?: string, unicode?: string, point?: string, octal?: string, other?: string) => {
      if (other !== undefined) return PLAIN[other] ?? (/[\r\n]/.test(other) ? '' : other);
      const code = Number.parseInt(octal ?? hex ?? unicode ?? point ?? '', octal === undefined ? 16 : 8);
      if (isLetter(code)) needless++;
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
  return text(value, needless >= MANY_ESCAPES ? Flag.Hidden : 0);
}

/** Letters, digits, and the signs of a URL. */
function isLetter(code: number): boolean {
  return (code >= 0x2f && code <= 0x3a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function withoutEntities(raw: string): string {
  return raw.replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (_, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

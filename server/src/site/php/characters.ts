/** Character classes of PHP source (PHP manual, "Basics" and "Names": a name may hold any character from 0x80 on). */

const SPACE = 1;
const NAME_START = 2;
const NAME_PART = 4;

const classes = new Uint8Array(128);
for (const code of [9, 10, 11, 12, 13, 32]) classes[code] = SPACE;
for (let code = 0; code < 128; code++) {
  if (/[A-Za-z_]/.test(String.fromCharCode(code))) classes[code] = NAME_START | NAME_PART;
  if (/[0-9]/.test(String.fromCharCode(code))) classes[code] = NAME_PART;
}

export function isSpace(code: number): boolean {
  return code < 128 && (classes[code]! & SPACE) !== 0;
}

export function isNameStart(code: number): boolean {
  return code >= 128 || (classes[code]! & NAME_START) !== 0;
}

export function isNamePart(code: number): boolean {
  return code >= 128 || (classes[code]! & NAME_PART) !== 0;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The index behind the name that starts at `from`. */
export function skipName(text: string, from: number): number {
  let at = from;
  while (at < text.length && isNamePart(text.charCodeAt(at))) at++;
  return at;
}

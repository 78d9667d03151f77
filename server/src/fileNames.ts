import { isUtf8 } from 'node:buffer';

/** UTF-8 has no longer characters, in bytes. */
const LONGEST_CHARACTER = 4;
/** Half of a surrogate pair without its other half. */
const ODD_BYTE = /([\u{dc80}-\u{dcff}])/u;
const FIRST_HALF = 0xdc00;

/**
 * A name as text, whatever its bytes. A byte that is not UTF-8 becomes half of a surrogate pair, U+DC80 to U+DCFF, which no other
 * name has, so that `pathForSystem` finds the bytes again (as Python does, https://peps.python.org/pep-0383/).
 */
export function nameOfBytes(bytes: Uint8Array): string {
  let name = '';
  for (let at = 0; at < bytes.length;) {
    const length = characterLength(bytes, at);
    name += length === 0 ? String.fromCharCode(FIRST_HALF + bytes[at]!) : textOf(bytes.subarray(at, at + length));
    at += Math.max(1, length);
  }
  return name;
}

/** Bytes of the character that begins at a byte; 0 where that is none. */
function characterLength(bytes: Uint8Array, at: number): number {
  for (let length = 1; length <= LONGEST_CHARACTER && at + length <= bytes.length; length++) {
    if (isUtf8(bytes.subarray(at, at + length))) return length;
  }
  return 0;
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}

/** A path made of such names as the system takes it: text, or its bytes where a name is not UTF-8. */
export function pathForSystem(path: string): string | Buffer {
  if (process.platform === 'win32' || !ODD_BYTE.test(path)) return path;
  const parts = path.split(ODD_BYTE);
  return Buffer.concat(
    parts.map((part, index) => (index % 2 === 1 ? Buffer.of(part.charCodeAt(0) & 0xff) : Buffer.from(part))),
  );
}

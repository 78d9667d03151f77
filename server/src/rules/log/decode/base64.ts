import { HYPHEN, PLUS, SLASH, SPACE, UNDERSCORE } from '../../../log/bytes';

const EQUALS = 0x3d;
/** Shorter texts are words as often as not. */
const SHORTEST = 16;
/** Longer ones are files; attacks that are sent so are short. */
const LONGEST = 8192;

/**
 * Decodes a text that is base64 from beginning to end (RFC 4648 §4 and §5) and says something readable; gives the number of
 * bytes written, 0 for every other text.
 * @param into room for three quarters of the text
 */
export function decodeBase64(bytes: Uint8Array, start: number, end: number, into: Uint8Array): number {
  let last = end;
  while (last > start && bytes[last - 1] === EQUALS) last--;
  if (last - start < SHORTEST || last - start > LONGEST || end - last > 2) return 0;
  let length = 0;
  let bits = 0;
  let value = 0;
  for (let at = start; at < last; at++) {
    const digit = digitOf(bytes[at]!);
    if (digit < 0) return 0;
    value = ((value << 6) | digit) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    const byte = (value >> bits) & 0xff;
    if (!isReadable(byte)) return 0;
    into[length++] = byte;
  }
  return length;
}

/** A blank stands for the plus sign that a query made of it. */
function digitOf(byte: number): number {
  if (byte >= 0x41 && byte <= 0x5a) return byte - 0x41;
  if (byte >= 0x61 && byte <= 0x7a) return byte - 0x61 + 26;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30 + 52;
  if (byte === PLUS || byte === HYPHEN || byte === SPACE) return 62;
  return byte === SLASH || byte === UNDERSCORE ? 63 : -1;
}

function isReadable(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d);
}

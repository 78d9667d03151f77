/** Value of the character that the bytes before `end` may write too long: its first byte must be one of these. */
const TWO_BYTE_LEADS = new Set([0xc0, 0xc1]);

/**
 * How many bytes before `end` write an ASCII character in more than one (overlong UTF-8, forbidden by RFC 3629 §3); 0 when they
 * do not. Two bytes are taken for one only away from other high bytes: in EUC-JP and Shift_JIS they are a character.
 */
export function overlongLength(bytes: Uint8Array, end: number): number {
  if (end < 2 || !isContinuation(bytes[end - 1]!)) return 0;
  const lead = bytes[end - 2]!;
  if (TWO_BYTE_LEADS.has(lead)) return end > 2 && bytes[end - 3]! >= 0x80 ? 0 : 2;
  if (end >= 3 && bytes[end - 3] === 0xe0 && (lead === 0x80 || lead === 0x81)) return 3;
  const isFour = end >= 4 && bytes[end - 4] === 0xf0 && bytes[end - 3] === 0x80 && (lead === 0x80 || lead === 0x81);
  return isFour ? 4 : 0;
}

/** The ASCII character that an overlong form before `end` stands for. */
export function overlongValue(bytes: Uint8Array, end: number): number {
  return ((bytes[end - 2]! & 1) << 6) | (bytes[end - 1]! & 0x3f);
}

/**
 * The ASCII character for a full-width one (U+FF01 to U+FF5E, UTF-8 EF BC 81 to EF BD 9E) before `end`; -1 for others. Behind
 * a Japanese character it is left as it is: there it is plain punctuation, as in 漢字（かんじ）.
 */
export function foldedWide(bytes: Uint8Array, end: number): number {
  if (end < 3 || bytes[end - 3] !== 0xef) return -1;
  if (end > 3 && bytes[end - 4]! >= 0x80) return -1;
  const middle = bytes[end - 2]!;
  const last = bytes[end - 1]!;
  if (middle === 0xbc && last >= 0x81 && last <= 0xbf) return last - 0x60;
  return middle === 0xbd && last >= 0x80 && last <= 0x9e ? last - 0x20 : -1;
}

/**
 * Whether a byte that comes behind `end` bytes is the second one of a Shift_JIS character and not the ASCII character that it
 * looks like: ソ is 83 5C, ポ is 83 7C. The byte before it must not be part of a character in UTF-8.
 */
export function isLegacyTrail(bytes: Uint8Array, end: number, byte: number): boolean {
  const lead = bytes[end - 1]!;
  if (lead < 0x81 || byte < 0x40 || byte > 0x7e) return false;
  return lead >= 0xc0 ? lead >= 0xe0 && lead <= 0xfc : lead <= 0x9f && !continuesCharacter(bytes, end);
}

/** Whether the last of `end` bytes continues a character in UTF-8. */
function continuesCharacter(bytes: Uint8Array, end: number): boolean {
  for (let length = 2; length <= 4 && length <= end; length++) {
    const byte = bytes[end - length]!;
    if (!isContinuation(byte)) return byte >= leastLead(length);
  }
  return false;
}

/** Least first byte of a character with at least so many bytes. */
function leastLead(length: number): number {
  if (length === 2) return 0xc2;
  return length === 3 ? 0xe0 : 0xf0;
}

function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf;
}

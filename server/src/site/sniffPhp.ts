const LESS_THAN = 0x3c;
const QUESTION_MARK = 0x3f;
/** `p`, `P` and `=`: what the bytes are asked for before a string is made of them. */
const THIRD = new Set([0x70, 0x50, 0x3d]);

/**
 * Finds PHP code in a stretch of a file of any kind. `<?php` counts wherever white space follows it; the short echo tag
 * `<?=` counts only before something that looks like an expression, because three bytes are met by chance in pictures.
 * The XML declaration and XMP's `<?xpacket` are neither.
 * @returns offset of the tag, or -1.
 */
export function findPhpTag(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(LESS_THAN); at >= 0; at = bytes.indexOf(LESS_THAN, at + 1)) {
    if (bytes[at + 1] !== QUESTION_MARK || !THIRD.has(bytes[at + 2] ?? 0)) continue;
    if (OPENING_TAG.test(ascii(bytes, at, at + 40))) return at;
  }
  return -1;
}

const OPENING_TAG = /^<\?(?:php(?:[\s/]|$)|=\s*(?:[`@]|\$\w|[a-z_]\w{2,}\s*\())/i;

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

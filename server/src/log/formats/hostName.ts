import { DOT, HYPHEN, isDigit } from '../bytes';

const LOWER_A = 0x61;
const LOWER_Z = 0x7a;

/** Whether a text may be a full host name: letters, digits and hyphens with a dot between, and no number. */
export function isHostName(bytes: Uint8Array, start: number, end: number): boolean {
  let dots = 0;
  let letters = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === DOT) dots++;
    else if (isLetter(byte)) letters++;
    else if (byte !== HYPHEN && !isDigit(byte)) return false;
  }
  return dots > 0 && letters > 0;
}

/** Whether a byte is one of the 26 letters. */
export function isLetter(byte: number | undefined): boolean {
  const letter = byte === undefined ? 0 : byte | 0x20;
  return letter >= LOWER_A && letter <= LOWER_Z;
}

import { DOT, SLASH } from '../../../log/bytes';
import { PUBLIC_HIDDEN } from '../patterns/secretFiles';
import { STRONG, witness, type Evidence } from './witness';

const LONGEST_NAME = 40;

const hiddenFile = witness('secret-file', STRONG);

/** Folders and files whose names begin with a dot: they are hidden, and but for a few no page leads to them. */
export function findHidden(bytes: Uint8Array, length: number, evidence: Evidence): void {
  for (let at = 1; at + 1 < length; at++) {
    if (bytes[at] !== DOT || bytes[at - 1] !== SLASH || !isLetter(bytes[at + 1]!)) continue;
    const slash = bytes.subarray(at + 1, Math.min(length, at + LONGEST_NAME)).indexOf(SLASH);
    const end = slash < 0 ? length : at + 1 + slash;
    const name = Buffer.from(bytes.subarray(at + 1, Math.min(end, at + LONGEST_NAME))).toString('latin1');
    if (!PUBLIC_HIDDEN.has(name.toLowerCase())) return evidence.add(hiddenFile);
  }
}

function isLetter(byte: number): boolean {
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x7a;
}

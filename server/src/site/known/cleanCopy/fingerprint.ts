import { createHash } from 'node:crypto';

/** What tells whether two files are the same. */
export interface Fingerprint {
  /** SHA-256 of all bytes, in lower-case hexadecimal. */
  readonly sha256: string;
  /** SHA-256 of the text with line endings made alike; `undefined` for files too large to be texts. */
  readonly text?: string;
}

/** Bytes; programs and pages of this size there are none. */
const LARGEST_TEXT = 8 * 1024 * 1024;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const TAB = 0x09;
const SPACE = 0x20;

/** Reads a file to its end; rejects as the pieces do. */
export async function fingerprintOf(chunks: AsyncIterable<Uint8Array>): Promise<Fingerprint> {
  const hash = createHash('sha256');
  const copies: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    length += chunk.length;
    // A piece is lent until the next one is asked for.
    if (length <= LARGEST_TEXT) copies.push(Uint8Array.from(chunk));
  }
  const sha256 = hash.digest('hex');
  if (length > LARGEST_TEXT) return { sha256 };
  return {
    sha256,
    text: createHash('sha256')
      .update(withPlainLineEndings(Buffer.concat(copies)))
      .digest('hex'),
  };
}

/**
 * A text with line feeds only, as it was before FTP programs, editors and version control made it their own: without what stands
 * invisible at the ends of lines and of the file. Code means the same with and without. All other white space stays: a line break
 * more can turn a comment into code.
 */
function withPlainLineEndings(bytes: Uint8Array): Uint8Array {
  const plain = new Uint8Array(bytes.length);
  let length = 0;
  const dropInvisible = (isInvisible: (byte: number) => boolean): void => {
    while (length > 0 && isInvisible(plain[length - 1]!)) length--;
  };
  for (const byte of bytes) {
    if (byte === LINE_FEED) dropInvisible(isInvisibleAtLineEnd);
    plain[length++] = byte;
  }
  dropInvisible((byte) => byte === LINE_FEED || isInvisibleAtLineEnd(byte));
  return plain.subarray(0, length);
}

function isInvisibleAtLineEnd(byte: number): boolean {
  return byte === SPACE || byte === TAB || byte === CARRIAGE_RETURN;
}

/** Ways in which a text can be harmless because all its bytes are, as bits. */
export const Plain = {
  /** As it was logged, with nothing encoded. */
  asLogged: 1,
  /** Words in any script and the separators of folders and lists, percent-encoded where that is usual. */
  words: 2,
} as const;

/** `Plain` bits of each byte: as logged, and from 256 on percent-encoded. */
export type PlainBytes = Uint8Array;

/** Added to a byte that was encoded. */
export const ENCODED = 256;

const WORD_MARKS = '/._-,';
const ENCODED_MARKS = '/,';
/** First bytes of characters that may be an ASCII one in disguise: overlong forms (RFC 3629 §3) and full-width letters. */
const DISGUISES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xe0, 0xef, 0xf0]);

/**
 * @param marks punctuation that is harmless where nothing is encoded
 * @param separators punctuation that parts the words of such a text
 */
export function plainBytes(marks: string, separators = ''): PlainBytes {
  const wordMarks = WORD_MARKS + separators;
  return Uint8Array.from({ length: 2 * ENCODED }, (_, value) => {
    const byte = value % ENCODED;
    const text = String.fromCharCode(byte);
    if (value >= ENCODED) return isPlainEncoded(byte, text) ? Plain.words : 0;
    const isWord = /[a-z0-9]/i.test(text);
    return (
      (isWord || marks.includes(text) ? Plain.asLogged : 0) | (isWord || wordMarks.includes(text) ? Plain.words : 0)
    );
  });
}

function isPlainEncoded(byte: number, text: string): boolean {
  return byte < 0x80 ? ENCODED_MARKS.includes(text) : !DISGUISES.has(byte);
}

import { decodeText } from '../../site/decodeText';

/** Names that mails use and the Encoding Standard does not have (https://encoding.spec.whatwg.org/#names-and-labels). */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['cp932', 'shift_jis'],
  ['cp943', 'shift_jis'],
  ['cp50220', 'iso-2022-jp'],
  ['cp50221', 'iso-2022-jp'],
  ['iso-2022-jp-ms', 'iso-2022-jp'],
  ['cp51932', 'euc-jp'],
  ['eucjp-ms', 'euc-jp'],
]);
const ESCAPE = 0x1b;
const ESCAPE_LENGTH = 3;
/** What programs write that do not know. */
const UNTOLD = new Set(['', 'us-ascii', 'ascii', 'unknown-8bit', 'x-unknown', 'binary']);

/** Decodes bytes in the charset that a mail names; where it names none that is known, or a wrong one, by what they look like. */
export function charsetText(bytes: Uint8Array, charset: string): string {
  const written = charset.toLowerCase();
  if (UNTOLD.has(written)) return decodeText(bytes).text;
  const name = OTHER_NAMES.get(written) ?? written;
  try {
    return new TextDecoder(name, { fatal: true }).decode(name === 'iso-2022-jp' ? withoutIdleEscapes(bytes) : bytes);
  } catch {
    return decodeText(bytes).text;
  }
}

/** Decoders refuse an escape (three bytes, RFC 1468) right behind another, which comes about where two words are put together. */
function withoutIdleEscapes(bytes: Uint8Array): Uint8Array {
  const isIdle = (at: number): boolean => bytes[at] === ESCAPE && bytes[at + ESCAPE_LENGTH] === ESCAPE;
  return bytes.filter((_, at) => !isIdle(at) && !isIdle(at - 1) && !isIdle(at - 2));
}

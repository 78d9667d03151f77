/** Bytes by which ISO-2022-JP (RFC 1468) changes to Japanese: ESC $ B, ESC $ @. */
const TO_JAPANESE = ['\u001b$B', '\u001b$@'];

/** Encodings that registries write beside UTF-8, by the end of the server's name. */
const ENCODINGS: readonly (readonly [domain: string, encoding: string])[] = [
  ['.jp', 'iso-2022-jp'],
  ['.kr', 'euc-kr'],
  ['.tw', 'big5'],
  ['twnic.net', 'big5'],
];

/**
 * The text of an answer. No server says which encoding it writes: Japanese announces itself, UTF-8 can be told, and what is
 * neither is in the encoding of the server's country, or in ISO 8859-1.
 */
export function decodeAnswer(bytes: Uint8Array, server: string): string {
  const latin = new TextDecoder('latin1').decode(bytes);
  if (TO_JAPANESE.some((escape) => latin.includes(escape))) return new TextDecoder('iso-2022-jp').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const encoding = ENCODINGS.find(([domain]) => server.endsWith(domain))?.[1];
    return encoding === undefined ? latin : new TextDecoder(encoding).decode(bytes);
  }
}

import { names } from '../nameList';
import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { fromBuffer, toBinary, toBuffer } from './bytes';

/** What a decompressor may give at most, in bytes; a bomb stops there and counts as not decodable. */
const MAX_INFLATED_BYTES = 4 * 1024 * 1024;

/** A pure decoder: text in, text out, `undefined` when the input is not of its kind. */
export type Decoder = (text: string) => string | undefined;

const limits = { maxOutputLength: MAX_INFLATED_BYTES };

function inflater(inflate: (bytes: Buffer) => Buffer): Decoder {
  return (text) => {
    try {
      return fromBuffer(inflate(toBuffer(text)));
    } catch {
      return undefined;
    }
  };
}

const rawInflate = inflater((bytes) => inflateRawSync(bytes, limits));

function rot13(text: string): string {
  return text.replace(/[A-Za-z]/g, (letter) => {
    const code = letter.charCodeAt(0);
    const base = code < 97 ? 65 : 97;
    return String.fromCharCode(((code - base + 13) % 26) + base);
  });
}

function urlDecode(text: string, plusIsBlank: boolean): string {
  const source = plusIsBlank ? text.replaceAll('+', ' ') : text;
  return source.replace(/%([\da-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function fromHex(text: string): string | undefined {
  return /^(?:[\da-fA-F]{2})*$/.test(text) ? Buffer.from(text, 'hex').toString('latin1') : undefined;
}

/** uuencoding, a line at a time: a length character, then groups of four (POSIX `uuencode`). */
function uudecode(text: string): string {
  let output = '';
  for (const line of text.split('\n')) {
    const length = (line.charCodeAt(0) - 32) & 63;
    let decoded = '';
    for (let at = 1; at + 3 < line.length + 3 && decoded.length < length; at += 4) {
      const [a, b, c, d] = [0, 1, 2, 3].map((i) => ((line.charCodeAt(at + i) || 32) - 32) & 63) as [
        number,
        number,
        number,
        number,
      ];
      decoded += String.fromCharCode((a << 2) | (b >> 4), ((b << 4) | (c >> 2)) & 255, ((c << 6) | d) & 255);
    }
    output += decoded.slice(0, length || 0);
  }
  return output;
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', apos: "'" };

function entityDecode(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|quot|amp|apos));/gi,
    (all, decimal?: string, hex?: string, name?: string) => {
      if (name) return ENTITIES[name.toLowerCase()] ?? all;
      const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}

/** Decoders by PHP's name for them; all of them make `Flag.Decoded`. */
export const DECODERS: Readonly<Record<string, Decoder | undefined>> = Object.assign(Object.create(null), {
  base64_decode: (text: string) => Buffer.from(toBinary(text), 'base64').toString('latin1'),
  gzinflate: rawInflate,
  gzuncompress: inflater((bytes) => inflateSync(bytes, limits)),
  gzdecode: inflater((bytes) => gunzipSync(bytes, limits)),
  zlib_decode: (text: string) =>
    inflater((bytes) => inflateSync(bytes, limits))(text) ??
    inflater((bytes) => gunzipSync(bytes, limits))(text) ??
    rawInflate(text),
  str_rot13: rot13,
  hex2bin: fromHex,
  convert_uudecode: uudecode,
  urldecode: (text: string) => urlDecode(text, true),
  rawurldecode: (text: string) => urlDecode(text, false),
  html_entity_decode: entityDecode,
  htmlspecialchars_decode: entityDecode,
  quoted_printable_decode: (text: string) =>
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([\da-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
});

/** Decoders whose output hides its meaning; the others only undo what forms and links do to text. */
export const HIDING_DECODERS: ReadonlySet<string> = new Set(
  names(`
    base64_decode gzinflate gzuncompress gzdecode zlib_decode str_rot13 hex2bin convert_uudecode strrev pack
    openssl_decrypt mcrypt_decrypt mcrypt_cbc bzdecompress lzf_decompress gzread
  `),
);

/** Text of a file and the encoding it was read in, named as VS Code's `files.encoding` names it. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf8' | 'utf8bom' | 'utf16le' | 'utf16be' | 'shiftjis' | 'eucjp' | 'iso2022jp' | 'windows1252';
}

/** Bytes looked at to choose between encodings; the whole file is decoded in the one that won. */
const SAMPLE_BYTES = 65_536;

/**
 * Decodes a file of a web site. Order: byte order mark, strict UTF-8, ISO-2022-JP by its escapes, Shift_JIS against EUC-JP
 * by plausibility, else windows-1252, which takes every byte. Never throws; a broken character becomes U+FFFD.
 * Positions in the text are those of an editor that decodes the file the same way (the mark itself is dropped).
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = byMark(bytes);
  if (marked) return marked;
  const escapes = isIso2022Jp(bytes);
  if (escapes) return { text: new TextDecoder('iso-2022-jp').decode(bytes), encoding: 'iso2022jp' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf8' };
  } catch {
    return legacy(bytes);
  }
}

function byMark(bytes: Uint8Array): DecodedText | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf8bom' };
  }
  if (first === 0xff && second === 0xfe) {
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf16le' };
  }
  if (first === 0xfe && second === 0xff) {
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf16be' };
  }
  return undefined;
}

/** ESC $ B, ESC $ @ or ESC ( J in a file without a byte over 0x7F (RFC 1468). */
function isIso2022Jp(bytes: Uint8Array): boolean {
  let escapes = 0;
  for (let at = bytes.indexOf(0x1b); at !== -1 && escapes < 2; at = bytes.indexOf(0x1b, at + 1)) {
    const second = bytes[at + 1];
    const third = bytes[at + 2];
    if (second === 0x24 && (third === 0x42 || third === 0x40)) escapes++;
    else if (second === 0x28 && (third === 0x42 || third === 0x4a)) escapes++;
    else return false;
  }
  return escapes >= 2 && bytes.every((byte) => byte < 0x80);
}

function legacy(bytes: Uint8Array): DecodedText {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const shiftJis = score(new TextDecoder('shift_jis').decode(sample));
  const eucJp = score(new TextDecoder('euc-jp').decode(sample));
  if (Math.max(shiftJis, eucJp) <= 0) {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows1252' };
  }
  return shiftJis >= eucJp
    ? { text: new TextDecoder('shift_jis').decode(bytes), encoding: 'shiftjis' }
    : { text: new TextDecoder('euc-jp').decode(bytes), encoding: 'eucjp' };
}

/**
 * How Japanese a decoded text is: kana count most, ideographs and full-width signs a little; a broken character and half-width
 * katakana (what EUC-JP looks like when read as Shift_JIS) count against it.
 */
function score(text: string): number {
  let points = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    if (code >= 0x3041 && code <= 0x30fe) points += 3;
    else if (code >= 0x3000 && code <= 0x3002) points += 3;
    else if (code >= 0x4e00 && code <= 0x9fff) points += 1;
    else if (code >= 0xff01 && code <= 0xff5e) points += 1;
    else if (code >= 0xff61 && code <= 0xff9f) points -= 1;
    else if (code === 0xfffd) points -= 10;
    else points -= 1;
  }
  return points;
}

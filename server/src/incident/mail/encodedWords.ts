import { charsetText } from './charset';
import { quotedPrintable } from './transferEncoding';

/** `=?ISO-2022-JP?B?GyRC...?=` (RFC 2047 §2). */
const WORD = /=\?([\w.:-]{1,40})(?:\*[\w-]{0,20})?\?([bq])\?([^?\s]{0,4000})\?=/gi;

/** Decodes the encoded words of a field; blanks between two of them are dropped (RFC 2047 §6.2). */
export function decodeWords(field: string): string {
  let text = '';
  let end = 0;
  // Some programs cut characters in two: words of the same kind are put together first.
  let open: { readonly charset: string; bytes: string } | undefined;
  const close = (): void => {
    if (open !== undefined) text += charsetText(Buffer.from(open.bytes, 'latin1'), open.charset);
    open = undefined;
  };
  for (const match of field.matchAll(WORD)) {
    const [word, charset, encoding, content] = match;
    const between = field.slice(end, match.index);
    const isNext = open !== undefined && /^\s*$/.test(between);
    if (!isNext || open!.charset !== charset!.toLowerCase()) {
      close();
      if (!isNext) text += between;
      open = { charset: charset!.toLowerCase(), bytes: '' };
    }
    open!.bytes += wordBytes(encoding!, content!);
    end = match.index + word.length;
  }
  close();
  return text + field.slice(end);
}

function wordBytes(encoding: string, content: string): string {
  if (encoding.toLowerCase() === 'b') return Buffer.from(content, 'base64').toString('latin1');
  return quotedPrintable(content.replaceAll('_', '=20')).replace(/\n$/, '');
}

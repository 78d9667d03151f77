import { decodeText } from '../../site/decodeText';
import { charsetText } from './charset';
import { decodeWords } from './encodedWords';

/** The header of a mail or of a part of one: values by name in lower case, the first of each, as they were sent. */
export type MailHeader = ReadonlyMap<string, string>;

/** A mail, or a part of one: its header, and its body as bytes in a string (Latin-1). */
export interface MailEntity {
  readonly header: MailHeader;
  readonly body: string;
}

/** A value such as `text/plain; charset=utf-8`, and its parameters by name in lower case (RFC 2045 §5.1, RFC 2231). */
export interface ParameterisedValue {
  /** Lower case; '' where there is none. */
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** Longer headers are no mail's. */
const LONGEST_HEADER = 256 * 1024;
const FIELD = /^([!-9;-~]{1,76}):[ \t]*(.*)$/s;
/** Fields that mail programs write and people who paste a mail do not. */
const WRITTEN_BY_PROGRAMS = [
  'mime-version',
  'content-type',
  'content-transfer-encoding',
  'received',
  'message-id',
  'return-path',
];
const PARAMETER = /;\s*([\w!#$&+.^`|~*-]{1,40})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))/g;

/**
 * Divides a mail as it was sent (RFC 5322) into header and body; `undefined` where a text is none, also where people pasted its first
 * lines.
 * @param text bytes in a string (Latin-1)
 */
export function readEntity(text: string): MailEntity | undefined {
  const entity = splitEntity(text.replace(/^\s*(?:From [^\n]*\n)?/, ''));
  return WRITTEN_BY_PROGRAMS.some((name) => entity.header.has(name)) ? entity : undefined;
}

/** The same of a part of a mail, which may have no header. */
export function splitEntity(text: string): MailEntity {
  if (/^\r?\n/.test(text)) return { header: new Map(), body: text.replace(/^\r?\n/, '') };
  const end = /\r?\n\r?\n/.exec(text.slice(0, LONGEST_HEADER));
  const header = new Map<string, string>();
  for (const field of text.slice(0, end?.index ?? LONGEST_HEADER).split(/\r?\n(?![ \t])/)) {
    if (field === '') continue;
    const [, name, value] = FIELD.exec(field) ?? [];
    // What is no field ends the header: the text is something else.
    if (name === undefined) return { header: new Map(), body: text };
    const key = name.toLowerCase();
    if (!header.has(key)) header.set(key, value!.replaceAll(/\r?\n[ \t]+/g, ' ').trim());
  }
  return { header, body: end === null ? '' : text.slice(end.index + end[0].length) };
}

/** A field for people, such as the subject: encoded words (RFC 2047) decoded, and bytes that should not be there. */
export function fieldText(header: MailHeader, name: string): string | undefined {
  const value = header.get(name);
  if (value === undefined) return undefined;
  return decodeWords(decodeText(Buffer.from(value, 'latin1')).text);
}

/** Reads a field with parameters. */
export function parameterised(header: MailHeader, name: string): ParameterisedValue {
  const field = header.get(name) ?? '';
  const parameters = new Map<string, string>();
  for (const [, key, quoted, bare] of field.matchAll(PARAMETER)) {
    const written = quoted?.replaceAll(/\\(.)/g, '$1') ?? bare ?? '';
    const continued = /^(.+?)\*(\d+)?(\*)?$/.exec(key!.toLowerCase());
    const plain = continued?.[1] ?? key!.toLowerCase();
    const value =
      continued !== null && (continued[2] === undefined || continued[3] !== undefined) ? extended(written) : written;
    parameters.set(plain, (continued?.[2] === undefined ? '' : (parameters.get(plain) ?? '')) + value);
  }
  return { value: field.replace(/;.*$/s, '').trim().toLowerCase(), parameters };
}

/** `utf-8'ja'%E4%B8%80` (RFC 2231 §4). */
function extended(written: string): string {
  const [, charset = 'utf-8', encoded = written] = /^([\w-]*)'[\w-]*'(.*)$/s.exec(written) ?? [];
  const bytes = encoded.replaceAll(/%([\da-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return charsetText(Buffer.from(bytes, 'latin1'), charset);
}

import { decodeText } from '../../site/decodeText';
import { charsetText } from './charset';
import { fieldText, parameterised, readEntity, splitEntity, type MailEntity } from './header';
import { htmlText } from './htmlText';
import { decodeTransfer } from './transferEncoding';

/** A file that came with a mail. */
export interface Attachment {
  /** As the mail has it; hostile text. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What somebody reads of a mail. */
export interface Message {
  /** Subject, sender and date, a line each, then the text. */
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

/** Mails within mails, and parts within parts, are never deeper. */
const DEEPEST = 12;
/** More parts than these no mail of a host has. */
const MOST_PARTS = 200;
/** What of the header people read. */
const SHOWN: readonly (readonly [field: string, label: string])[] = [
  ['subject', 'Subject'],
  ['from', 'From'],
  ['date', 'Date'],
];

/**
 * Reads a mail that was saved as it was sent (.eml; RFC 5322, RFC 2045 to 2049).
 * @param bytes in a string (Latin-1)
 * @returns `undefined` where the text is no such mail
 */
export function readMessage(bytes: string): Message | undefined {
  const entity = readEntity(bytes);
  if (entity === undefined) return undefined;
  const reader = new PartReader();
  reader.message(entity, 0);
  return { text: reader.lines.join('\n'), attachments: reader.attachments };
}

class PartReader {
  readonly lines: string[] = [];
  readonly attachments: Attachment[] = [];
  #parts = 0;

  message(entity: MailEntity, depth: number): void {
    for (const [field, label] of SHOWN) {
      const value = fieldText(entity.header, field);
      if (value !== undefined) this.lines.push(`${label}: ${value}`);
    }
    this.lines.push('');
    this.#part(entity, depth);
  }

  #part(entity: MailEntity, depth: number): void {
    if (depth > DEEPEST || this.#parts++ > MOST_PARTS) return;
    const type = parameterised(entity.header, 'content-type');
    const boundary = type.parameters.get('boundary');
    if (type.value.startsWith('multipart/') && boundary) {
      this.#several(type.value, partsOf(entity.body, boundary), depth);
      return;
    }
    const bytes = decodeTransfer(entity.body, entity.header.get('content-transfer-encoding') ?? '');
    if (type.value === 'message/rfc822') {
      this.message(splitEntity(Buffer.from(bytes).toString('latin1')), depth + 1);
      return;
    }
    const name = nameOf(entity);
    if (name !== undefined) this.attachments.push({ name, bytes });
    else if (type.value === '' || type.value.startsWith('text/')) this.lines.push(textOf(bytes, type));
  }

  #several(type: string, parts: readonly string[], depth: number): void {
    const entities = parts.map(splitEntity);
    const shown = type === 'multipart/alternative' ? [plainest(entities)] : entities;
    for (const entity of shown) if (entity !== undefined) this.#part(entity, depth + 1);
  }
}

/** The bodies between the lines of a boundary (RFC 2046 §5.1.1). */
function partsOf(body: string, boundary: string): string[] {
  const parts: string[] = [];
  const mark = `--${boundary}`;
  let start: number | undefined;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body[at - 1] !== '\n') continue;
    if (start !== undefined) parts.push(body.slice(start, at).replace(/\r?\n$/, ''));
    if (body.startsWith('--', at + mark.length) || parts.length > MOST_PARTS) return parts;
    const line = body.indexOf('\n', at);
    if (line < 0) return parts;
    start = line + 1;
  }
  // A mail that was cut short has no last boundary.
  return start === undefined ? parts : [...parts, body.slice(start)];
}

/** Of several forms of one text, the plain one, unless it is empty. */
function plainest(entities: readonly MailEntity[]): MailEntity | undefined {
  const plain = entities.find(
    (entity) => parameterised(entity.header, 'content-type').value === 'text/plain' && entity.body.trim() !== '',
  );
  return plain ?? entities.at(-1);
}

function nameOf({ header }: MailEntity): string | undefined {
  const disposition = parameterised(header, 'content-disposition');
  const named = disposition.parameters.get('filename') ?? parameterised(header, 'content-type').parameters.get('name');
  if (named === undefined) return disposition.value === 'attachment' ? '' : undefined;
  // Names in the way of RFC 2231 were decoded with the parameter.
  return /[^\0-\u00ff]/.test(named) ? named : fieldText(new Map([['name', named]]), 'name');
}

function textOf(bytes: Uint8Array, { value, parameters }: ReturnType<typeof parameterised>): string {
  const charset = parameters.get('charset');
  const text = charset === undefined ? decodeText(bytes).text : charsetText(bytes, charset);
  if (value === 'text/html') return htmlText(text);
  return parameters.get('format')?.toLowerCase() === 'flowed'
    ? unflowed(text, parameters.get('delsp')?.toLowerCase() === 'yes')
    : text;
}

/** Lines that end with a blank go on (RFC 3676 §4.1); the mark of a signature does not. */
function unflowed(text: string, deletesSpace: boolean): string {
  return text
    .split(/\r?\n/)
    .map((line) => {
      if (!line.endsWith(' ') || line === '-- ') return `${line}\n`;
      return deletesSpace ? line.slice(0, -1) : line;
    })
    .join('');
}

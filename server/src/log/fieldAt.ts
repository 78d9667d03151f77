import { NOT_LOGGED, EntryFields } from './entryFields';
import { FieldDecoder } from './fieldDecoder';
import type { LogFormat } from './formats/logFormat';
import { logFormats } from './formats/table';
import { ForwardedClients } from './forwardedClient';
import { utf8Text } from './text';

/** A field of a log line that a reader may point at. */
export type FieldName =
  | 'vhost'
  | 'client'
  | 'user'
  | 'time'
  | 'method'
  | 'target'
  | 'status'
  | 'referrer'
  | 'agent'
  | 'message';

/** A field of one line. */
export interface LineField {
  readonly name: FieldName;
  /** As it was sent, which the format may write otherwise. */
  readonly text: string;
  /** Columns from 0 in UTF-16 units, the end behind the last one. */
  readonly start: number;
  readonly end: number;
}

const STATUS_LENGTH = 3;

/**
 * The fields of a line's text; none when it is not an entry.
 * @param directive the line before it that says what such lines hold, where the log has any
 * @param formats in which the line is tried
 */
export function fieldsOfLine(line: string, directive = '', formats: readonly LogFormat[] = logFormats): LineField[] {
  const bytes = Buffer.from(line);
  const fields = new EntryFields();
  const directiveBytes = Buffer.from(directive);
  const readable = formats.some((format) => {
    const read = format.createReader();
    if (format.isStateful) read(directiveBytes, 0, directiveBytes.length, fields);
    fields.clear();
    return read(bytes, 0, bytes.length, fields);
  });
  if (!readable) return [];
  if (fields.forwardedStart >= 0) new ForwardedClients().choose(bytes, fields);
  const logged = spans(fields);
  const decoded = new FieldDecoder().decode(bytes, fields);
  const sent = spans(fields);
  return logged.map((span, index) => lineField(bytes, span, isText(span) ? decoded : bytes, sent[index]!));
}

/** The field at a column (from 0) of a line, or `undefined` between fields. */
export function fieldAt(
  line: string,
  column: number,
  directive?: string,
  formats?: readonly LogFormat[],
): LineField | undefined {
  return fieldsOfLine(line, directive, formats).find((field) => column >= field.start && column <= field.end);
}

type Span = readonly [name: FieldName, start: number, end: number];

/** Whether a field is one of the texts, which the decoder may change. */
function isText([name]: Span): boolean {
  return name !== 'time' && name !== 'status';
}

function spans(fields: EntryFields): Span[] {
  const all: Span[] = [
    ['vhost', fields.vhostStart, fields.vhostEnd],
    ['client', fields.clientStart, fields.clientEnd],
    ['user', fields.userStart, fields.userEnd],
    ['time', fields.timeStart, fields.timeEnd],
    ['method', fields.methodStart, fields.methodEnd],
    ['target', fields.targetStart, targetEnd(fields)],
    ['status', fields.statusStart, fields.statusStart + STATUS_LENGTH],
    ['referrer', fields.referrerStart, fields.referrerEnd],
    ['agent', fields.agentStart, fields.agentEnd],
    ['message', fields.messageStart, fields.messageEnd],
  ];
  return all.filter(([, start]) => start !== NOT_LOGGED);
}

/** The end of a target, the query with it where that stands right behind the path. */
function targetEnd({ targetEnd: end, queryStart, queryEnd }: EntryFields): number {
  return queryStart === end + 1 ? queryEnd : end;
}

function lineField(line: Uint8Array, [name, start, end]: Span, bytes: Uint8Array, [, from, to]: Span): LineField {
  const before = utf8Text(line.subarray(0, start)).length;
  const length = utf8Text(line.subarray(start, end)).length;
  return { name, text: utf8Text(bytes.subarray(from, to)), start: before, end: before + length };
}

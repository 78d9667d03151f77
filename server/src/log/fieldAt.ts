import { NOT_LOGGED, EntryFields } from './entryFields';
import { logFormats } from './formats/table';
import { utf8Text } from './text';

/** A field of a log line that a reader may point at. */
export type FieldName = 'vhost' | 'client' | 'user' | 'time' | 'method' | 'target' | 'status' | 'referrer' | 'agent';

/** A field of one line. */
export interface LineField {
  readonly name: FieldName;
  readonly text: string;
  /** Columns from 0 in UTF-16 units, the end behind the last one. */
  readonly start: number;
  readonly end: number;
}

const STATUS_LENGTH = 3;

/** The fields of a line's text, in order; none when it is not an entry. */
export function fieldsOfLine(line: string): LineField[] {
  const bytes = Buffer.from(line);
  const fields = new EntryFields();
  const readable = logFormats.some((format) => {
    fields.clear();
    return format.createReader()(bytes, 0, bytes.length, fields);
  });
  return readable ? spans(fields).map(([name, start, end]) => lineField(bytes, name, start, end)) : [];
}

/** The field at a column (from 0) of a line, or `undefined` between fields. */
export function fieldAt(line: string, column: number): LineField | undefined {
  return fieldsOfLine(line).find((field) => column >= field.start && column <= field.end);
}

function spans(fields: EntryFields): [name: FieldName, start: number, end: number][] {
  const all: [FieldName, number, number][] = [
    ['vhost', fields.vhostStart, fields.vhostEnd],
    ['client', fields.clientStart, fields.clientEnd],
    ['user', fields.userStart, fields.userEnd],
    ['time', fields.timeStart, fields.timeEnd],
    ['method', fields.methodStart, fields.methodEnd],
    ['target', fields.targetStart, fields.targetEnd],
    ['status', fields.statusStart, fields.statusStart + STATUS_LENGTH],
    ['referrer', fields.referrerStart, fields.referrerEnd],
    ['agent', fields.agentStart, fields.agentEnd],
  ];
  return all.filter(([, start]) => start !== NOT_LOGGED);
}

function lineField(bytes: Uint8Array, name: FieldName, start: number, end: number): LineField {
  const before = utf8Text(bytes.subarray(0, start)).length;
  const text = utf8Text(bytes.subarray(start, end));
  return { name, text, start: before, end: before + text.length };
}

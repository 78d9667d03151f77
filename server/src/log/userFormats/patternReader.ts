import {
  BACKSLASH,
  HYPHEN,
  QUESTION_MARK,
  QUOTE,
  SLASH,
  decimal,
  findBlank,
  findByte,
  findText,
  isDigit,
  startsWith,
} from '../bytes';
import { NOT_LOGGED, type EntryFields } from '../entryFields';
import { isAbsent } from '../formats/fieldText';
import { noteClient } from '../formats/clientAddress';
import { EscapedText } from '../formats/escapedText';
import type { ReadEntry } from '../formats/logFormat';
import { readRequest } from '../formats/request';
import type { Pattern, ValueMeaning, ValuePart } from './pattern';
import { LoggedTime, type ReadTimePart } from './timeShape';

const STATUS_LENGTH = 3;

/** A part as it is read: what it is, and for a value what ends it. */
type Step =
  | { readonly kind: 'text'; readonly bytes: Buffer }
  | { readonly kind: 'time'; readonly read: ReadTimePart }
  | (ValuePart & {
      /** The text behind the value; `undefined` for the last of the line. */
      readonly end: Buffer | undefined;
      /** The text is a quote: what the value has of quotes is escaped. */
      readonly isQuoted: boolean;
      /** What comes behind that text. */
      readonly next: ValueMeaning | ReadTimePart | undefined;
    });

/** Where a value lies; its start is `NOT_LOGGED` when the line has none. */
interface Value {
  start: number;
  end: number;
  rank: number;
}

/** A reader of lines of a pattern. It goes over a line once: a value ends at the first place where what follows it can stand. */
export function patternReader(pattern: Pattern): ReadEntry {
  const reader = new PatternReader(pattern);
  return (bytes, start, end, fields) => reader.read(bytes, start, end, fields);
}

class PatternReader {
  readonly #steps: readonly Step[];
  readonly #isJson: boolean;
  readonly #tellsTime: boolean;
  readonly #time = new LoggedTime();
  /** For trying whether a time stands somewhere. */
  readonly #tried = new LoggedTime();
  readonly #escaped = new EscapedText();
  readonly #values = new Map<ValueMeaning, Value>();

  constructor({ parts, isJson }: Pattern) {
    this.#isJson = isJson;
    this.#tellsTime = parts.some((part) => part.kind === 'time' && part.shape.tellsTime);
    this.#steps = parts.map((part, index): Step => {
      if (part.kind === 'text') return { kind: 'text', bytes: Buffer.from(part.text) };
      if (part.kind === 'time') return { kind: 'time', read: part.shape.createReader() };
      const [behind, next] = [parts[index + 1], parts[index + 2]];
      const end = behind?.kind === 'text' ? Buffer.from(behind.text) : undefined;
      const meaning = next?.kind === 'value' ? next.meaning : undefined;
      const time = next?.kind === 'time' ? next.shape.createReader() : undefined;
      return { ...part, end, isQuoted: end?.[0] === QUOTE, next: time ?? meaning };
    });
    for (const part of parts) {
      if (part.kind === 'value') this.#values.set(part.meaning, { start: NOT_LOGGED, end: NOT_LOGGED, rank: 0 });
    }
  }

  read(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
    for (const value of this.#values.values()) value.start = NOT_LOGGED;
    this.#time.clear();
    let at = start;
    for (const step of this.#steps) {
      at = this.#readStep(bytes, at, end, step, fields);
      if (at < 0) return false;
    }
    if (at !== end || (this.#tellsTime && !this.#time.write(bytes, fields))) return false;
    return this.#note(bytes, fields);
  }

  #readStep(bytes: Buffer, at: number, end: number, step: Step, fields: EntryFields): number {
    if (step.kind === 'text') return startsWith(bytes, at, end, step.bytes) ? at + step.bytes.length : NOT_LOGGED;
    if (step.kind === 'time') {
      const to = step.read(bytes, at, end, this.#time);
      if (to < 0) return NOT_LOGGED;
      if (fields.timeStart < 0) fields.timeStart = at;
      fields.timeEnd = to;
      return to;
    }
    const to = this.#findEnd(bytes, at, end, step);
    const value = this.#values.get(step.meaning);
    if (to < 0 || value === undefined || isAbsent(bytes, at, to)) return to;
    if (value.start >= 0 && value.rank <= step.rank) return to;
    value.start = at;
    value.end = to;
    value.rank = step.rank;
    return to;
  }

  /** Where the value that begins at `at` ends; `NOT_LOGGED` when what follows it is nowhere. */
  #findEnd(bytes: Buffer, at: number, end: number, step: Extract<Step, { kind: 'value' }>): number {
    if (step.endsAtSlash) {
      const slash = findByte(bytes, SLASH, at, end);
      return slash < 0 ? NOT_LOGGED : slash;
    }
    const { end: text, next, isQuoted } = step;
    if (text === undefined) return end;
    for (let found = findText(bytes, text, at, end); found >= 0; found = findText(bytes, text, found + 1, end)) {
      if (isQuoted && isEscaped(bytes, at, found)) continue;
      if (this.#canBegin(bytes, found + text.length, end, next)) return found;
    }
    return NOT_LOGGED;
  }

  /** Whether what comes next may begin at `at`: a client may write the text before it into another value. */
  #canBegin(bytes: Buffer, at: number, end: number, next: ValueMeaning | ReadTimePart | undefined): boolean {
    if (typeof next === 'function') return next(bytes, at, end, this.#tried) >= 0;
    if (at >= end || bytes[at] === HYPHEN) return true;
    if (next === 'status') return isDigit(bytes[at]) && isDigit(bytes[at + 1]) && isDigit(bytes[at + 2]);
    return next !== 'size' || isDigit(bytes[at]);
  }

  /** Writes what was read into `fields`; false when a number or an address is none. */
  #note(bytes: Buffer, fields: EntryFields): boolean {
    if (!this.#noteNumbers(bytes, fields) || !this.#noteAddresses(bytes, fields)) return false;
    this.#noteRequest(bytes, fields);
    const [user, referrer, agent, vhost] = [
      this.#at('user'),
      this.#at('referrer'),
      this.#at('agent'),
      this.#at('vhost'),
    ];
    if (user !== undefined) [fields.userStart, fields.userEnd] = [user.start, user.end];
    if (referrer !== undefined) [fields.referrerStart, fields.referrerEnd] = [referrer.start, referrer.end];
    if (agent !== undefined) [fields.agentStart, fields.agentEnd] = [agent.start, agent.end];
    if (vhost !== undefined) [fields.vhostStart, fields.vhostEnd] = [vhost.start, vhost.end];
    if (this.#isJson) fields.jsonLayers = 1;
    return true;
  }

  /** The value with a meaning; `undefined` when the line has none. */
  #at(meaning: ValueMeaning): Value | undefined {
    const value = this.#values.get(meaning);
    return value === undefined || value.start < 0 ? undefined : value;
  }

  #noteNumbers(bytes: Buffer, fields: EntryFields): boolean {
    const status = this.#at('status');
    if (status !== undefined) {
      fields.status = status.end - status.start === STATUS_LENGTH ? decimal(bytes, status.start, status.end) : -1;
      if (fields.status < 0) return false;
      fields.statusStart = status.start;
    }
    const size = this.#at('size');
    if (size !== undefined) fields.size = decimal(bytes, size.start, size.end);
    return size === undefined || fields.size >= 0;
  }

  #noteAddresses(bytes: Buffer, fields: EntryFields): boolean {
    const client = this.#at('client');
    const forwarded = this.#at('forwarded');
    if (client !== undefined && findBlank(bytes, client.start, client.end) < client.end) return false;
    if (client !== undefined) noteClient(bytes, client.start, client.end, fields);
    if (forwarded === undefined) return true;
    if (client === undefined) noteClient(bytes, forwarded.start, forwarded.end, fields);
    else [fields.forwardedStart, fields.forwardedEnd] = [forwarded.start, forwarded.end];
    return true;
  }

  #noteRequest(bytes: Buffer, fields: EntryFields): void {
    const request = this.#at('request');
    if (request !== undefined) this.#noteRequestLine(bytes, request, fields);
    const target = this.#at('target');
    if (fields.targetStart >= 0 || target === undefined) return;
    const method = this.#at('method');
    if (method !== undefined) [fields.methodStart, fields.methodEnd] = [method.start, method.end];
    [fields.targetStart, fields.targetEnd] = [target.start, target.end];
    const query = this.#at('query');
    if (query === undefined || findByte(bytes, QUESTION_MARK, target.start, target.end) >= 0) return;
    fields.queryStart = bytes[query.start] === QUESTION_MARK ? query.start + 1 : query.start;
    fields.queryEnd = query.end;
    if (fields.queryStart === fields.queryEnd) fields.queryStart = NOT_LOGGED;
  }

  #noteRequestLine(bytes: Buffer, { start, end }: Value, fields: EntryFields): void {
    if (!this.#isJson || findByte(bytes, BACKSLASH, start, end) < 0) return readRequest(bytes, start, end, fields);
    const text = this.#escaped;
    text.set(bytes, start, end);
    readRequest(text.bytes, 0, text.length, fields);
    if (fields.targetStart < 0) return;
    [fields.methodStart, fields.methodEnd] = [text.place(fields.methodStart), text.place(fields.methodEnd)];
    [fields.targetStart, fields.targetEnd] = [text.place(fields.targetStart), text.place(fields.targetEnd)];
  }
}

/** Whether an odd number of backslashes stands before `at`. */
function isEscaped(bytes: Buffer, start: number, at: number): boolean {
  let first = at;
  while (first > start && bytes[first - 1] === BACKSLASH) first--;
  return (at - first) % 2 === 1;
}

import { COLON, COMMA, DOT, QUOTE, SPACE, UNDERSCORE, findByte, findText, startsWith } from '../bytes';
import { NOT_LOGGED, type EntryFields } from '../entryFields';
import { noteErrorClient } from './errorClient';
import { readRequest } from './request';

const CLIENTS = [', client: ', ', udp client: '].map((text) => Buffer.from(text));
const SERVER = Buffer.from(', server: ');

/** What may follow the server. Only what is quoted may hold a client's own words. */
const KEYS = [
  'request',
  'host',
  'referrer',
  'login',
  'upstream',
  'subrequest',
  'bytes from/to client',
  'bytes from/to upstream',
] as const;
type Key = (typeof KEYS)[number];
const KEY_TEXTS = KEYS.map((key) => [key, Buffer.from(`, ${key}:`)] as const);
/** Values that are what a client sent, quotes and all. */
const CLIENTS_WORDS: ReadonlySet<Key> = new Set<Key>(['request', 'referrer', 'login']);

/** A line with more beginnings of a context than this was written to deceive. */
const MOST_CANDIDATES = 8;

/** How a text reads as a context: not at all, only if a client sent quotes, or without doubt. */
const Reading = { none: 0, doubtful: 1, certain: 2 } as const;
type Reading = (typeof Reading)[keyof typeof Reading];

/** Where a value lies; its start is `NOT_LOGGED` when the line has none. */
interface Value {
  start: number;
  end: number;
}

/**
 * Reads what nginx puts behind a message, `, client: 192.0.2.1, server: example.jp, request: "GET / HTTP/1.1", upstream: "…",
 * host: "example.jp", referrer: "…"` (`ngx_http_log_error` in src/http/ngx_http_request.c). nginx escapes nothing in its error
 * log, so that paths in the message, requests and referrers may hold the like of it: what can be read in two ways is not
 * read at all, lest somebody else is blamed.
 */
export class NginxContext {
  readonly #values = Object.fromEntries(KEYS.map((key) => [key, { start: NOT_LOGGED, end: NOT_LOGGED }])) as Record<
    Key,
    Value
  >;
  readonly #all = Object.values(this.#values);
  readonly #client: Value = { start: 0, end: 0 };
  readonly #server: Value = { start: 0, end: 0 };

  /** Notes the context of a line and gives where the message before it ends; `end` when the line has none. */
  read(bytes: Buffer, start: number, end: number, fields: EntryFields): number {
    let doubtful = NOT_LOGGED;
    let candidates = 0;
    for (let at = findClient(bytes, start, end); at >= 0; at = findClient(bytes, at + 1, end)) {
      const reading = ++candidates > MOST_CANDIDATES ? Reading.doubtful : this.#parse(bytes, at, end);
      if (reading === Reading.none) continue;
      if (doubtful >= 0) return doubtful;
      if (reading === Reading.certain) {
        this.#note(bytes, fields);
        return at;
      }
      doubtful = at;
    }
    if (doubtful < 0 || candidates > MOST_CANDIDATES) return doubtful < 0 ? end : doubtful;
    this.#parse(bytes, doubtful, end);
    this.#note(bytes, fields);
    return doubtful;
  }

  /** Reads the context that begins with the comma at `start` and must reach to `end`. */
  #parse(bytes: Buffer, start: number, end: number): Reading {
    for (const value of this.#all) value.start = NOT_LOGGED;
    this.#client.start = findByte(bytes, COLON, start, end) + 2;
    this.#client.end = findText(bytes, SERVER, this.#client.start, end);
    if (!isAddress(bytes, this.#client)) return Reading.none;
    this.#server.start = this.#client.end + SERVER.length;
    const comma = findByte(bytes, COMMA, this.#server.start, end);
    this.#server.end = comma < 0 ? end : comma;
    if (findByte(bytes, QUOTE, this.#server.start, this.#server.end) >= 0) return Reading.none;

    let reading: Reading = Reading.certain;
    for (let at = this.#server.end; at < end;) {
      const found = keyAt(bytes, at, end);
      if (found === undefined) return Reading.none;
      const [key, text] = found;
      const value = this.#values[key];
      // The values of mail and stream servers may follow without a blank.
      const from = bytes[at + text.length] === SPACE ? at + text.length + 1 : at + text.length;
      at = findValueEnd(bytes, from, end, value);
      if (at < 0) return Reading.none;
      if (isPlain(bytes, value, key)) continue;
      if (!CLIENTS_WORDS.has(key)) return Reading.none;
      reading = Reading.doubtful;
    }
    return reading;
  }

  #note(bytes: Buffer, fields: EntryFields): void {
    const { request, host, referrer, login } = this.#values;
    // A client on the same machine has no address: `unix:`.
    const isLocal = bytes[this.#client.end - 1] === COLON;
    if (!isLocal) noteErrorClient(bytes, this.#client.start, this.#client.end, fields, false);
    // The server without a name takes all hosts.
    const named = isName(bytes, this.#server) ? this.#server : host;
    if (isLogged(named)) [fields.vhostStart, fields.vhostEnd] = [named.start, named.end];
    if (isLogged(request)) readRequest(bytes, request.start, request.end, fields);
    if (isLogged(referrer)) [fields.referrerStart, fields.referrerEnd] = [referrer.start, referrer.end];
    if (isLogged(login)) [fields.userStart, fields.userEnd] = [login.start, login.end];
  }
}

function findClient(bytes: Buffer, start: number, end: number): number {
  for (let at = findByte(bytes, COMMA, start, end); at >= 0; at = findByte(bytes, COMMA, at + 1, end)) {
    if (CLIENTS.some((text) => startsWith(bytes, at, end, text))) return at;
  }
  return NOT_LOGGED;
}

function keyAt(bytes: Buffer, at: number, end: number): readonly [Key, Buffer] | undefined {
  return KEY_TEXTS.find(([, text]) => startsWith(bytes, at, end, text));
}

/** Notes where a value lies and gives what is behind it: a key or the line's end; -1 when neither comes. */
function findValueEnd(bytes: Buffer, start: number, end: number, value: Value): number {
  const isQuoted = start < end && bytes[start] === QUOTE;
  const sign = isQuoted ? QUOTE : COMMA;
  value.start = isQuoted ? start + 1 : start;
  for (let at = findByte(bytes, sign, value.start, end); at >= 0; at = findByte(bytes, sign, at + 1, end)) {
    const behind = isQuoted ? at + 1 : at;
    if (behind < end && keyAt(bytes, behind, end) === undefined) continue;
    value.end = at;
    return behind;
  }
  value.end = end;
  return isQuoted ? -1 : end;
}

/** Whether a value has nothing in it that could be meant to deceive. */
function isPlain(bytes: Buffer, { start, end }: Value, key: Key): boolean {
  return findByte(bytes, QUOTE, start, end) < 0 && (key !== 'referrer' || findByte(bytes, SPACE, start, end) < 0);
}

/** Whether a text may be an address, or the socket of a client on the same machine (`unix:`). */
function isAddress(bytes: Buffer, { start, end }: Value): boolean {
  if (end <= start) return false;
  const hasSign = findByte(bytes, COLON, start, end) >= 0 || findByte(bytes, DOT, start, end) >= 0;
  return hasSign && findByte(bytes, SPACE, start, end) < 0 && findByte(bytes, COMMA, start, end) < 0;
}

function isLogged({ start, end }: Value): boolean {
  return start >= 0 && end > start;
}

/** Whether the name of a server is one: not empty, no underscore for "any", no address that it listens on. */
function isName(bytes: Buffer, { start, end }: Value): boolean {
  if (end <= start || (end - start === 1 && bytes[start] === UNDERSCORE)) return false;
  return findByte(bytes, COLON, start, end) < 0;
}

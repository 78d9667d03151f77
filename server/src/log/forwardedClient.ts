import { parseAddress } from '../address/parseAddress';
import { isProxyAddress } from '../address/proxyAddress';
import { BACKSLASH, COMMA, EQUALS, PERCENT_SIGN, PLUS, QUOTE, SEMICOLON, findByte, isBlank } from './bytes';
import { DictionaryBuilder } from './dictionary';
import { EntryFields, NOT_LOGGED } from './entryFields';
import { noteClient } from './formats/clientAddress';
import { utf8Text } from './text';

/** What a text is: not looked at yet, the address of a proxy or of a visitor, or none. */
const Role = { unknown: 0, proxy: 1, visitor: 2, none: 3 } as const;
type Role = (typeof Role)[keyof typeof Role];

const FIRST_TEXTS = 1024;
/** Length of `for=`. */
const FOR_LENGTH = 4;
/** Length of `%20`. */
const ENCODED_LENGTH = 3;

/**
 * Finds the client behind a proxy in the addresses that were forwarded: X-Forwarded-For
 * (https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/X-Forwarded-For) or Forwarded (RFC 7239).
 *
 * A client may send such a list himself, so it is only believed where the address that connected is one of a proxy: not public,
 * or of a content delivery network. And what the client sent stands first, as proxies add to the end: the visitor is the last of
 * the list that is no proxy, as mod_remoteip and nginx's `real_ip_recursive` have it. Where no address that connected is logged,
 * the log itself takes the list for the client; then it is the first that is no proxy.
 */
export class ForwardedClients {
  readonly #texts = new DictionaryBuilder();
  #roles = new Uint8Array(FIRST_TEXTS);
  #lastPeer = -1;
  #lastVisitor = -1;
  readonly #item = new EntryFields();
  readonly #firstAddress = new Span();
  readonly #firstVisitor = new Span();
  readonly #lastOfVisitors = new Span();

  /** Makes the visitor behind the proxy the client; leaves the fields as they are when there is none. */
  choose(bytes: Uint8Array, fields: EntryFields): void {
    const { clientStart, clientEnd, forwardedStart, forwardedEnd } = fields;
    const hasPeer = clientStart >= 0;
    if (hasPeer) {
      this.#lastPeer = this.#texts.intern(bytes, clientStart, clientEnd, this.#lastPeer);
      if (this.#roleOf(this.#lastPeer, bytes, clientStart, clientEnd) !== Role.proxy) return;
    }
    this.#readList(bytes, forwardedStart, forwardedEnd);
    const visitor = hasPeer ? this.#lastOfVisitors : this.#firstVisitor;
    const chosen = visitor.start < 0 && !hasPeer ? this.#firstAddress : visitor;
    if (chosen.start < 0) return;
    fields.clientStart = chosen.start;
    fields.clientEnd = chosen.end;
    // The list may stand where other logs have the virtual host.
    if (fields.vhostStart === forwardedStart) fields.vhostStart = NOT_LOGGED;
  }

  #readList(bytes: Uint8Array, start: number, end: number): void {
    const item = this.#item;
    this.#firstAddress.clear();
    this.#firstVisitor.clear();
    this.#lastOfVisitors.clear();
    for (let at = start; at < end;) {
      const comma = findByte(bytes, COMMA, at, end);
      const itemEnd = comma < 0 ? end : comma;
      item.clientStart = NOT_LOGGED;
      noteItem(bytes, at, itemEnd, item);
      if (item.clientStart >= 0) this.#noteAddress(bytes, item.clientStart, item.clientEnd);
      at = itemEnd + 1;
    }
  }

  #noteAddress(bytes: Uint8Array, start: number, end: number): void {
    this.#lastVisitor = this.#texts.intern(bytes, start, end, this.#lastVisitor);
    const role = this.#roleOf(this.#lastVisitor, bytes, start, end);
    if (role === Role.none) return;
    if (this.#firstAddress.start < 0) this.#firstAddress.set(start, end);
    if (role !== Role.visitor) return;
    if (this.#firstVisitor.start < 0) this.#firstVisitor.set(start, end);
    this.#lastOfVisitors.set(start, end);
  }

  /** Each text is looked at once. */
  #roleOf(id: number, bytes: Uint8Array, start: number, end: number): Role {
    if (id >= this.#roles.length) {
      const roles = new Uint8Array(this.#roles.length * 2);
      roles.set(this.#roles);
      this.#roles = roles;
    }
    if (this.#roles[id] === Role.unknown) this.#roles[id] = roleOfText(utf8Text(bytes.subarray(start, end)));
    return this.#roles[id] as Role;
  }
}

/** A stretch of bytes; its start is `NOT_LOGGED` when there is none. */
class Span {
  start = NOT_LOGGED;
  end = NOT_LOGGED;

  clear(): void {
    this.start = NOT_LOGGED;
  }

  set(start: number, end: number): void {
    this.start = start;
    this.end = end;
  }
}

function roleOfText(text: string): Role {
  const address = parseAddress(text);
  if (address === undefined) return Role.none;
  return isProxyAddress(address) ? Role.proxy : Role.visitor;
}

/** Whether a byte is a quote or what escapes one. */
function isQuote(byte: number | undefined): boolean {
  return byte === QUOTE || byte === BACKSLASH;
}

/** Notes the address of an item: bare, with a port, or `for="[2001:db8::1]:4711";proto=https`. */
function noteItem(bytes: Uint8Array, start: number, end: number, item: EntryFields): void {
  let from = start;
  // Blanks behind the comma, as they are or as logs write them: `+`, `%20`.
  for (;;) {
    if (from < end && (isBlank(bytes[from]) || bytes[from] === PLUS || bytes[from] === QUOTE)) from++;
    else if (from < end && bytes[from] === PERCENT_SIGN) from += ENCODED_LENGTH;
    else break;
  }
  if (from + FOR_LENGTH < end && bytes[from + FOR_LENGTH - 1] === EQUALS) from += FOR_LENGTH;
  while (from < end && isQuote(bytes[from])) from++;
  let to = from;
  while (to < end && !isBlank(bytes[to]) && !isQuote(bytes[to]) && bytes[to] !== SEMICOLON) to++;
  if (from < to) noteClient(bytes, from, to, item);
}

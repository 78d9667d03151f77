import { COLON, COMMA, DOT, HYPHEN, QUOTE, findBlank, findByte, isBlank, isDigit, skipBlanks } from '../bytes';
import { NOT_LOGGED, type EntryFields } from '../entryFields';
import { isAbsent, isHyphen } from './fieldText';
import { noteClient } from './clientAddress';
import { isAddressList, isOneAddress } from './forwardedList';

/** Length of `1.1.1.1,1.1.1.1`; shorter clients are not searched for commas, which would cost time on every line. */
const SHORTEST_LIST = 15;
/** Length of ` - - `. */
const NO_USER_LENGTH = 5;

/**
 * Reads `client ident user`, the user possibly with blanks in it. The client may be absent, as where a log has the address
 * that a proxy forwards and the request came without one.
 */
export function readClient(bytes: Buffer, start: number, bracket: number, fields: EntryFields): boolean {
  const clientEnd = findClientEnd(bytes, start, bracket);
  if (isWithoutUser(bytes, clientEnd, bracket) && clientEnd > start) {
    if (!isHyphen(bytes, start, clientEnd)) noteBareClient(bytes, start, clientEnd, fields);
    return true;
  }
  const ident = skipBlanks(bytes, clientEnd, bracket);
  const identEnd = findBlank(bytes, ident, bracket);
  const user = skipBlanks(bytes, identEnd, bracket);
  const userEnd = withoutTrailingBlanks(bytes, user, bracket);
  if (clientEnd === start || identEnd === ident || userEnd <= user) return false;
  const hasClient = !isHyphen(bytes, start, clientEnd);
  const hasIdent = !isAbsent(bytes, ident, identEnd);
  if (hasIdent && !hasClient) return false;
  if (hasIdent && !isIdentOfClient(bytes, start, clientEnd, ident, identEnd, user, userEnd)) {
    return false;
  }
  if (hasIdent && looksLikeHost(bytes, ident, identEnd)) noteTwoHosts(bytes, start, clientEnd, ident, identEnd, fields);
  else if (hasClient) noteBareClient(bytes, start, clientEnd, fields);
  if (!isAbsent(bytes, user, userEnd)) {
    fields.userStart = user;
    fields.userEnd = userEnd;
  }
  return true;
}

/**
 * Notes a client and the name that was asked for, which lighttpd has in the ident's place and others before the client: of an
 * address and a name the address is the client.
 */
function noteTwoHosts(
  bytes: Buffer,
  first: number,
  firstEnd: number,
  second: number,
  secondEnd: number,
  fields: EntryFields,
): void {
  const isNameFirst = isOneAddress(bytes, second, secondEnd) && !isOneAddress(bytes, first, firstEnd);
  noteBareClient(bytes, isNameFirst ? second : first, isNameFirst ? secondEnd : firstEnd, fields);
  fields.vhostStart = isNameFirst ? first : second;
  fields.vhostEnd = isNameFirst ? firstEnd : secondEnd;
}

/** Whether ` - - ` is all between the client and the time, as nearly always. */
function isWithoutUser(bytes: Buffer, blank: number, bracket: number): boolean {
  if (bracket - blank !== NO_USER_LENGTH || bytes[blank + 1] !== HYPHEN || bytes[blank + 3] !== HYPHEN) return false;
  return isBlank(bytes[blank + 2]) && isBlank(bytes[blank + 4]);
}

function noteBareClient(bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  // Only one of IPv6 may hide one of IPv4.
  if (bytes[start] === COLON) return noteClient(bytes, start, end, fields);
  fields.clientStart = start;
  fields.clientEnd = end;
}

/** Where the client ends; its start when there is a comma in it, which makes it a forwarded list. */
function findClientEnd(bytes: Buffer, start: number, end: number): number {
  const clientEnd = findBlank(bytes, start, end);
  if (bytes[clientEnd - 1] === COMMA) return start;
  const isList = clientEnd - start >= SHORTEST_LIST && findByte(bytes, COMMA, start, clientEnd) >= 0;
  return isList ? start : clientEnd;
}

/**
 * Whether an ident that is not the usual hyphen is one at all: a line of another program may bring the entry behind words
 * of its own (`Nov  1 10:56:55 web nginx: …`), and behind the name of the virtual host stands the client.
 */
function isIdentOfClient(
  bytes: Buffer,
  client: number,
  clientEnd: number,
  ident: number,
  identEnd: number,
  user: number,
  userEnd: number,
): boolean {
  if (!looksLikeHost(bytes, client, clientEnd)) return false;
  // A list of forwarded addresses stands behind the name of the virtual host.
  if (bytes[identEnd - 1] === COMMA || bytes[ident] === QUOTE) return false;
  const userIsHyphenAndMore = bytes[user] === HYPHEN && userEnd > user + 1 && isBlank(bytes[user + 1]);
  return !userIsHyphenAndMore || !looksLikeHost(bytes, ident, identEnd);
}

/**
 * Reads `vhost client - user` with vhost as `name` or `name:port`. The hyphen (no server asks for the ident any more) and a
 * client that looks like an address or host name tell it from `client ident user` with a blank in the user.
 */
export function readVhostAndClient(bytes: Buffer, start: number, bracket: number, fields: EntryFields): boolean {
  const vhostEnd = findClientEnd(bytes, start, bracket);
  const client = skipBlanks(bytes, vhostEnd, bracket);
  const clientEnd = findBlank(bytes, client, bracket);
  const ident = skipBlanks(bytes, clientEnd, bracket);
  // In quotes stand forwarded addresses.
  if (vhostEnd === start || bytes[start] === QUOTE || bytes[ident] !== HYPHEN) return false;
  if (!looksLikeHost(bytes, client, clientEnd) && !isHyphen(bytes, client, clientEnd)) return false;
  if (!readClient(bytes, client, bracket, fields)) return false;
  fields.vhostStart = start;
  fields.vhostEnd = vhostEnd;
  // Some logs have the name behind the client.
  if (isOneAddress(bytes, start, vhostEnd) && !isAbsentOrAddress(bytes, client, clientEnd)) {
    noteBareClient(bytes, start, vhostEnd, fields);
    fields.vhostStart = client;
    fields.vhostEnd = clientEnd;
    return true;
  }
  // Some logs have the forwarded address there; whether it is one, the address that connected tells.
  if (isDigit(bytes[start]) && isAddressList(bytes, start, vhostEnd)) {
    fields.forwardedStart = start;
    fields.forwardedEnd = vhostEnd;
  }
  return true;
}

function isAbsentOrAddress(bytes: Buffer, start: number, end: number): boolean {
  return isHyphen(bytes, start, end) || isOneAddress(bytes, start, end);
}

/** Whether a text has a dot or a colon, as addresses and full host names have. */
function looksLikeHost(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (bytes[at] === DOT || bytes[at] === COLON) return true;
  }
  return false;
}

/**
 * Reads `address, address … ident user`: the addresses that proxies forwarded (X-Forwarded-For), with or without blanks or all in
 * quotes, and maybe the one that connected behind them.
 */
function readForwardedClient(bytes: Buffer, start: number, bracket: number, fields: EntryFields): boolean {
  const isQuoted = bytes[start] === QUOTE;
  const listEnd = isQuoted ? findByte(bytes, QUOTE, start + 1, bracket) : findListEnd(bytes, start, bracket);
  if (listEnd < 0) return false;
  let at = skipBlanks(bytes, isQuoted ? listEnd + 1 : listEnd, bracket);
  const connected = findBlank(bytes, at, bracket);
  if (looksLikeHost(bytes, at, connected)) {
    noteClient(bytes, at, connected, fields);
    at = skipBlanks(bytes, connected, bracket);
  }
  const identEnd = findBlank(bytes, at, bracket);
  const user = skipBlanks(bytes, identEnd, bracket);
  const userEnd = withoutTrailingBlanks(bytes, user, bracket);
  if (!isHyphen(bytes, at, identEnd) || userEnd <= user) return false;
  fields.forwardedStart = isQuoted ? start + 1 : start;
  fields.forwardedEnd = listEnd;
  if (!isHyphen(bytes, user, userEnd)) {
    fields.userStart = user;
    fields.userEnd = userEnd;
  }
  return true;
}

/** Reads the same behind the name of the virtual host, or without it. */
export function readHostAndForwarded(bytes: Buffer, start: number, bracket: number, fields: EntryFields): boolean {
  if (readForwardedClient(bytes, start, bracket, fields)) return true;
  fields.clientStart = NOT_LOGGED;
  const vhostEnd = findBlank(bytes, start, bracket);
  if (!looksLikeHost(bytes, start, vhostEnd) || bytes[start] === QUOTE || bytes[vhostEnd - 1] === COMMA) return false;
  if (!readForwardedClient(bytes, skipBlanks(bytes, vhostEnd, bracket), bracket, fields)) return false;
  fields.vhostStart = start;
  fields.vhostEnd = vhostEnd;
  return true;
}

/** Where a list without quotes ends that has a comma in it and an address or a name; -1 when there is none. */
function findListEnd(bytes: Buffer, start: number, bracket: number): number {
  let hasHost = false;
  let commas = 0;
  let at = start;
  for (;;) {
    const addressEnd = findAddressEnd(bytes, at, bracket);
    hasHost ||= looksLikeHost(bytes, at, addressEnd);
    if (bytes[addressEnd] !== COMMA) return commas > 0 && hasHost ? addressEnd : NOT_LOGGED;
    commas++;
    at = skipBlanks(bytes, addressEnd + 1, bracket);
  }
}

function findAddressEnd(bytes: Buffer, start: number, end: number): number {
  let at = start;
  while (at < end && !isBlank(bytes[at]) && bytes[at] !== COMMA) at++;
  return at;
}

function withoutTrailingBlanks(bytes: Buffer, start: number, end: number): number {
  let last = end;
  while (last > start && isBlank(bytes[last - 1])) last--;
  return last;
}

import { COLON, COMMA, DOT, HYPHEN, findByte, isBlank } from '../bytes';
import { NOT_LOGGED, type EntryFields } from '../entryFields';
import { findBlank, isAbsent, isHyphen, skipBlanks } from './accessLine';

/** Length of `1.1.1.1,1.1.1.1`; shorter clients are not searched for commas, which would cost time on every line. */
const SHORTEST_LIST = 15;

/**
 * Reads `client ident user`, the user possibly with blanks in it. The client may be absent, as where a log has the address
 * that a proxy forwards and the request came without one.
 */
export function readClient(bytes: Buffer, start: number, bracket: number, fields: EntryFields): boolean {
  const clientEnd = findClientEnd(bytes, start, bracket);
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
  if (hasClient) {
    fields.clientStart = start;
    fields.clientEnd = clientEnd;
  }
  if (!isAbsent(bytes, user, userEnd)) {
    fields.userStart = user;
    fields.userEnd = userEnd;
  }
  return true;
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
  if (vhostEnd === start || bytes[ident] !== HYPHEN) return false;
  if (!looksLikeHost(bytes, client, clientEnd) && !isHyphen(bytes, client, clientEnd)) return false;
  if (!readClient(bytes, client, bracket, fields)) return false;
  fields.vhostStart = start;
  fields.vhostEnd = vhostEnd;
  return true;
}

/** Whether a text has a dot or a colon, as addresses and full host names have. */
function looksLikeHost(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (bytes[at] === DOT || bytes[at] === COLON) return true;
  }
  return false;
}

/**
 * Reads `address, address … ident user`: the addresses that proxies forwarded (X-Forwarded-For), with or without blanks, and
 * maybe the one that connected behind them. The client is the first of them.
 */
export function readForwardedClient(bytes: Buffer, start: number, bracket: number, fields: EntryFields): boolean {
  let client = NOT_LOGGED;
  let clientEnd = NOT_LOGGED;
  let commas = 0;
  let at = start;
  for (;;) {
    const addressEnd = findAddressEnd(bytes, at, bracket);
    if (client < 0 && looksLikeHost(bytes, at, addressEnd)) {
      client = at;
      clientEnd = addressEnd;
    }
    at = skipBlanks(bytes, addressEnd, bracket);
    if (bytes[addressEnd] !== COMMA) break;
    commas++;
    at = skipBlanks(bytes, addressEnd + 1, bracket);
  }
  if (commas === 0 || client < 0) return false;
  const connected = findBlank(bytes, at, bracket);
  if (looksLikeHost(bytes, at, connected)) at = skipBlanks(bytes, connected, bracket);
  const identEnd = findBlank(bytes, at, bracket);
  const user = skipBlanks(bytes, identEnd, bracket);
  const userEnd = withoutTrailingBlanks(bytes, user, bracket);
  if (!isHyphen(bytes, at, identEnd) || userEnd <= user) return false;
  fields.clientStart = client;
  fields.clientEnd = clientEnd;
  if (!isHyphen(bytes, user, userEnd)) {
    fields.userStart = user;
    fields.userEnd = userEnd;
  }
  return true;
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

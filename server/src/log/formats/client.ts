import { COLON, COMMA, DOT, HYPHEN, isBlank } from '../bytes';
import type { EntryFields } from '../entryFields';
import { findBlank, isAbsent, skipBlanks } from './accessLine';

/** Reads `client ident user`, the user possibly with blanks in it. */
export function readClient(bytes: Buffer, start: number, bracket: number, fields: EntryFields): boolean {
  const clientEnd = findBlank(bytes, start, bracket);
  const ident = skipBlanks(bytes, clientEnd, bracket);
  const identEnd = findBlank(bytes, ident, bracket);
  const user = skipBlanks(bytes, identEnd, bracket);
  const userEnd = withoutTrailingBlanks(bytes, user, bracket);
  if (clientEnd === start || identEnd === ident || userEnd <= user) return false;
  // A comma ends one address of a forwarded list, which is not a client.
  if (isAbsent(bytes, start, clientEnd) || bytes[clientEnd - 1] === COMMA) return false;
  if (!isAbsent(bytes, ident, identEnd) && !isIdentOfClient(bytes, start, clientEnd, ident, identEnd, user, userEnd)) {
    return false;
  }
  fields.clientStart = start;
  fields.clientEnd = clientEnd;
  if (!isAbsent(bytes, user, userEnd)) {
    fields.userStart = user;
    fields.userEnd = userEnd;
  }
  return true;
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
  const vhostEnd = findBlank(bytes, start, bracket);
  const client = skipBlanks(bytes, vhostEnd, bracket);
  const clientEnd = findBlank(bytes, client, bracket);
  const ident = skipBlanks(bytes, clientEnd, bracket);
  if (vhostEnd === start || bytes[ident] !== HYPHEN || !looksLikeHost(bytes, client, clientEnd)) return false;
  if (!readClient(bytes, client, bracket, fields)) return false;
  fields.vhostStart = start;
  fields.vhostEnd = vhostEnd;
  return true;
}

function looksLikeHost(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (bytes[at] === DOT || bytes[at] === COLON) return true;
  }
  return false;
}

function withoutTrailingBlanks(bytes: Buffer, start: number, end: number): number {
  let last = end;
  while (last > start && isBlank(bytes[last - 1])) last--;
  return last;
}

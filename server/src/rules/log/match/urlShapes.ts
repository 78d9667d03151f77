import { COLON, DOT, isDigit, SLASH } from '../../../log/bytes';
import { hexDigit } from '../../../log/jsonText';
import { hostWords, schemes, type HostRank } from '../patterns/remoteAddresses';
import { Role } from '../patterns/roles';
import { PROOF, STRONG, TELLING, witness, type Evidence } from './witness';

const AT = 0x40;
const HASH = 0x23;
const QUESTION = 0x3f;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const SPACE = 0x20;
const LOWER_X = 0x78;
const LONGEST_SCHEME = 20;
const LONGEST_TYPE = 30;
/** Schemes that another address follows at once. */
const SCHEMES_ALONE = new Set(['jar', 'netdoc', 'local_file']);
/** Smaller numbers are no addresses of the internet: the first 16 million are the network 0.0.0.0/8. */
const LEAST_ADDRESS = 2 ** 24;
/** Ports behind which databases, caches and mail servers listen that trust whoever comes from their own machine. */
const INNER_PORTS = new Set([21, 22, 23, 25, 110, 111, 143, 2375, 3306, 5432, 5984, 6379, 9200, 11211, 27017]);

const wrapper = witness('file-inclusion', PROOF);
const rareWrapper = witness('file-inclusion', STRONG);
const remoteCode = witness('file-inclusion', STRONG);
const possibleRemoteCode = witness('file-inclusion', TELLING);
const innerScheme = witness('server-side-request', STRONG);
const possibleScheme = witness('server-side-request', TELLING);
const innerHost = witness('server-side-request', STRONG);
const possibleInnerHost = witness('server-side-request', TELLING);
const dataAddress = witness('file-inclusion', STRONG);
const disguisedHost = witness('server-side-request', STRONG);

const RANK_WITNESS: Record<HostRank, typeof innerHost> = { inner: innerHost, own: possibleInnerHost };

/** An address as the value of a parameter, and what the server would do if it fetched or included it. */
export function findAddress(bytes: Uint8Array, length: number, roles: number, evidence: Evidence): void {
  const colon = schemeEnd(bytes, length);
  if (bytes[0] === SLASH && bytes[1] === SLASH && bytes[2] !== SLASH) {
    return findRemoteCode(bytes, authorityAt(bytes, 2, length), length, roles, evidence);
  }
  if (colon < 0) return findBareHost(bytes, length, evidence);
  const scheme = text(bytes, 0, colon);
  const rank = schemes.get(scheme);
  const hasSlashes = bytes[colon + 1] === SLASH && bytes[colon + 2] === SLASH;
  if (rank === 'wrapper' && hasSlashes) return evidence.add(wrapper);
  if (rank === 'rareWrapper' && hasSlashes) return evidence.add(rareWrapper);
  if (rank === 'data') return findDataAddress(bytes, colon + 1, length, evidence);
  if (rank === 'inner' && (bytes[colon + 1] === SLASH || SCHEMES_ALONE.has(scheme))) return evidence.add(innerScheme);
  if (rank === 'possible' && hasSlashes) evidence.add(possibleScheme);
  if (rank === undefined) return;
  const start = colon + (hasSlashes ? 3 : 1);
  const host = authorityAt(bytes, start, length);
  findHost(bytes, host, length, evidence);
  if (hasSlashes) findRemoteCode(bytes, host, length, roles, evidence);
}

/** Where the host lies, and whether what stands before it is meant to mislead. */
interface Authority {
  readonly start: number;
  readonly end: number;
  readonly isDisguised: boolean;
}

function schemeEnd(bytes: Uint8Array, length: number): number {
  const end = Math.min(length, LONGEST_SCHEME);
  for (let at = 0; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === COLON) return at > 1 ? at : -1;
    const letter = byte | 0x20;
    if (!((letter >= 0x61 && letter <= 0x7a) || isDigit(byte) || byte === DOT || byte === 0x2b || byte === 0x2d)) {
      return -1;
    }
  }
  return -1;
}

function authorityAt(bytes: Uint8Array, from: number, length: number): Authority {
  let start = from;
  let isDisguised = false;
  let end = from;
  let odd = false;
  for (; end < length; end++) {
    const byte = bytes[end]!;
    if (byte === SLASH || byte === QUESTION) break;
    if (byte === SPACE || byte === BACKSLASH || byte === HASH || byte === 0x26) odd = true;
    if (byte !== AT) continue;
    isDisguised ||= odd;
    start = end + 1;
  }
  const isScattered = start === from && bytes[from] === BACKSLASH;
  return { start, end, isDisguised: isDisguised || isScattered };
}

function findHost(bytes: Uint8Array, host: Authority, length: number, evidence: Evidence): void {
  const { start, end } = host;
  if (host.isDisguised) evidence.add(disguisedHost);
  if (bytes[start] === OPEN_BRACKET) return evidence.add(innerHost);
  const { hostEnd, port } = portOf(bytes, start, end);
  const address = numericHost(bytes, start, hostEnd);
  // A host right behind `http:`, without slashes, gets past filters that look for them.
  const isHidden = bytes[start - 1] !== SLASH && address === 'own';
  if (address === 'disguised' || isHidden || hasEnclosedLetter(bytes, start, hostEnd)) {
    return evidence.add(disguisedHost);
  }
  const name = text(bytes, start, hostEnd);
  const rank = address === 'own' ? 'own' : rankOf(name);
  if (rank === undefined) return;
  const isMetadata = rank === 'own' && hostWords.metadata.has(name) && hasMetadataPath(bytes, end, length);
  evidence.add(isMetadata || INNER_PORTS.has(port) ? innerHost : RANK_WITNESS[rank]);
}

/** A host without a scheme, alone in the value or with a path: telling only when it is the server itself. */
function findBareHost(bytes: Uint8Array, length: number, evidence: Evidence): void {
  let end = 0;
  while (end < length && bytes[end] !== SLASH && bytes[end] !== COLON) {
    if (bytes[end] === SPACE || end > 80) return;
    end++;
  }
  const name = text(bytes, 0, end);
  const isOwn = bytes[end] === SLASH && hostWords.own.has(name) && !isDigit(bytes[0]);
  if (isOwn || rankOf(name) === 'inner') evidence.add(innerHost);
}

/** Letters and digits in circles (U+2460 to U+24FF), which resolvers take for plain ones (UTS #46). */
function hasEnclosedLetter(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at + 1 < end; at++) {
    if (bytes[at] === 0xe2 && (bytes[at + 1] === 0x91 || bytes[at + 1] === 0x92 || bytes[at + 1] === 0x93)) return true;
  }
  return false;
}

function rankOf(name: string): HostRank | undefined {
  if (hostWords.inner.has(name) || hostWords.innerEndings.some((ending) => name.endsWith(ending))) return 'inner';
  return hostWords.own.has(name) || hostWords.metadata.has(name) ? 'own' : undefined;
}

function portOf(bytes: Uint8Array, start: number, end: number): { hostEnd: number; port: number } {
  for (let at = start; at < end; at++) {
    if (bytes[at] !== COLON) continue;
    const port = Number(text(bytes, at + 1, Math.min(end, at + 6)));
    return { hostEnd: at, port: Number.isInteger(port) ? port : 0 };
  }
  return { hostEnd: end, port: 0 };
}

/**
 * What a host made of numbers alone is: `disguised` when it is written in another way than four decimal numbers, as only
 * `inet_aton` reads it, `own` when it is the machine itself or its network. `undefined` for names and public addresses.
 */
function numericHost(bytes: Uint8Array, start: number, end: number): 'disguised' | 'own' | undefined {
  const parts = end > start && end - start < 80 ? text(bytes, start, end).split('.') : [];
  if (parts.at(-1) === '') parts.pop();
  if (parts.length === 0 || parts.length > 4 || !parts.every(isNumeral)) return undefined;
  const isPlain = parts.every((part) => part === '0' || (part.length <= 3 && part.charCodeAt(0) !== 0x30));
  if (parts.length === 4 && isPlain) return isOwnAddress(parts.map(Number)) ? 'own' : undefined;
  if (parts.length > 1) return 'disguised';
  const [whole = ''] = parts;
  return Number(whole) >= LEAST_ADDRESS || (whole.charCodeAt(0) === 0x30 && parseInt(whole, 8) >= LEAST_ADDRESS)
    ? 'disguised'
    : undefined;
}

function isNumeral(part: string): boolean {
  const isHex = part.length > 2 && part.charCodeAt(0) === 0x30 && (part.charCodeAt(1) | 0x20) === LOWER_X;
  for (let at = isHex ? 2 : 0; at < part.length; at++) {
    const digit = hexDigit(part.charCodeAt(at));
    if (digit < 0 || (digit > 9 && !isHex)) return false;
  }
  return part !== '';
}

/** The machine itself and private networks (RFC 1122, RFC 1918, RFC 3927). */
function isOwnAddress([first = 0, second = 0]: readonly number[]): boolean {
  if (first === 127 || first === 0 || first === 10) return true;
  if (first === 192) return second === 168;
  return first === 172 ? second >= 16 && second < 32 : first === 169 && second === 254;
}

function hasMetadataPath(bytes: Uint8Array, start: number, length: number): boolean {
  const path = text(bytes, start, Math.min(length, start + 60));
  return hostWords.metadataPaths.some((each) => path.includes(each));
}

/**
 * A file of another server that would run here: `http://…/x.txt?`, `http://192.0.2.1/x.php`, any address for a parameter that
 * names a part of the program.
 */
function findRemoteCode(bytes: Uint8Array, host: Authority, length: number, roles: number, evidence: Evidence): void {
  if ((roles & Role.codeParameter) !== 0) return evidence.add(remoteCode);
  let end = length;
  // What the program adds to the name is cut off by a question mark or a zero byte.
  while (end > host.end && (bytes[end - 1] === QUESTION || bytes[end - 1] === 0)) end--;
  const isCut = end < length;
  const ending = extensionOf(bytes, host.end, end);
  const isScript = hostWords.scriptEndings.has(ending);
  const isBareAddress =
    (isDigit(bytes[host.end - 1]) && isDigit(bytes[host.start])) || bytes[host.end - 1] === CLOSE_BRACKET;
  const isInclude = (roles & Role.includeParameter) !== 0;
  if (isCut && hostWords.hiddenEndings.has(ending)) evidence.add(remoteCode);
  else if (isScript && (isBareAddress || (isInclude && ending !== 'php'))) evidence.add(remoteCode);
  else if (isScript || (isInclude && hostWords.hiddenEndings.has(ending))) evidence.add(possibleRemoteCode);
}

/** `data:text/plain`, `data:text/html,…`: a page or script of its own; pictures are told apart by their type. */
function findDataAddress(bytes: Uint8Array, start: number, length: number, evidence: Evidence): void {
  const type = text(bytes, start, Math.min(length, start + LONGEST_TYPE));
  if (hostWords.textTypes.some((each) => type.startsWith(each))) evidence.add(dataAddress);
}

function extensionOf(bytes: Uint8Array, start: number, end: number): string {
  for (let at = end - 1; at > start && at > end - 7; at--) {
    if (bytes[at] === DOT) return text(bytes, at + 1, end);
  }
  return '';
}

function text(bytes: Uint8Array, start: number, end: number): string {
  let written = '';
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    written += String.fromCharCode(byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte);
  }
  return written;
}

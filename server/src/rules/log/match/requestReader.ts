import { COLON, COMMA, DOT, QUESTION_MARK } from '../../../log/bytes';
import { decodeBase64 } from '../decode/base64';
import { Decoder, Mark } from '../decode/decoder';
import { Part } from '../patterns/literal';
import { Role } from '../patterns/roles';
import { SESSION_PARAMETERS } from '../patterns/sessionCookies';
import { findWord, rolesOf } from '../patterns/vocabulary';
import { findHidden } from './hiddenShapes';
import { KnownParameters } from './knownParameters';
import { findLiterals, plainness } from './literals';
import { Lookups } from './lookups';
import { Plain, plainBytes } from './plainBytes';
import { hostStart, isSearchEngine, queryStart } from './referrer';
import { findShapes } from './shapes';
import { WitnessTally, type Weights } from './tally';
import { NUMBER, Tokens, WORD } from './tokens';
import { findTraversal } from './traversalShapes';
import { findAddress } from './urlShapes';
import { FAINT, STRONG, witness } from './witness';

const AMPERSAND = 0x26;
const APOSTROPHE = 0x27;
const DOLLAR = 0x24;
const EQUALS = 0x3d;
const EXCLAMATION = 0x21;
const HYPHEN = 0x2d;
const OPEN_BRACE = 0x7b;
const SEMICOLON = 0x3b;
const FIRST_SIZE = 4096;
/** `data:` with a type and a set of characters. */
const LONGEST_TYPE = 80;
const LONGEST_SESSION_NAME = Math.max(...[...SESSION_PARAMETERS.keys()].map((name) => name.length));
/** ; & |: no agent begins so. */
const SEPARATORS = new Set([0x3b, AMPERSAND, 0x7c]);
const WORDS_OF_A_SENTENCE = 3;
const SENTENCE_MARKS = new Set([COMMA, DOT, EXCLAMATION, QUESTION_MARK, APOSTROPHE, HYPHEN]);

const nul = witness('protocol-abuse', STRONG);
const control = witness('protocol-abuse', FAINT);
const hiddenLetter = witness('protocol-abuse', STRONG);
const wideEscape = witness('protocol-abuse', STRONG);
const lineInName = witness('header-injection', STRONG);
const madeUpSession = witness('session-fixation', STRONG);

/** Bytes in which nothing can be hidden: a text of these alone is looked through for literals and no more. */
const PLAIN_PATH = plainBytes('/._-~,:@?&=!');
const PLAIN_QUERY = plainBytes('/._-~,:@?&=!', '?&=');
const PLAIN_AGENT = plainBytes('/._-~,:@?& ();+*[]#!^');

/** Reads the texts of requests, each as it was logged, and says what attacks they show; `undefined` for none. */
export class RequestReader {
  readonly #decoder = new Decoder();
  readonly #tokens = new Tokens();
  readonly #lookups = new Lookups();
  readonly #tally = new WitnessTally();
  readonly #known = new KnownParameters();
  /** What base64 stood for. */
  #plain: Uint8Array = new Uint8Array(FIRST_SIZE);

  readPath(bytes: Uint8Array): Weights | undefined {
    if (plainness(bytes, 0, bytes.length, PLAIN_PATH) !== 0) return undefined;
    this.#readText(bytes, 0, bytes.length, Part.path);
    return this.#tally.take();
  }

  /** @param bytes with the question mark */
  readQuery(bytes: Uint8Array): Weights | undefined {
    if (plainness(bytes, 0, bytes.length, PLAIN_QUERY) !== 0) return undefined;
    const start = bytes[0] === QUESTION_MARK ? 1 : 0;
    let isHarmless = true;
    this.#readParameters(bytes, start, (from, equals, to) => {
      if (!this.#readKnownParameter(bytes, from, equals, to)) isHarmless = false;
    });
    if (isHarmless) return undefined;
    this.#decoder.decode(bytes, start, bytes.length, true);
    findLiterals(this.#decoder.bytes, this.#decoder.length, Part.query, this.#tally);
    return this.#tally.take();
  }

  readReferrer(bytes: Uint8Array): Weights | undefined {
    const host = hostStart(bytes);
    const query = host < 0 ? -1 : queryStart(bytes, host);
    if (isPlainAddress(bytes, Math.max(0, host), query)) return undefined;
    this.#readText(bytes, 0, query < 0 ? bytes.length : query, Part.referrer);
    if (query < 0) return this.#tally.take();
    const hasWordsOfVisitor = isSearchEngine(bytes, host);
    this.#readParameters(bytes, query + 1, (from, equals, to) => {
      const roles = rolesOf(findWord(bytes, from, equals));
      if (hasWordsOfVisitor && (roles & Role.searchParameter) !== 0) return;
      if (equals > from) this.#readParameter(bytes, from, equals, Part.referrer, 0);
      if (equals < to) this.#readParameter(bytes, equals + 1, to, Part.referrer, roles);
    });
    return this.#tally.take();
  }

  readAgent(bytes: Uint8Array): Weights | undefined {
    const isOdd = bytes.length > 0 && SEPARATORS.has(bytes[0]!);
    if (!isOdd && plainness(bytes, 0, bytes.length, PLAIN_AGENT) !== 0) return undefined;
    this.#readText(bytes, 0, bytes.length, Part.agent);
    return this.#tally.take();
  }

  /** Calls `read` with the ends of each parameter and of its name, which is all of it where there is no equals sign. */
  #readParameters(bytes: Uint8Array, start: number, read: (from: number, equals: number, to: number) => void): void {
    for (let from = start; from <= bytes.length;) {
      let to = from;
      while (to < bytes.length && bytes[to] !== AMPERSAND) to++;
      let equals = from;
      while (equals < to && bytes[equals] !== EQUALS) equals++;
      read(from, equals, to);
      from = to + 1;
    }
  }

  /** Reads a parameter of a query unless it is known; whether it shows nothing, nor can together with others. */
  #readKnownParameter(bytes: Uint8Array, start: number, equals: number, end: number): boolean {
    if ((plainness(bytes, start, end, PLAIN_QUERY) & Plain.words) !== 0) return true;
    const number = this.#known.numberOf(bytes, start, end);
    if (this.#known.isHarmless(number)) return true;
    this.#tally.isTouched = false;
    this.#readQueryParameter(bytes, start, equals, end);
    if (this.#tally.isTouched || this.#joinsOthers(bytes, start, end)) return false;
    this.#known.setHarmless(number);
    return true;
  }

  #readQueryParameter(bytes: Uint8Array, start: number, equals: number, end: number): void {
    const roles = rolesOf(findWord(bytes, start, equals));
    // What stands alone is a value as much as a name.
    if (equals > start) {
      this.#readParameter(bytes, start, equals, equals === end ? Part.value : Part.name, 0);
      // No form has a name of two lines.
      if ((this.#decoder.marks & Mark.lineBreak) !== 0) this.#tally.add(lineInName);
    }
    if (equals === end) return;
    this.#readSession(bytes, start, equals, end);
    this.#readParameter(bytes, equals + 1, end, Part.value, roles);
  }

  /** Whether the whole query has to be read because of a parameter: for a text of several ones, or what an ampersand may begin. */
  #joinsOthers(bytes: Uint8Array, start: number, end: number): boolean {
    this.#decoder.decode(bytes, start, end, true);
    const { bytes: decoded, length } = this.#decoder;
    let isFound = decoded.subarray(0, length).includes(SEMICOLON);
    findLiterals(decoded, length, Part.query | Part.opening, { add: () => (isFound = true) });
    return isFound;
  }

  #readText(bytes: Uint8Array, start: number, end: number, part: number): void {
    this.#decoder.decode(bytes, start, end, false);
    this.#readDecoded(part, 0);
  }

  /** @param roles `Role`s of the parameter's name */
  #readParameter(bytes: Uint8Array, start: number, end: number, part: number, roles: number): void {
    this.#decoder.decode(bytes, start, end, true);
    this.#readDecoded(part, roles);
    if (part !== Part.value) return;
    const { bytes: decoded, length } = this.#decoder;
    const from = payloadStart(decoded, length);
    if (length - from > this.#plain.length) this.#plain = new Uint8Array(length);
    const written = decodeBase64(decoded, from, length, this.#plain);
    if (written === 0) return;
    this.#decoder.decode(this.#plain, 0, written, false);
    this.#readDecoded(part, 0);
  }

  #readDecoded(part: number, roles: number): void {
    const tally = this.#tally;
    const { bytes, length, marks } = this.#decoder;
    this.#tokens.read(bytes, length);
    if (part !== Part.agent) this.#addMarks(marks);
    // Names and pieces are spoken of and looked for; shapes are not.
    tally.isProse = isProse(this.#tokens);
    tally.isSearch = (roles & Role.searchParameter) !== 0;
    findLiterals(bytes, length, part, tally);
    tally.isProse = false;
    tally.isSearch = false;
    findTraversal(bytes, length, part, tally);
    if (part === Part.path) findHidden(bytes, length, tally);
    else if (part === Part.value) findAddress(bytes, length, roles, tally);
    findShapes(this.#tokens, { part, roles }, tally);
    if (hasLookup(bytes, length)) this.#lookups.find(bytes, length, tally);
  }

  /** A session's number that no server gave: the sender wants somebody to log in under one that he knows. */
  #readSession(bytes: Uint8Array, start: number, equals: number, end: number): void {
    if (equals - start > LONGEST_SESSION_NAME) return;
    const name = Buffer.from(bytes.subarray(start, equals)).toString('latin1').toLowerCase();
    const shortest = SESSION_PARAMETERS.get(name);
    const length = end - equals - 1;
    if (shortest !== undefined && length > 0 && length < shortest) this.#tally.add(madeUpSession);
  }

  #addMarks(marks: number): void {
    if ((marks & Mark.nul) !== 0) this.#tally.add(nul);
    if ((marks & Mark.control) !== 0) this.#tally.add(control);
    if ((marks & Mark.hiddenLetter) !== 0) this.#tally.add(hiddenLetter);
    if ((marks & Mark.wideEscape) !== 0) this.#tally.add(wideEscape);
  }
}

/** @param query where the query begins; -1 for none */
function isPlainAddress(bytes: Uint8Array, start: number, query: number): boolean {
  if (query < 0) return plainness(bytes, start, bytes.length, PLAIN_QUERY) !== 0;
  const ways = plainness(bytes, start, query, PLAIN_QUERY);
  return (ways & plainness(bytes, query + 1, bytes.length, PLAIN_QUERY)) !== 0;
}

/** Several words with nothing but the punctuation of sentences. */
function isProse(tokens: Tokens): boolean {
  let words = 0;
  for (let token = 0; token < tokens.count; token++) {
    const code = tokens.code[token]!;
    if (code === WORD) words++;
    else if (code !== NUMBER && !SENTENCE_MARKS.has(code)) return false;
  }
  return words >= WORDS_OF_A_SENTENCE;
}

/** Where base64 begins: behind the comma of a `data:` address, else at the beginning. */
function payloadStart(bytes: Uint8Array, length: number): number {
  if (bytes[4] !== COLON) return 0;
  return bytes.subarray(0, Math.min(length, LONGEST_TYPE)).indexOf(COMMA) + 1;
}

/** `${`. */
function hasLookup(bytes: Uint8Array, length: number): boolean {
  for (let at = 1; at < length; at++) {
    if (bytes[at] === OPEN_BRACE && bytes[at - 1] === DOLLAR) return true;
  }
  return false;
}

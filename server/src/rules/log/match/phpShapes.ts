import { Role } from '../patterns/roles';
import { findWord, rolesOf, wordNumber, wordSet } from '../patterns/vocabulary';
import { isQuote } from './sqlOperands';
import { Flag, NUMBER, WORD, type Tokens } from './tokens';
import { PROOF, STRONG, TELLING, witness, type Evidence } from './witness';

const QUESTION = 0x3f;
const DOLLAR = 0x24;
const OPEN = 0x28;
const CLOSE = 0x29;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const SEMICOLON = 0x3b;
const NUMBER_SIGN = 0x23;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const COLON = 0x3a;
const DOT = 0x2e;
/** How far behind a name its bracket is looked for when a comment stands between. */
const REACH = 12;
const LONGEST_PREFIX = 16;

/** What settings of parts of PHP begin with. */
const SETTING_GROUPS = wordSet('session opcache zlib xdebug suhosin mbstring url_rewriter assert zend');
const SUPERGLOBALS = wordSet('_get _post _request _server _cookie _files _env _session globals');
const PHP = wordNumber('php');
const XML = wordNumber('xml');

const openTag = witness('php-injection', PROOF);
const shortTag = witness('php-injection', STRONG);
const squareTag = witness('php-injection', STRONG);
const superglobal = witness('php-injection', STRONG);
const functionCall = witness('php-injection', STRONG);
const commentedCall = witness('php-injection', STRONG);
const dangerousCall = witness('php-injection', STRONG);
const possibleCall = witness('php-injection', TELLING);
const variableCall = witness('php-injection', STRONG);
const stringCall = witness('php-injection', STRONG);
const setting = witness('php-injection', STRONG);
const serializedObject = witness('php-injection', PROOF);

/** A function of PHP by name, or by what its name begins with. */
export function findPhpName(tokens: Tokens, token: number, evidence: Evidence): void {
  if (tokens.has(token, Role.phpDanger | Role.phpFunction)) findCall(tokens, token, evidence);
  else if (tokens.at(token + 1) === OPEN && tokens.at(token - 1) !== DOT && hasPhpPrefix(tokens, token)) {
    evidence.add(functionCall);
  }
}

/** `auto_prepend_file=`, `session.save_path=`. */
export function findSetting(tokens: Tokens, token: number, evidence: Evidence): void {
  const isPart = tokens.at(token - 1) === DOT && tokens.isTight(token);
  const group = isPart ? token - 2 : token;
  const isSetting = isPart
    ? SETTING_GROUPS.has(tokens.wordAt(group)) && isCompound(tokens, token)
    : tokens.has(token, Role.phpSetting);
  if (isSetting && tokens.at(group - 1) !== DOLLAR) evidence.add(setting);
}

/** Whether a name is made of several words. */
function isCompound(tokens: Tokens, name: number): boolean {
  return tokens.bytes.subarray(tokens.start[name], tokens.end[name]).includes(0x5f);
}

/** `openssl_…(`, `array_…(`: functions of PHP begin with the name of what they belong to. */
function hasPhpPrefix(tokens: Tokens, token: number): boolean {
  const start = tokens.start[token]!;
  const end = Math.min(tokens.end[token]!, start + LONGEST_PREFIX);
  for (let at = start + 1; at < end; at++) {
    if (tokens.bytes[at] === 0x5f) return (rolesOf(findWord(tokens.bytes, start, at)) & Role.phpPrefix) !== 0;
  }
  return false;
}

/** `O:8:"stdClass":1:{…}`: an object that PHP wakes up when it reads it. */
export function findSerialized(tokens: Tokens, token: number, evidence: Evidence): void {
  const isObject = tokens.spells(token, 'o') || tokens.spells(token, 'c');
  const name = tokens.at(token + 2) === 0x2b ? token + 3 : token + 2;
  if (isObject && tokens.at(name) === NUMBER && tokens.at(name + 1) === COLON && isQuote(tokens.at(name + 2))) {
    evidence.add(serializedObject);
  }
}

/** `<?php`, `<?=`, `<? echo`, and a `<?` with nothing behind it; `<?xml version` is none. */
export function findPhpTag(tokens: Tokens, less: number, evidence: Evidence): void {
  const question = less + 1;
  if (tokens.at(question) !== QUESTION || !tokens.isTight(question)) return;
  const name = question + 1;
  if (tokens.wordAt(name) === PHP && !tokens.is(name, Flag.blank)) {
    // With nothing behind it, it runs nothing.
    if (tokens.at(name + 1) !== 0) evidence.add(openTag);
  } else if (tokens.at(name) === EQUALS && tokens.isTight(name)) evidence.add(openTag);
  else if (tokens.wordAt(name) === XML) {
    if (tokens.at(name + 1) === COLON) evidence.add(shortTag);
  } else if (tokens.at(name) === 0 && less > 0) evidence.add(shortTag);
  else if (tokens.has(name, Role.phpDanger) && !tokens.isTight(name)) evidence.add(shortTag);
}

/** `$_GET[…]`, `$f(…)`, `${'x'}`. */
export function findVariable(tokens: Tokens, dollar: number, evidence: Evidence): void {
  const name = dollar + 1;
  if (!tokens.isTight(name) && tokens.at(name) !== OPEN_BRACE) return;
  if (tokens.at(name) === WORD) {
    const isGlobal = SUPERGLOBALS.has(tokens.wordAt(name));
    const next = tokens.at(name + 1);
    if (isGlobal && (next === OPEN_BRACKET || next === OPEN_BRACE || next === 0)) evidence.add(superglobal);
    else if (isCalled(tokens, behindIndex(tokens, name + 1))) evidence.add(variableCall);
    return;
  }
  if (tokens.at(name) !== OPEN_BRACE || tokens.pair[name]! < 0) return;
  const inner = tokens.at(name + 1);
  const close = tokens.pair[name]!;
  const isCode = inner === DOLLAR || isQuote(inner) || inner === 0x40;
  if (isCode || (close > name + 1 && isCalled(tokens, close + 1) && tokens.isTight(close + 1))) {
    evidence.add(variableCall);
  }
}

/** The token behind an index in square brackets that begins at a token, `[…]`; the same token when there is none. */
function behindIndex(tokens: Tokens, token: number): number {
  const close = tokens.at(token) === OPEN_BRACKET ? tokens.pair[token]! : -1;
  return close > token + 1 ? close + 1 : token;
}

/** Whether brackets of a call stand at a token, or behind a comment that begins there; they must be closed. */
function isCalled(tokens: Tokens, token: number): boolean {
  const open = skipLineComment(tokens, token);
  return tokens.at(open) === OPEN && tokens.pair[open]! > open;
}

/** The token behind a comment that ends with the line, `# …` or `// …`; the same token when there is none. */
function skipLineComment(tokens: Tokens, token: number): number {
  const code = tokens.at(token);
  const isComment = code === NUMBER_SIGN || (code === SLASH && tokens.at(token + 1) === SLASH);
  if (!isComment) return token;
  const end = Math.min(tokens.count, token + REACH);
  for (let at = token + 1; at < end; at++) {
    if (tokens.is(at, Flag.lineBreak)) return at;
  }
  return token;
}

/** `[php]echo 1;[/php]` of forum software, and `[ system ] [ 0 ] ( ls );`. */
export function findSquare(tokens: Tokens, open: number, evidence: Evidence): void {
  const name = tokens.at(open + 1) === SLASH ? open + 2 : open + 1;
  const isClosed = tokens.at(name + 1) === CLOSE_BRACKET;
  if (!isClosed) return;
  if (tokens.wordAt(name) === PHP) return evidence.add(squareTag);
  const index = name + 2;
  const isIndexed = tokens.at(index) === OPEN_BRACKET && tokens.at(index + 1) === NUMBER;
  if (isIndexed && tokens.at(index + 3) === OPEN && tokens.pair[index + 3]! > 0) evidence.add(stringCall);
}

/** `"system"("id");`: in PHP a string can be called. */
export function findStringCall(tokens: Tokens, quote: number, evidence: Evidence): void {
  const close = tokens.pair[quote]!;
  if (close !== quote + 2 || tokens.at(quote + 1) !== WORD) return;
  const open = close + 1;
  if (tokens.at(open) !== OPEN || tokens.pair[open]! < open) return;
  const isCommand = tokens.has(quote + 1, Role.phpDanger | Role.phpFunction);
  if (isCommand || tokens.at(tokens.pair[open]! + 1) === SEMICOLON) evidence.add(stringCall);
}

/** `(system)(ls);`, `(sy.(st).em)('id');`: what comes out of brackets is called. */
export function findBracketCall(tokens: Tokens, close: number, evidence: Evidence): void {
  const open = close + 1;
  if (tokens.at(open) !== OPEN || !tokens.isTight(open) || tokens.pair[open]! < open || tokens.pair[close]! < 0) return;
  if (tokens.at(tokens.pair[open]! + 1) === SEMICOLON) evidence.add(stringCall);
}

/** `base64_decode(`, `strip_tags()`, `system('id')`; in "system (see below)" nothing is called. */
function findCall(tokens: Tokens, name: number, evidence: Evidence): void {
  if (tokens.at(name - 1) === DOT || tokens.at(name - 1) === DOLLAR) return;
  const open = skipLineComment(tokens, name + 1);
  const hasComment = open !== name + 1 || tokens.is(open, Flag.comment);
  if (tokens.at(open) !== OPEN) return;
  const isClosed = tokens.pair[open]! > open;
  if (hasComment) return isClosed ? evidence.add(commentedCall) : undefined;
  const isMention = tokens.at(open + 1) === CLOSE && tokens.isMention(name, open + 1);
  if (isMention) return evidence.add(possibleCall);
  if (!tokens.has(name, Role.phpDanger)) return evidence.add(functionCall);
  if (!isClosed) return;
  const argument = tokens.at(open + 1);
  const isCode = isQuote(argument) || argument === DOLLAR || argument === CLOSE || tokens.at(open + 2) === OPEN;
  // Nobody breaks the line or tabs before a bracket but to get past a filter.
  const isEvading = tokens.is(open, Flag.lineBreak | Flag.oddBlank);
  const isNearby = tokens.isTight(open) || isQuote(argument);
  if (isEvading || (isCode && isNearby)) evidence.add(dangerousCall);
  else if (isNearby) evidence.add(possibleCall);
}

import { Role } from '../patterns/roles';
import { wordNumber, wordSet } from '../patterns/vocabulary';
import { isQuote } from './sqlOperands';
import { Flag, NUMBER, WORD, type Tokens } from './tokens';
import { FAINT, PROOF, STRONG, TELLING, witness, type Evidence } from './witness';

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const OPEN = 0x28;
const CLOSE = 0x29;
const BACKTICK = 0x60;
const DOT = 0x2e;
/** What code may begin with: / \\ ( [ { ` + ! $ %. */
const CODE_MARKS = new Set([SLASH, 0x5c, OPEN, 0x5b, 0x7b, BACKTICK, 0x2b, 0x21, 0x24, 0x25]);
/** How far behind `<` a tag's attributes are looked at. */
const REACH = 40;
const SHORTEST_HANDLER = 5;
const LONGEST_HANDLER = 30;

const SCRIPT = wordNumber('script');
const SCRIPT_SCHEMES = wordSet('javascript vbscript');
const VOID = wordNumber('void');
const ENTITY = wordNumber('entity');
/** Words that look like handlers of events. */
const NO_HANDLERS = wordSet('online onsale onsite onshore');

const scriptTag = witness('cross-site-scripting', PROOF);
const activeTag = witness('cross-site-scripting', STRONG);
const bareActiveTag = witness('cross-site-scripting', TELLING);
const plainTag = witness('cross-site-scripting', FAINT);
const tagBehindQuote = witness('cross-site-scripting', STRONG);
const tagWithHandler = witness('cross-site-scripting', PROOF);
const spacedTag = witness('cross-site-scripting', STRONG);
const handler = witness('cross-site-scripting', STRONG);
const scriptCall = witness('cross-site-scripting', STRONG);
const openScriptCall = witness('cross-site-scripting', TELLING);
const codedScheme = witness('cross-site-scripting', STRONG);
const taggedTemplate = witness('cross-site-scripting', STRONG);
const entity = witness('file-inclusion', STRONG);

/** `<script`, `<x onend=`, `<f o r m`: a tag. */
export function findTag(tokens: Tokens, less: number, evidence: Evidence): void {
  let name = less + 1;
  if (tokens.at(name) === SLASH && tokens.isTight(name)) name++;
  if (tokens.at(name) !== WORD || !tokens.isTight(name)) return;
  const hasHandler = findTagHandler(tokens, name);
  if (hasHandler) evidence.add(tagWithHandler);
  if (isSpacedTag(tokens, name)) evidence.add(spacedTag);
  if (!tokens.has(name, Role.activeTag | Role.plainTag)) return;
  const next = tokens.at(name + 1);
  const isTag = next === 0 || next === GREATER || next === SLASH || tokens.is(name + 1, Flag.blank | Flag.lineBreak);
  if (!isTag) return;
  const isActive = tokens.has(name, Role.activeTag);
  const before = tokens.at(less - 1);
  if (tokens.wordAt(name) === SCRIPT) evidence.add(scriptTag);
  else if (isActive) evidence.add(next === 0 ? bareActiveTag : activeTag);
  else if ((isQuote(before) || before === GREATER) && tokens.isTight(less) && next !== 0) evidence.add(tagBehindQuote);
  else evidence.add(plainTag);
}

/** Whether the tag has an attribute that holds a script: `<x onend=`. */
function findTagHandler(tokens: Tokens, name: number): boolean {
  const end = Math.min(tokens.count, name + REACH);
  for (let at = name + 1; at < end; at++) {
    const code = tokens.code[at]!;
    if (code === LESS) return false;
    if (code === WORD && tokens.at(at + 1) === EQUALS && isHandlerName(tokens, at)) return true;
  }
  return false;
}

/** `<f o r m`: browsers of old read it as a tag, filters did not. */
function isSpacedTag(tokens: Tokens, name: number): boolean {
  let letters = 0;
  while (
    tokens.size(name + letters) === 1 &&
    tokens.at(name + letters) === WORD &&
    (letters === 0 || tokens.is(name + letters, Flag.blank))
  ) {
    letters++;
  }
  return letters >= 4;
}

/**
 * `" onclick=`, `' onzoom=`, ` onload=alert(1)`: an attribute put behind a quote or into a tag of the page.
 * @param isName whether the text is the name of a parameter, which has no equals sign of its own
 */
export function findHandler(tokens: Tokens, word: number, isName: boolean, evidence: Evidence): void {
  if (!isHandlerName(tokens, word)) return;
  const before = tokens.at(word - 1);
  const breaksOut = isQuote(before) && tokens.at(word - 2) !== EQUALS;
  const isKnown = tokens.has(word, Role.eventHandler);
  const runs = isQuote(tokens.at(word + 2)) || tokens.at(word + 3) === OPEN || tokens.at(word + 3) === DOT;
  const isApart = tokens.is(word, Flag.blank) || before === SLASH || before === 0x3b;
  if (breaksOut || isName || (isKnown && (runs || isApart))) evidence.add(handler);
}

/** A word such as `onload`; `online` and `ones` are none when nothing tells that they are meant so. */
function isHandlerName(tokens: Tokens, word: number): boolean {
  if (tokens.has(word, Role.eventHandler)) return true;
  const size = tokens.size(word);
  if (size < SHORTEST_HANDLER || size > LONGEST_HANDLER) return false;
  const start = tokens.start[word]!;
  const begins = (tokens.bytes[start]! | 0x20) === 0x6f && (tokens.bytes[start + 1]! | 0x20) === 0x6e;
  return begins && !NO_HANDLERS.has(tokens.wordAt(word));
}

/** `alert(1)`, `prompt()`, `eval(name)`; in a sentence no bracket stands right behind. */
export function findScriptCall(tokens: Tokens, word: number, evidence: Evidence): void {
  const open = word + 1;
  const isCall = tokens.at(open) === OPEN && tokens.isTight(open);
  const isTemplate = tokens.at(open) === BACKTICK && tokens.isTight(open);
  if (isTemplate && tokens.pair[open]! > open) return evidence.add(taggedTemplate);
  if (!isCall) return;
  const argument = tokens.at(open + 1);
  if (argument === CLOSE && tokens.isMention(word, open + 1)) return evidence.add(openScriptCall);
  const isProof =
    argument === CLOSE || argument === NUMBER || isQuote(argument) || argument === SLASH || isCode(tokens, open + 1);
  evidence.add(isProof ? scriptCall : openScriptCall);
}

/** `document.cookie`, `code, 1`, `atob(…)`. */
function isCode(tokens: Tokens, token: number): boolean {
  if (tokens.at(token) !== WORD) return false;
  const next = tokens.at(token + 1);
  return (next === DOT || next === OPEN || next === 0x2c || next === CLOSE) && tokens.isTight(token + 1);
}

/** `[].map.call`x``: a function called without brackets. */
export function findTaggedTemplate(tokens: Tokens, backtick: number, evidence: Evidence): void {
  if (!tokens.is(backtick, Flag.opens) || tokens.pair[backtick]! < 0) return;
  const isMethod = tokens.at(backtick - 1) === WORD && tokens.isTight(backtick) && tokens.at(backtick - 2) === DOT;
  if (isMethod) evidence.add(taggedTemplate);
}

/**
 * `javascript:` with code behind it; crawlers ask for the harmless `javascript:void(0)` and `javascript:;` of badly read links, and
 * pages about JavaScript have it in their titles and addresses.
 */
export function findScheme(tokens: Tokens, colon: number, evidence: Evidence): void {
  if (!SCRIPT_SCHEMES.has(tokens.wordAt(colon - 1)) || !tokens.isTight(colon)) return;
  if (tokens.at(colon - 2) === SLASH && tokens.isTight(colon - 1)) return;
  const next = colon + 1;
  const isHarmless = tokens.wordAt(next) === VOID || isQuote(tokens.at(next));
  const isWord = tokens.at(next) === WORD || tokens.at(next) === NUMBER;
  // A word and a bracket behind a blank end a sentence as well.
  const isName = isCode(tokens, next) && (tokens.isTight(next) || tokens.at(next + 1) !== CLOSE);
  const isProgram = isWord ? isName || tokens.at(next + 1) === EQUALS : CODE_MARKS.has(tokens.at(next));
  const isInBrackets = tokens.at(colon - 2) === OPEN && tokens.isTight(next);
  if ((isProgram && !isHarmless) || isInBrackets) evidence.add(codedScheme);
}

/** `<!ENTITY x SYSTEM "file:…">`: XML that reads a file of the server. */
export function findEntity(tokens: Tokens, exclamation: number, evidence: Evidence): void {
  if (tokens.wordAt(exclamation + 1) === ENTITY && tokens.isTight(exclamation + 1)) evidence.add(entity);
}

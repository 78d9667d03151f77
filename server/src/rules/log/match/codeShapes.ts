import { wordNumber, wordSet } from '../patterns/vocabulary';
import { isQuote } from './sqlOperands';
import { NUMBER, WORD, type Tokens } from './tokens';
import { STRONG, witness, type Evidence } from './witness';

const OPEN = 0x28;
const CLOSE = 0x29;
const NOT = 0x21;
const OPEN_BRACKET = 0x5b;
const OPEN_BRACE = 0x7b;
const DOT = 0x2e;
const MOST_SIGNS = 6;

const WHILE = wordNumber('while');
const NEW = wordNumber('new');
const FUNCTION = wordNumber('function');
const REQUIRE = wordNumber('require');

/** Words that are false in JavaScript, and those that are true. */
const FALSE_WORDS = wordSet('false null undefined nan');
const TRUE_WORDS = wordSet('true infinity');

const endlessLoop = witness('code-injection', STRONG);
const constructor = witness('code-injection', STRONG);
const scriptObject = witness('code-injection', STRONG);
const functionBody = witness('code-injection', STRONG);
const requestPath = witness('code-injection', STRONG);

/** Code for the languages of servers other than PHP: `while(1)`, `new Function(…)`, `require[…]`. */
export function findCode(tokens: Tokens, token: number, evidence: Evidence): void {
  const word = tokens.wordAt(token);
  const next = tokens.at(token + 1);
  if (word === WHILE && next === OPEN && isTrue(tokens, token + 2)) evidence.add(endlessLoop);
  else if (word === NEW && tokens.wordAt(token + 1) === FUNCTION && tokens.at(token + 2) === OPEN) {
    evidence.add(constructor);
  } else if (word === FUNCTION && isFunction(tokens, token + 1)) evidence.add(functionBody);
  else if (word === REQUIRE && (next === OPEN_BRACKET || isRequire(tokens, token))) evidence.add(requestPath);
}

/** `console.info(1)`, `process["exit"]()`, `object.keys(x)`: a function of an object that every program has. */
export function findScriptObject(tokens: Tokens, token: number, evidence: Evidence): void {
  const isDotted = tokens.at(token + 1) === DOT && tokens.at(token + 2) === WORD && tokens.isTight(token + 2);
  const isIndexed = tokens.at(token + 1) === OPEN_BRACKET && isQuote(tokens.at(token + 2));
  const open = isDotted ? token + 3 : tokens.pair[token + 1]! + 1;
  if ((!isDotted && !isIndexed) || tokens.at(open) !== OPEN || !tokens.isTight(open)) return;
  const isMention = tokens.at(open + 1) === CLOSE && tokens.isMention(token, open + 1);
  if (tokens.pair[open]! > open && !isMention) evidence.add(scriptObject);
}

/** `function (…) {`, `function name(…) {`. */
function isFunction(tokens: Tokens, token: number): boolean {
  const open = tokens.at(token) === WORD ? token + 1 : token;
  const close = tokens.at(open) === OPEN ? tokens.pair[open]! : -1;
  return close > open && tokens.at(close + 1) === OPEN_BRACE;
}

/** `require('child_process')`, `require("fs")`. */
function isRequire(tokens: Tokens, token: number): boolean {
  return tokens.at(token + 1) === OPEN && isQuote(tokens.at(token + 2)) && tokens.at(token - 1) !== DOT;
}

/** Whether a constant condition keeps a loop going for ever: `1`, `!0`, `!!{}`, `-Infinity`, `!null`; `!true` ends it at once. */
function isTrue(tokens: Tokens, token: number): boolean {
  let at = token;
  let negated = false;
  while (at < token + MOST_SIGNS && [NOT, 0x2b, 0x2d].includes(tokens.at(at))) {
    if (tokens.at(at) === NOT) negated = !negated;
    at++;
  }
  const value = constantAt(tokens, at);
  if (value === undefined) return false;
  const code = tokens.at(at);
  const end = code === OPEN_BRACE || code === OPEN_BRACKET || isQuote(code) ? tokens.pair[at]! + 1 : at + 1;
  return tokens.at(end) === CLOSE && value !== negated;
}

/** Whether the constant at a token counts as true; `undefined` when it is no constant. */
function constantAt(tokens: Tokens, token: number): boolean | undefined {
  const code = tokens.at(token);
  if (code === NUMBER) return tokens.bytes[tokens.start[token]!] !== 0x30 || tokens.size(token) > 1;
  if (code === OPEN_BRACE || code === OPEN_BRACKET) return true;
  if (isQuote(code)) return tokens.pair[token]! > token + 1;
  if (TRUE_WORDS.has(tokens.wordAt(token))) return true;
  return FALSE_WORDS.has(tokens.wordAt(token)) ? false : undefined;
}

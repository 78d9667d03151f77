import { Role } from '../patterns/roles';
import { isQuote } from './sqlOperands';
import { NUMBER, WORD, type Tokens } from './tokens';
import { PROOF, STRONG, witness, type Evidence } from './witness';

const OPEN_BRACE = 0x7b;
const PERCENT = 0x25;
const LESS = 0x3c;
const EQUALS = 0x3d;
const OPEN = 0x28;
const OPEN_BRACKET = 0x5b;
const DOT = 0x2e;
const STAR = 0x2a;
const AT = 0x40;
/** + - * / ^. */
const ARITHMETIC = new Set([0x2b, 0x2d, STAR, 0x2f, 0x5e]);
/** How far an expression between the marks of a template is looked at. */
const REACH = 8;

const calculation = witness('template-injection', PROOF);
const call = witness('template-injection', STRONG);
const statement = witness('template-injection', STRONG);
const interpolation = witness('code-injection', STRONG);

/**
 * Expressions of template languages: `{{7*7}}`, `${7*7}`, `<%= 7*7 %>`, `#{…}`, `{% if x %}`. A name alone between the marks is a
 * place-holder that somebody forgot to fill, which is common; a calculation or a call is neither.
 * @param token the first mark
 */
export function findTemplate(tokens: Tokens, token: number, evidence: Evidence): void {
  if (!tokens.isTight(token + 1)) return;
  const code = tokens.at(token);
  const next = tokens.at(token + 1);
  if (next === PERCENT) {
    if (code === OPEN_BRACE) findStatement(tokens, token + 2, evidence);
    else if (code === LESS) findExpression(tokens, behindEquals(tokens, token + 2), evidence);
  } else if (next === OPEN_BRACE) {
    if (code === AT) findInterpolation(tokens, token + 2, evidence);
    else if (code !== LESS) findExpression(tokens, token + 2, evidence);
  }
}

function behindEquals(tokens: Tokens, token: number): number {
  return tokens.at(token) === EQUALS ? token + 1 : token;
}

function findExpression(tokens: Tokens, token: number, evidence: Evidence): void {
  const isNumber = tokens.at(token) === NUMBER || isQuote(tokens.at(token));
  const operator = isQuote(tokens.at(token)) ? tokens.pair[token]! + 1 : token + 1;
  if (isNumber && operator > 0 && ARITHMETIC.has(tokens.at(operator)) && isValue(tokens.at(operator + 1))) {
    return evidence.add(calculation);
  }
  const end = Math.min(tokens.count, token + REACH);
  for (let at = token; at < end; at++) {
    const code = tokens.code[at]!;
    if (code === 0x7d || code === PERCENT) return;
    const isCall = code === OPEN && tokens.at(at - 1) === WORD && tokens.isTight(at);
    const isMember = code === OPEN_BRACKET && at > token && isQuote(tokens.at(at + 1));
    const isHidden = code === DOT && tokens.size(at + 1) > 4 && tokens.bytes[tokens.start[at + 1]!] === 0x5f;
    if (isCall || isMember || isHidden) return evidence.add(call);
  }
}

function isValue(code: number): boolean {
  return code === NUMBER || isQuote(code) || code === STAR;
}

function findStatement(tokens: Tokens, token: number, evidence: Evidence): void {
  if (tokens.has(token, Role.templateWord)) evidence.add(statement);
}

/** `@{[system 'id']}` of Perl. */
function findInterpolation(tokens: Tokens, token: number, evidence: Evidence): void {
  if (tokens.at(token) === OPEN_BRACKET) evidence.add(interpolation);
  else findExpression(tokens, token, evidence);
}

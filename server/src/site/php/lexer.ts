import { isDigit, isNameStart, isSpace, skipName } from './characters';
import { looksLikeHeredoc, readHeredoc } from './heredoc';
import { quotedEnd, singleQuotedEnd } from './lexStrings';
import { findOpenTag } from './openTags';
import { LONE_OPERATORS, NO_OPERATOR, OPERATORS_BY_INITIAL, TokenKind, TokenList } from './tokens';

/** A stretch of the source, offsets in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const NUMBER = /0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|(?:\d[\d_]*)?\.?\d[\d_]*\.?(?:[eE][+-]?\d+)?/y;
const HALT = '__halt_compiler';

/**
 * Splits PHP source into tokens: one pass, linear time, never throws, whatever the text is.
 * Texts are not decoded here (see `stringValue`), so that a file nobody asks about costs no strings.
 * @param startsInCode the text begins with code, not with HTML.
 */
export function lex(code: string, startsInCode = false): TokenList {
  const tokens = new TokenList(Math.max(64, code.length >> 3));
  let at = startsInCode ? lexCode(code, 0, code.length, tokens, false) : 0;
  while (at < code.length) {
    const tag = findOpenTag(code, at);
    const htmlEnd = tag ? tag.start : code.length;
    if (htmlEnd > at) tokens.add(TokenKind.Html, at, htmlEnd);
    if (!tag) break;
    if (tag.echo) tokens.add(TokenKind.OpenEcho, tag.start, tag.codeStart);
    at = lexCode(code, tag.codeStart, code.length, tokens, tag.script);
  }
  return tokens;
}

/** Splits a stretch of code, as it stands in `{$…}`. */
export function lexRange(code: string, { start, end }: Range): TokenList {
  const tokens = new TokenList(Math.min(64, end - start + 2));
  lexCode(code, start, end, tokens, false);
  return tokens;
}

/** Reads code from `at` up to `limit` or behind the closing tag; gives the index where HTML goes on. */
function lexCode(code: string, from: number, limit: number, tokens: TokenList, inScript: boolean): number {
  let at = from;
  while (at < limit) {
    const char = code.charCodeAt(at);
    if (isSpace(char)) {
      at++;
    } else if (isNameStart(char) || (char === 0x5c && isNameStart(code.charCodeAt(at + 1)))) {
      const end = qualifiedNameEnd(code, at);
      if (end - at === HALT.length && code.slice(at, end).toLowerCase() === HALT) return limit;
      tokens.add(TokenKind.Name, at, end);
      at = end;
    } else if (char === 0x24 && isNameStart(code.charCodeAt(at + 1))) {
      const end = skipName(code, at + 1);
      tokens.add(TokenKind.Variable, at, end);
      at = end;
    } else if (char === 0x27) {
      const end = singleQuotedEnd(code, at, limit);
      tokens.add(TokenKind.SingleQuoted, at, end);
      at = end;
    } else if (char === 0x22 || char === 0x60) {
      const { end, interpolates } = quotedEnd(code, at, limit);
      const kind = char === 0x60 ? TokenKind.Backtick : interpolates ? TokenKind.Template : TokenKind.DoubleQuoted;
      tokens.add(kind, at, end);
      at = end;
    } else if (isDigit(char) || (char === 0x2e && isDigit(code.charCodeAt(at + 1)))) {
      const end = numberEnd(code, at);
      tokens.add(TokenKind.Number, at, end);
      at = end;
    } else if (char === 0x2f && code.charCodeAt(at + 1) === 0x2a) {
      const close = code.indexOf('*/', at + 2);
      at = close === -1 ? limit : close + 2;
    } else if ((char === 0x2f && code.charCodeAt(at + 1) === 0x2f) || isHashComment(code, at, char)) {
      at = lineCommentEnd(code, at, limit);
    } else if (char === 0x3f && code.charCodeAt(at + 1) === 0x3e) {
      return closeTag(code, at, at + 2, tokens);
    } else if (inScript && char === 0x3c && /^<\/script\s*>/i.test(code.slice(at, at + 20))) {
      return closeTag(code, at, code.indexOf('>', at) + 1, tokens);
    } else if (char === 0x3c && code.startsWith('<<<', at) && looksLikeHeredoc(code, at)) {
      at = lexHeredoc(code, at, tokens);
    } else {
      at = lexOperator(code, at, char, tokens);
    }
  }
  return limit;
}

function qualifiedNameEnd(code: string, from: number): number {
  let end = code.charCodeAt(from) === 0x5c ? from + 1 : from;
  end = skipName(code, end);
  while (code.charCodeAt(end) === 0x5c && isNameStart(code.charCodeAt(end + 1))) end = skipName(code, end + 1);
  return end;
}

function numberEnd(code: string, at: number): number {
  NUMBER.lastIndex = at;
  return NUMBER.test(code) ? NUMBER.lastIndex : at + 1;
}

/** `#` starts a comment, `#[` an attribute (PHP 8). */
function isHashComment(code: string, at: number, char: number): boolean {
  return char === 0x23 && code.charCodeAt(at + 1) !== 0x5b;
}

/** A comment of one line ends at the line's end or before a closing tag. */
function lineCommentEnd(code: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    const char = code.charCodeAt(at);
    if (char === 0x0a || char === 0x0d) return at;
    if (char === 0x3f && code.charCodeAt(at + 1) === 0x3e) return at;
  }
  return limit;
}

/** One line break directly behind a closing tag belongs to the tag. */
function closeTag(code: string, start: number, end: number, tokens: TokenList): number {
  tokens.add(TokenKind.CloseTag, start, end);
  if (code.startsWith('\r\n', end)) return end + 2;
  return code.charCodeAt(end) === 0x0a ? end + 1 : end;
}

function lexHeredoc(code: string, at: number, tokens: TokenList): number {
  const heredoc = readHeredoc(code, at);
  if (!heredoc) return lexOperator(code, at, 0x3c, tokens);
  tokens.add(heredoc.nowdoc ? TokenKind.Nowdoc : TokenKind.Heredoc, at, heredoc.end);
  return heredoc.end;
}

function lexOperator(code: string, at: number, char: number, tokens: TokenList): number {
  const lone = char < LONE_OPERATORS.length ? LONE_OPERATORS[char]! : NO_OPERATOR;
  if (lone !== NO_OPERATOR) {
    tokens.add(TokenKind.Operator, at, at + 1, lone);
    return at + 1;
  }
  for (const { text, index } of OPERATORS_BY_INITIAL[char] ?? []) {
    if (text.length > 1 && !code.startsWith(text, at)) continue;
    tokens.add(TokenKind.Operator, at, at + text.length, index);
    return at + text.length;
  }
  return at + 1;
}

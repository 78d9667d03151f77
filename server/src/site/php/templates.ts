import type { Expression } from './ast';
import { isNameStart, skipName } from './characters';
import { bracedEnd, startsInterpolation } from './lexStrings';
import { doubleQuotedValue } from './stringValue';

/** Parses the expression in `{$…}`; given by the parser, which this file does not import. */
export type ParseRange = (start: number, end: number) => Expression;

const MEMBER = /(?:\?->|->)([A-Za-z_\x80-\uffff][\w\x80-\uffff]*)/y;
const SUBSCRIPT = /\[(?:(-?\d+)|\$([A-Za-z_]\w*)|'?([A-Za-z_][\w]*)'?)\]/y;

/** Splits the text between `start` and `end` (quotes excluded) into its literal and interpolated parts. */
export function templateParts(text: string, start: number, end: number, parseRange: ParseRange): Expression[] {
  const parts: Expression[] = [];
  let literalStart = start;
  const flush = (to: number): void => {
    if (to <= literalStart) return;
    const value = doubleQuotedValue(text.slice(literalStart, to));
    parts.push({ kind: 'literal', value, start: literalStart, end: to });
  };
  for (let at = start; at < end; at++) {
    const char = text[at];
    if (char === '\\') {
      at++;
    } else if (char === '{' && text[at + 1] === '$') {
      flush(at);
      const close = Math.min(end, bracedEnd(text, at, end, 0));
      parts.push(parseRange(at + 1, Math.max(at + 1, close - 1)));
      literalStart = close;
      at = close - 1;
    } else if (char === '$' && startsInterpolation(text.charCodeAt(at + 1))) {
      flush(at);
      const part = text[at + 1] === '{' ? bracedName(text, at, end, parseRange) : simple(text, at, end);
      parts.push(part);
      literalStart = part.end;
      at = part.end - 1;
    }
  }
  flush(end);
  return parts;
}

/** `${name}` and `${expression}`. */
function bracedName(text: string, at: number, end: number, parseRange: ParseRange): Expression {
  const close = Math.min(end, bracedEnd(text, at + 1, end, 0));
  const inner = text.slice(at + 2, Math.max(at + 2, close - 1));
  const name = /^\s*(\w+)\s*$/.exec(inner)?.[1] ?? parseRange(at + 2, Math.max(at + 2, close - 1));
  return { kind: 'variable', name, start: at, end: Math.max(close, at + 2) };
}

/** `$name`, `$name[key]`, `$name->member`. */
function simple(text: string, at: number, end: number): Expression {
  const nameEnd = Math.min(end, isNameStart(text.charCodeAt(at + 1)) ? skipName(text, at + 1) : at + 1);
  const variable: Expression = { kind: 'variable', name: text.slice(at + 1, nameEnd), start: at, end: nameEnd };
  MEMBER.lastIndex = nameEnd;
  const member = MEMBER.exec(text);
  if (member && MEMBER.lastIndex <= end) {
    return { kind: 'property', base: variable, name: member[1]!, start: at, end: MEMBER.lastIndex };
  }
  SUBSCRIPT.lastIndex = nameEnd;
  const subscript = SUBSCRIPT.exec(text);
  if (!subscript || SUBSCRIPT.lastIndex > end) return variable;
  const [, digits, name, key] = subscript;
  const index: Expression = name
    ? { kind: 'variable', name, start: nameEnd + 1, end: SUBSCRIPT.lastIndex - 1 }
    : { kind: 'literal', value: digits ? Number(digits) : key!, start: nameEnd + 1, end: SUBSCRIPT.lastIndex - 1 };
  return { kind: 'index', base: variable, index, start: at, end: SUBSCRIPT.lastIndex };
}

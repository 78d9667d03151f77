/** What a token of a script is. */
export const TokenKind = {
  Name: 1,
  Number: 2,
  /** A quoted text, or a template without `${…}`. */
  Text: 3,
  /** A template with parts that only the running program knows. */
  Template: 4,
  /** A regular expression. */
  Expression: 5,
  Sign: 6,
} as const;

export type TokenKind = (typeof TokenKind)[keyof typeof TokenKind];

/** Signs of several characters, the longest first; all others are one character. ECMA-262, section 12.8. */
const LONG_SIGNS =
  /\.\.\.|===|!==|>>>=?|<<=|>>=|\*\*=?|&&=?|\|\|=?|\?\?=?|=>|==|!=|<=|>=|<<|>>|\+\+|--|\+=|-=|\*=|\/=|%=|&=|\|=|\^=|\?\.(?!\d)/y;
const NUMBER =
  /0[xX][\da-fA-F_]+n?|0[oO]?[0-7_]+(?![.\d])n?|0[bB][01_]+n?|(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?n?/y;
const NAME = /(?:[\w$\u0080-\uffff]|\\u[\da-fA-F]{4}|\\u\{[\da-fA-F]{1,6}\})+/y;
/** After these words a slash begins a regular expression; after other words it divides. */
const BEFORE_EXPRESSION = /^(?:return|typeof|case|in|of|delete|void|throw|new|else|do|instanceof)$/;
const CLOSERS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** The tokens of a script, in columns. Comments and blanks are none. */
export class ScriptTokens {
  readonly kinds: TokenKind[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** For a bracket the index of its partner, for all other tokens and for lonely brackets -1. */
  readonly partners: number[] = [];
  private readonly open: number[] = [];

  constructor(readonly code: string) {}

  get length(): number {
    return this.kinds.length;
  }

  text(index: number): string {
    return this.code.slice(this.starts[index], this.ends[index]);
  }

  /** Whether the token is this sign or word. */
  is(index: number, sign: string): boolean {
    const start = this.starts[index];
    return start !== undefined && this.ends[index] === start + sign.length && this.code.startsWith(sign, start);
  }

  add(kind: TokenKind, start: number, end: number): void {
    const index = this.kinds.length;
    this.kinds.push(kind);
    this.starts.push(start);
    this.ends.push(end);
    this.partners.push(-1);
    if (kind !== TokenKind.Sign || end !== start + 1) return;
    const sign = this.code[start]!;
    if (sign === '(' || sign === '[' || sign === '{') this.open.push(index);
    const opener = CLOSERS[sign];
    if (opener === undefined) return;
    const partner = this.open.at(-1);
    if (partner === undefined || !this.is(partner, opener)) return;
    this.open.pop();
    this.partners[partner] = index;
    this.partners[index] = partner;
  }
}

/**
 * Splits JavaScript of any version, minified or broken, into tokens: one pass, linear time, never throws.
 * @param most tokens; what lies behind them is left out.
 */
export function readTokens(code: string, most: number): ScriptTokens {
  const tokens = new ScriptTokens(code);
  let at = 0;
  let mistakes = 0;
  while (at < code.length && tokens.length < most) {
    const char = code.charCodeAt(at);
    if (char <= 0x20 || char === 0xa0 || char === 0xfeff || char === 0x2028 || char === 0x2029) {
      at++;
    } else if (char === 0x22 || char === 0x27) {
      const end = quotedEnd(code, at, char);
      tokens.add(TokenKind.Text, at, end);
      at = end;
    } else if (char === 0x60) {
      const { end, hasParts } = templateEnd(code, at);
      tokens.add(hasParts ? TokenKind.Template : TokenKind.Text, at, end);
      at = end;
    } else if (isDigit(char) || (char === 0x2e && isDigit(code.charCodeAt(at + 1)))) {
      at = addMatch(tokens, TokenKind.Number, NUMBER, at);
    } else if (isNamePart(char)) {
      at = addMatch(tokens, TokenKind.Name, NAME, at);
    } else if (char === 0x2f && code.charCodeAt(at + 1) === 0x2f) {
      at = endOf(code, '\n', at);
    } else if (char === 0x2f && code.charCodeAt(at + 1) === 0x2a) {
      at = endOf(code, '*/', at + 2);
    } else if (char === 0x3c && code.startsWith('<!--', at)) {
      at = endOf(code, '\n', at);
    } else if (char === 0x2f && mistakes < MOST_MISTAKES && mayBeginExpression(tokens)) {
      const end = expressionEnd(code, at);
      if (end === undefined) mistakes++;
      tokens.add(end === undefined ? TokenKind.Sign : TokenKind.Expression, at, end ?? at + 1);
      at = end ?? at + 1;
    } else {
      at = addMatch(tokens, TokenKind.Sign, LONG_SIGNS, at);
    }
  }
  return tokens;
}

/** So many times a slash may turn out not to begin a regular expression; each costs a look to the end of the line. */
const MOST_MISTAKES = 20;

function addMatch(tokens: ScriptTokens, kind: TokenKind, pattern: RegExp, at: number): number {
  pattern.lastIndex = at;
  const end = pattern.test(tokens.code) ? pattern.lastIndex : at + 1;
  tokens.add(kind, at, end);
  return end;
}

function mayBeginExpression(tokens: ScriptTokens): boolean {
  const last = tokens.length - 1;
  const kind = tokens.kinds[last];
  if (kind === undefined) return true;
  if (kind === TokenKind.Name) return BEFORE_EXPRESSION.test(tokens.text(last));
  return kind === TokenKind.Sign && !tokens.is(last, ')') && !tokens.is(last, ']') && !tokens.is(last, '}');
}

function quotedEnd(code: string, start: number, quote: number): number {
  for (let at = start + 1; at < code.length; at++) {
    const char = code.charCodeAt(at);
    if (char === quote) return at + 1;
    if (char === 0x5c) at++;
    else if (char === 0x0a) return at;
  }
  return code.length;
}

/** Where a template ends; one within `${…}` of another belongs to it. */
function templateEnd(code: string, start: number): { end: number; hasParts: boolean } {
  let hasParts = false;
  // Braces open in each `${…}` that we are in; a template within one begins a new list.
  const braces: number[] = [];
  let inText = true;
  for (let at = start + 1; at < code.length; at++) {
    const char = code.charCodeAt(at);
    if (char === 0x5c) {
      at++;
    } else if (char === 0x60) {
      if (inText && braces.length === 0) return { end: at + 1, hasParts };
      inText = !inText;
    } else if (inText && char === 0x24 && code.charCodeAt(at + 1) === 0x7b) {
      hasParts = true;
      inText = false;
      braces.push(0);
      at++;
    } else if (!inText && char === 0x7b) {
      braces[braces.length - 1]! += 1;
    } else if (!inText && char === 0x7d) {
      if (braces.at(-1) === 0) {
        braces.pop();
        inText = true;
      } else {
        braces[braces.length - 1]! -= 1;
      }
    }
  }
  return { end: code.length, hasParts };
}

function expressionEnd(code: string, start: number): number | undefined {
  let inClass = false;
  for (let at = start + 1; at < code.length; at++) {
    const char = code.charCodeAt(at);
    if (char === 0x0a || char === 0x0d) return undefined;
    if (char === 0x5c) at++;
    else if (char === 0x5b) inClass = true;
    else if (char === 0x5d) inClass = false;
    else if (char === 0x2f && !inClass) {
      let end = at + 1;
      while (isNamePart(code.charCodeAt(end))) end++;
      return end;
    }
  }
  return undefined;
}

function endOf(code: string, end: string, from: number): number {
  const at = code.indexOf(end, from);
  return at < 0 ? code.length : at + end.length;
}

function isDigit(char: number): boolean {
  return char >= 0x30 && char <= 0x39;
}

function isNamePart(char: number): boolean {
  return (
    (char >= 0x61 && char <= 0x7a) ||
    (char >= 0x41 && char <= 0x5a) ||
    isDigit(char) ||
    char === 0x5f ||
    char === 0x24 ||
    char === 0x5c ||
    char > 0x7f
  );
}

import { names } from './nameList';

/** What a token is. Comments, white space and attributes' `#` lines are no tokens. */
export const TokenKind = {
  /** Behind the last token; `at` it the parser stops. */
  End: 0,
  /** Text outside the tags. */
  Html: 1,
  /** `<?=`, which prints the expression behind it. */
  OpenEcho: 2,
  /** A closing tag, which also ends a statement. */
  CloseTag: 3,
  /** `$name`. */
  Variable: 4,
  /** A keyword or a name, qualified ones in one piece: `\App\Mail`. */
  Name: 5,
  Number: 6,
  SingleQuoted: 7,
  /** Double quotes with nothing to interpolate. */
  DoubleQuoted: 8,
  /** Double quotes with `$name`, `{$…}` or `${…}` in them. */
  Template: 9,
  /** Also its start label and end label; with or without interpolation. */
  Heredoc: 10,
  Nowdoc: 11,
  Backtick: 12,
  Operator: 13,
} as const;

/** Operators and punctuation, the longest first within one initial. The index is what `TokenList.detail` holds. */
export const OPERATORS: readonly string[] = names(`
  === == => = !== != ! <=> <<= << <= <> < >>= >> >= > += ++ + -= -- -> - **= ** *= * /= / %= % ... .= .
  && &= & || |= | ^= ^ ~ ??= ?? ?-> ? :: : , ; ( ) [ ] { } @ $ #[ \\ \`
`);

/** Operators by the code of their first character. */
export const OPERATORS_BY_INITIAL: readonly (readonly { text: string; index: number }[] | undefined)[] = (() => {
  const table: { text: string; index: number }[][] = [];
  OPERATORS.forEach((text, index) => {
    (table[text.charCodeAt(0)] ??= []).push({ text, index });
  });
  return table;
})();

/** What `LONE_OPERATORS` has where there is none. */
export const NO_OPERATOR = 255;

/** Index in `OPERATORS` by the code of a character that no longer operator begins with, as brackets and commas: most of all. */
export const LONE_OPERATORS: Uint8Array = (() => {
  const table = new Uint8Array(128).fill(NO_OPERATOR);
  OPERATORS_BY_INITIAL.forEach((operators, code) => {
    const [only, ...others] = operators ?? [];
    if (only && others.length === 0 && only.text.length === 1) table[code] = only.index;
  });
  return table;
})();

/**
 * The tokens of one text in parallel arrays, so that a file of 100,000 tokens costs no objects.
 * Growing doubles the arrays.
 */
export class TokenList {
  /** How many tokens there are; `kinds[count]` is always `TokenKind.End`. */
  count = 0;
  kinds: Uint8Array;
  starts: Uint32Array;
  ends: Uint32Array;
  /** For operators the index in `OPERATORS`, otherwise 0. */
  details: Uint8Array;

  /** @param room tokens that there is room for before the arrays grow. */
  constructor(room: number) {
    this.kinds = new Uint8Array(room);
    this.starts = new Uint32Array(room);
    this.ends = new Uint32Array(room);
    this.details = new Uint8Array(room);
  }

  add(kind: number, start: number, end: number, detail = 0): void {
    if (this.count + 1 >= this.kinds.length) this.grow();
    this.kinds[this.count] = kind;
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.details[this.count] = detail;
    this.count++;
  }

  private grow(): void {
    const size = this.kinds.length * 2;
    this.kinds = enlarged(this.kinds, new Uint8Array(size));
    this.details = enlarged(this.details, new Uint8Array(size));
    this.starts = enlarged(this.starts, new Uint32Array(size));
    this.ends = enlarged(this.ends, new Uint32Array(size));
  }
}

function enlarged<T extends Uint8Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

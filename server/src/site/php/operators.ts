import { names } from './nameList';
/** Binding power of binary operators, higher binds tighter (PHP manual, "Operator Precedence", PHP 8). */
export const BINARY_POWER: Readonly<Record<string, number>> = {
  or: 1,
  xor: 2,
  and: 3,
  '=': 5,
  '?': 6,
  '??': 7,
  '||': 8,
  '&&': 9,
  '|': 10,
  '^': 11,
  '&': 12,
  '==': 13,
  '!=': 13,
  '===': 13,
  '!==': 13,
  '<>': 13,
  '<=>': 13,
  '<': 14,
  '<=': 14,
  '>': 14,
  '>=': 14,
  '.': 15,
  '<<': 16,
  '>>': 16,
  '+': 17,
  '-': 17,
  '*': 18,
  '/': 18,
  '%': 18,
  instanceof: 20,
  '**': 22,
};

/** Binding power of the operand of a prefix operator. */
export const PREFIX_POWER: Readonly<Record<string, number>> = {
  print: 5,
  '&': 19,
  '!': 19,
  '+': 21,
  '-': 21,
  '~': 21,
  '@': 21,
  '++': 21,
  '--': 21,
};

/** Operators that are words. */
export const WORD_OPERATORS: Readonly<Record<string, string | undefined>> = Object.assign(Object.create(null), {
  and: 'and',
  or: 'or',
  xor: 'xor',
  instanceof: 'instanceof',
});

export const ASSIGNMENTS: ReadonlySet<string> = new Set(
  names(`
    = += -= *= /= .= %= **= ??= &= |= ^= <<= >>=
  `),
);

/** What may stand in a cast's parentheses. */
export const CASTS: ReadonlySet<string> = new Set(
  names(`
    int integer bool boolean float double real string binary array object unset
  `),
);

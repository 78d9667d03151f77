import type { FunctionNode } from './ast';

/** Where a value comes from; several may hold at once. */
export const Flag = {
  /** Some part of it was sent by the client: a superglobal, `php://input`, a header. */
  Request: 1,
  /** The client chooses it from the first character on, not only what stands behind a fixed beginning. */
  Whole: 2,
  /** The client's, but it went through a function that is not in this file and may have cleaned it. */
  MaybeRequest: 4,
  /** Fetched from another machine. */
  Remote: 8,
  /** Came out of a decoder such as `base64_decode` or `gzinflate`. */
  Decoded: 16,
  /** Read from a file on the server. */
  File: 32,
  /** An uploaded file's place on the server. */
  Upload: 64,
  /** Put together character by character from what folding does not know. */
  Built: 128,
  /** A constant that was not written down but put together, so that a search for it finds nothing. */
  Computed: 256,
  /** A list that was cut out of the client's text. */
  Split: 512,
  /** A checksum of the client's data, as password checks make it. */
  Digest: 1024,
  /** Kept in the session. */
  Session: 2048,
  /** The time or a time stamp. */
  Time: 4096,
  /** The page that the client says it came from. */
  Referrer: 8192,
  /** A variable that nothing in the file sets: with `register_globals` (up to PHP 5.3) the client does. */
  Unset: 16384,
  /** What the client's browser calls itself. */
  Agent: 32768,
} as const;

export type Scalar = string | number | boolean | null;

/** What the analysis knows of a value: its constant as far as folding goes, and its origins. */
export interface Value {
  readonly flags: number;
  /** `undefined`: not known. */
  readonly constant?: Scalar;
  /** Elements by key, for arrays whose elements are known. */
  readonly items?: ReadonlyMap<string, Value>;
  /** The known end of a text whose beginning is not known. */
  readonly suffix?: string;
  /** The known beginning of a text whose end is not known. */
  readonly prefix?: string;
  /** Lower-case class of an object, or one of the marks in `Mark`. */
  readonly className?: string;
  readonly closure?: FunctionNode;
}

/** `Value.className` of what is no object: superglobals whose elements differ, and open files. */
export const Mark = {
  Files: '$files',
  Server: '$server',
  Globals: '$globals',
  Session: '$session',
  Handle: '$handle',
  Socket: '$socket',
  Functions: '$functions',
} as const;

export const UNKNOWN: Value = { flags: 0 };

/** The origins that make a value worth following into a function. */
export const TAINT =
  Flag.Request |
  Flag.MaybeRequest |
  Flag.Remote |
  Flag.Decoded |
  Flag.File |
  Flag.Upload |
  Flag.Built |
  Flag.Split |
  Flag.Unset;

export function constant(value: Scalar, flags = 0): Value {
  return { flags, constant: value };
}

export function flagged(flags: number): Value {
  return flags === 0 ? UNKNOWN : { flags };
}

/** The value after either of two ways was taken. */
export function join(a: Value, b: Value): Value {
  if (isSame(a, b)) return a;
  // Member by member: this runs for every assignment in a branch, and copies with spreads take several times as long.
  const joined: Writable<Value> = { flags: a.flags | b.flags };
  if (a.constant !== undefined && a.constant === b.constant) joined.constant = a.constant;
  const items = a.items && b.items ? joinItems(a.items, b.items) : (a.items ?? b.items);
  if (items) joined.items = items;
  if (a.suffix !== undefined && a.suffix === b.suffix) joined.suffix = a.suffix;
  if (a.prefix !== undefined && a.prefix === b.prefix) joined.prefix = a.prefix;
  const className = a.className ?? b.className;
  if (className) joined.className = className;
  const closure = a.closure ?? b.closure;
  if (closure) joined.closure = closure;
  return joined;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Whether two values tell the same. */
export function isSame(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.flags !== b.flags || a.constant !== b.constant || a.items !== b.items || a.className !== b.className) {
    return false;
  }
  return a.suffix === b.suffix && a.prefix === b.prefix && a.closure === b.closure;
}

/** Element-wise, but only for small arrays: the larger one is kept as it is. */
function joinItems(a: ReadonlyMap<string, Value>, b: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  if (a === b) return a;
  if (a.size + b.size > 64) return a.size >= b.size ? a : b;
  const items = new Map(a);
  for (const [key, value] of b) items.set(key, items.has(key) ? join(items.get(key)!, value) : value);
  return items;
}

/** The constant as PHP turns it into text, `undefined` when it is not known. */
export function textOf(value: Value | undefined): string | undefined {
  const known = value?.constant;
  if (known === undefined) return undefined;
  if (known === null || known === false) return '';
  return known === true ? '1' : String(known);
}

/** The constant as PHP turns it into a number, `undefined` when it is not known. */
export function numberOf(value: Value | undefined): number | undefined {
  const known = value?.constant;
  if (known === undefined) return undefined;
  if (typeof known === 'number') return known;
  if (known === null || known === false) return 0;
  return known === true ? 1 : Number.parseFloat(known) || 0;
}

/** The constant as PHP turns it into a truth value, `undefined` when it is not known. */
export function truthOf(value: Value): boolean | undefined {
  const known = value.constant;
  if (known === undefined) return value.items ? value.items.size > 0 || undefined : undefined;
  return known !== null && known !== false && known !== 0 && known !== '' && known !== '0';
}

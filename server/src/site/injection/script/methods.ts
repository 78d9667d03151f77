import { fromCharacterCodes, mapText } from './decoders';
import {
  Flag,
  flagsOf,
  flagsOfAll,
  list,
  number,
  numbersOf,
  partlyText,
  text,
  textOf,
  UNKNOWN,
  type Value,
} from './value';

/** A method of texts and lists; `undefined` when it is not one of theirs. */
type Method = (self: Value, args: readonly Value[]) => Value | undefined;

/** Longer texts are not cut into pieces: one letter would become a hundred bytes. */
const LONGEST_SPLIT = 200_000;
const MOST_REPEATS = 10_000;
/** A text out of which so many pieces are taken was written with rubbish between its letters. */
const MANY_REPLACED = 4;
/** Expressions that match one character or a fixed text; others of a stranger could take for ever. */
const SIMPLE_EXPRESSION =
  /^\/((?:[\w\s@#%&~`'"<>:;,=!/-]|\\[^\w]|\\[dDwWsSnrt]){1,40}|\[(?:[^\]\\]|\\.){1,60}\])\+?\/([gi]*)$/;

/** Methods that make texts out of texts and lists, as far as hiding uses them. */
const METHODS: Readonly<Record<string, Method>> = {
  split: ({ text: plain, flags }, [separator]) => {
    const pattern = patternOf(separator);
    if (plain === undefined || plain.length > LONGEST_SPLIT || pattern === undefined) return undefined;
    return list(
      plain.split(pattern).map((one) => text(one)),
      flags,
    );
  },
  reverse: ({ items, flags }) => items && list(items.toReversed(), flags | Flag.Hidden),
  join: ({ items, each, flags }, [separator]) => {
    const between = separator === undefined ? ',' : textOf(separator);
    const parts = each?.map(String) ?? items?.map(partlyText);
    return parts && between !== undefined ? text(parts.join(between), flags | flagsOfAll(items ?? [])) : undefined;
  },
  replace,
  replaceAll: replace,
  concat: (self, args) => {
    if (self.items !== undefined) {
      return list([...self.items, ...args.flatMap((one) => one.items ?? [one])], self.flags);
    }
    if (self.text === undefined) return undefined;
    return text(self.text + args.map(partlyText).join(''), flagsOf(self) | flagsOfAll(args));
  },
  slice: (self, args) => stretch(self, args, (all, from, to) => all.slice(from, to)),
  substring: (self, args) =>
    stretch(self, args, (all, from, to) => (typeof all === 'string' ? all.substring(from ?? 0, to) : all)),
  substr: (self, [from, size]) => {
    if (self.text !== undefined && from?.counter !== undefined && size?.number !== undefined) {
      return pieces(self.text, from.counter.step, size.number);
    }
    if (self.text === undefined || from?.number === undefined) return undefined;
    const start = from.number < 0 ? Math.max(0, self.text.length + from.number) : from.number;
    return text(self.text.slice(start, size?.number === undefined ? undefined : start + size.number), flagsOf(self));
  },
  charAt: (self, [index]) => itemOf(self, index ?? number(0)),
  at: (self, [index]) => itemOf(self, index ?? number(0)),
  charCodeAt,
  codePointAt: charCodeAt,
  toString: (self: Value, [radix]: readonly Value[]): Value | undefined => {
    if (self.number === undefined || radix?.number === undefined) return textOf(self) === undefined ? undefined : self;
    const isRadix = radix.number >= 2 && radix.number <= 36;
    return isRadix ? text(self.number.toString(radix.number), flagsOf(self) | Flag.Hidden) : undefined;
  },
  toLowerCase: (self) => (self.text === undefined ? undefined : mapText(self, (plain) => plain.toLowerCase(), 0)),
  toUpperCase: (self) => (self.text === undefined ? undefined : mapText(self, (plain) => plain.toUpperCase(), 0)),
  trim: (self) => (self.text === undefined ? undefined : mapText(self, (plain) => plain.trim(), 0)),
  repeat: ({ text: plain, flags }, [times]) =>
    plain !== undefined && times?.number !== undefined && times.number <= MOST_REPEATS && times.number >= 0
      ? text(plain.repeat(times.number), flags)
      : undefined,
  // `new TextDecoder().decode(bytes)` knows no other argument than bytes.
  decode: (_, [bytes]) => (numbersOf(bytes) === undefined ? undefined : fromCharacterCodes([bytes!])),
};

/** What a method gives; `undefined` when it is none of texts and lists, or nothing is known. */
export function callMethod(name: string, self: Value, args: readonly Value[]): Value | undefined {
  return Object.hasOwn(METHODS, name) ? METHODS[name]!(self, args) : undefined;
}

/** The item of a list or character of a text at an index; every one of them when the index counts a loop. */
export function itemOf(self: Value, index: Value): Value | undefined {
  const all = self.items ?? self.text;
  if (all === undefined) return self.properties?.get(textOf(index) ?? '');
  if (index.counter !== undefined) {
    const { step, offset } = index.counter;
    if (typeof all === 'string') return { ...pieces(all.slice(offset), step, 1), flags: flagsOf(self) };
    const each = all.filter((_, at) => at >= offset && (at - offset) % step === 0).map((one) => one.number ?? one.text);
    return each.every((one) => one !== undefined) ? { flags: flagsOf(self), each } : UNKNOWN;
  }
  if (index.each !== undefined) {
    const each = index.each.map((at) => {
      const found = all[Number(at)];
      return typeof found === 'string' ? found : (found?.text ?? found?.number);
    });
    return each.every((one) => one !== undefined) ? { flags: flagsOf(self), each } : UNKNOWN;
  }
  const at = index.number ?? (/^\d{1,6}$/.test(index.text ?? '') ? Number(index.text) : undefined);
  if (at === undefined) return undefined;
  const found = all[at < 0 ? all.length + at : at];
  return typeof found === 'string'
    ? text(found, flagsOf(self))
    : found && { ...found, flags: found.flags | flagsOf(self) };
}

/** A text cut into pieces, as a loop with this step sees them. */
function pieces(all: string, step: number, size: number): Value {
  if (step < 1 || size < 1) return UNKNOWN;
  const each: string[] = [];
  for (let at = 0; at < all.length; at += step) each.push(all.slice(at, at + size));
  return { flags: 0, each };
}

function stretch(
  self: Value,
  [from, to]: readonly Value[],
  cut: (all: string | readonly Value[], from?: number, to?: number) => string | readonly Value[],
): Value | undefined {
  if (self.text !== undefined && from?.counter !== undefined && to?.counter !== undefined) {
    return pieces(self.text, from.counter.step, to.counter.offset - from.counter.offset);
  }
  const all = self.text ?? self.items;
  if (all === undefined || (from !== undefined && from.number === undefined)) return undefined;
  if (to !== undefined && to.number === undefined) return undefined;
  const result = cut(all, from?.number, to?.number);
  return typeof result === 'string' ? text(result, flagsOf(self)) : list(result, flagsOf(self));
}

function charCodeAt(self: Value, [index]: readonly Value[]): Value | undefined {
  const found = itemOf(self, index ?? number(0));
  if (found?.each !== undefined) return { ...found, each: found.each.map((one) => String(one).charCodeAt(0)) };
  return found?.text === undefined ? undefined : number(found.text.charCodeAt(0), found.flags);
}

function replace(self: Value, [wanted, instead]: readonly Value[]): Value | undefined {
  const pattern = patternOf(wanted);
  const by = textOf(instead);
  if (self.text === undefined || pattern === undefined || by === undefined) return undefined;
  let count = 0;
  const replaced = self.text.replace(pattern, () => {
    count++;
    return by;
  });
  return text(replaced, flagsOf(self) | (count >= MANY_REPLACED && by.length < 2 ? Flag.Hidden : 0));
}

/** What to look for: a fixed text, or a regular expression simple enough that it can't take long. */
function patternOf(value: Value | undefined): string | RegExp | undefined {
  const plain = value?.text;
  if (value?.path !== 'RegExp' || plain === undefined) return plain;
  const [, body, flags = ''] = SIMPLE_EXPRESSION.exec(plain) ?? [];
  if (body === undefined) return undefined;
  try {
    return new RegExp(body, flags);
  } catch {
    return undefined;
  }
}

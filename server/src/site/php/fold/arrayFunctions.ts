import { constant, flagged, numberOf, textOf, type Scalar, type Value } from '../value';

/** Most elements that folding puts into one array. */
const MAX_ITEMS = 20_000;

/** An array value of these elements, keyed 0, 1, 2 …; its origins are those of its elements. */
export function listValue(values: readonly Value[], flags = 0): Value {
  let all = flags;
  const items = new Map<string, Value>();
  values.forEach((value, index) => {
    items.set(String(index), value);
    all |= value.flags;
  });
  return { flags: all, items };
}

function listOf(texts: readonly Scalar[], flags: number): Value | undefined {
  if (texts.length > MAX_ITEMS) return undefined;
  return listValue(texts.map((text) => constant(text, flags)));
}

type ArrayFold = (args: readonly Value[]) => Value | undefined;

function implode(args: readonly Value[]): Value | undefined {
  const items = args[0]?.items ?? args[1]?.items;
  const glue = args[0]?.items ? (args.length > 1 ? textOf(args[1]) : '') : textOf(args[0]);
  if (!items || glue === undefined) return undefined;
  const texts: string[] = [];
  let flags = 0;
  for (const item of items.values()) {
    const text = textOf(item);
    if (text === undefined) return undefined;
    texts.push(text);
    flags |= item.flags;
  }
  return constant(texts.join(glue), flags);
}

function explode(args: readonly Value[]): Value | undefined {
  const glue = textOf(args[0]);
  const text = textOf(args[1]);
  if (!glue || text === undefined || args.length > 2) return undefined;
  return listOf(text.split(glue), args[1]!.flags);
}

function split(args: readonly Value[]): Value | undefined {
  const text = textOf(args[0]);
  const size = args.length > 1 ? numberOf(args[1]) : 1;
  if (text === undefined || !size || size < 1 || text.length / size > MAX_ITEMS) return undefined;
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += size) parts.push(text.slice(at, at + size));
  return listOf(parts, args[0]!.flags);
}

function range(args: readonly Value[]): Value | undefined {
  const [from, to] = [textOf(args[0]), textOf(args[1])];
  if (from === undefined || to === undefined || args.length > 2) return undefined;
  const letters = /^[^\d\s]$/.test(from) && /^[^\d\s]$/.test(to);
  const [first, last] = letters
    ? [from.charCodeAt(0), to.charCodeAt(0)]
    : [Number.parseInt(from, 10), Number.parseInt(to, 10)];
  if (!(Math.abs(last - first) <= 1024)) return undefined;
  const step = last >= first ? 1 : -1;
  const codes = Array.from({ length: Math.abs(last - first) + 1 }, (_, index) => first + index * step);
  return listOf(letters ? codes.map((code) => String.fromCharCode(code)) : codes, 0);
}

/** Applies to an array whose order changes only. */
function reorder(change: (values: Value[]) => Value[]): ArrayFold {
  return ([list]) => (list?.items ? listValue(change([...list.items.values()]), list.flags) : undefined);
}

function slice(args: readonly Value[]): Value | undefined {
  const items = args[0]?.items;
  const offset = numberOf(args[1]);
  const length = args.length > 2 ? numberOf(args[2]) : Number.POSITIVE_INFINITY;
  if (!items || offset === undefined || length === undefined || offset < 0 || length < 0) return undefined;
  return listValue([...items.values()].slice(offset, offset + length), args[0]!.flags);
}

function merge(args: readonly Value[]): Value | undefined {
  if (!args.every((list) => list.items)) return undefined;
  const items = new Map<string, Value>();
  let flags = 0;
  let next = 0;
  for (const list of args) {
    flags |= list.flags;
    for (const [key, value] of list.items!) items.set(/^\d+$/.test(key) ? String(next++) : key, value);
  }
  return { flags, items };
}

function element(pick: (values: Value[]) => Value | undefined): ArrayFold {
  return ([list]) => (list?.items ? pick([...list.items.values()]) : undefined);
}

/** Foldable functions over arrays by name. */
export const ARRAY_FUNCTIONS: Readonly<Record<string, ArrayFold | undefined>> = Object.assign(Object.create(null), {
  implode,
  join: implode,
  explode,
  str_split: split,
  mb_str_split: split,
  range,
  array_reverse: reorder((values) => values.toReversed()),
  array_values: reorder((values) => values),
  array_slice: slice,
  array_merge: merge,
  array_pop: element((values) => values.at(-1)),
  end: element((values) => values.at(-1)),
  array_shift: element((values) => values[0]),
  reset: element((values) => values[0]),
  current: element((values) => values[0]),
  pos: element((values) => values[0]),
  array_combine: ([keys, values]: readonly Value[]) => {
    if (!keys?.items || !values?.items || keys.items.size !== values.items.size) return undefined;
    const list = [...values.items.values()];
    return {
      flags: values.flags,
      items: new Map([...keys.items.values()].map((key, at) => [textOf(key) ?? '', list[at]!])),
    };
  },
  count: ([list]: readonly Value[]) => (list?.items ? constant(list.items.size) : undefined),
  sizeof: ([list]: readonly Value[]) => (list?.items ? constant(list.items.size) : undefined),
  array_diff: ([list, ...others]: readonly Value[]) => {
    if (!list?.items || !others.every((other) => other.items)) return undefined;
    const removed = new Set(others.flatMap((other) => [...other.items!.values()].map(textOf)));
    return { flags: list.flags, items: new Map([...list.items].filter(([, value]) => !removed.has(textOf(value)))) };
  },
  array_flip: ([list]: readonly Value[]) => {
    if (!list?.items) return undefined;
    const items = new Map<string, Value>();
    for (const [key, value] of list.items) items.set(textOf(value) ?? '', constant(key));
    return { flags: list.flags, items };
  },
  array_keys: ([list]: readonly Value[]) =>
    list?.items ? listOf([...list.items.keys()], 0) : list ? flagged(list.flags) : undefined,
});

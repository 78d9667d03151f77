import { constant, numberOf, textOf, type Value } from '../value';
import { giveUp } from './notKnown';

type Items = Map<string, Value>;

/** The key of an array element, as PHP makes it of a value. */
export function keyOf(value: Value): string {
  if (typeof value.constant === 'number') return String(Math.trunc(value.constant));
  return textOf(value) ?? giveUp();
}

/**
 * Variables while code is interpreted. Arrays are written in place as long as only one variable holds them, so that loops that fill
 * one take time linear to their rounds.
 */
export class Memory {
  /** What was set here, by name. */
  readonly variables = new Map<string, Value>();
  private readonly owned = new WeakSet<Items>();
  private readonly nextIndexes = new WeakMap<Items, number>();

  /** @param outside what a variable holds before anything is set; `undefined` when that is not known. */
  constructor(private readonly outside: (name: string) => Value | undefined) {}

  /** The value to keep elsewhere: from now on the array is shared. */
  read(name: string): Value {
    const value = this.peek(name);
    if (value.items) this.owned.delete(value.items as Items);
    return value;
  }

  /** The value to look into. */
  peek(name: string): Value {
    return this.variables.get(name) ?? this.outside(name) ?? giveUp();
  }

  set(name: string, value: Value): void {
    this.variables.set(name, value);
  }

  unset(name: string): void {
    this.variables.set(name, constant(null));
  }

  /** `$name[key][…] = value`; an `undefined` key is that of `[]`. */
  setElement(name: string, keys: readonly (string | undefined)[], value: Value): void {
    this.variables.set(name, this.withElement(this.peek(name), keys, value));
  }

  private withElement(base: Value, [key, ...inner]: readonly (string | undefined)[], value: Value): Value {
    if (typeof base.constant === 'string' && base.constant !== '') {
      return inner.length === 0 ? withCharacter(base, key, value) : giveUp();
    }
    if (!base.items && base.constant !== null && base.constant !== '') giveUp();
    const items = this.writable(base.items);
    const at = key ?? String(this.nextIndex(items));
    const element = inner.length === 0 ? value : this.withElement(items.get(at) ?? constant(null), inner, value);
    this.noteIndex(items, at);
    items.set(at, element);
    return { flags: base.flags | element.flags, items };
  }

  private writable(items: ReadonlyMap<string, Value> | undefined): Items {
    if (items && this.owned.has(items as Items)) return items as Items;
    const copy = new Map(items);
    this.owned.add(copy);
    return copy;
  }

  private nextIndex(items: Items): number {
    let next = this.nextIndexes.get(items);
    if (next === undefined) {
      next = 0;
      for (const key of items.keys()) if (/^\d{1,9}$/.test(key)) next = Math.max(next, Number(key) + 1);
      this.nextIndexes.set(items, next);
    }
    return next;
  }

  private noteIndex(items: Items, key: string): void {
    const next = this.nextIndexes.get(items);
    if (next !== undefined && /^\d{1,9}$/.test(key)) this.nextIndexes.set(items, Math.max(next, Number(key) + 1));
  }
}

/** A text with another character at a place. */
function withCharacter(base: Value, key: string | undefined, value: Value): Value {
  const text = textOf(base)!;
  const put = textOf(value)?.charAt(0);
  const at = numberOf(constant(key ?? null))!;
  if (key === undefined || put === undefined || put === '' || !(at >= 0 && at <= text.length)) giveUp();
  return constant(text.slice(0, at) + put + text.slice(at + 1), base.flags | value.flags);
}

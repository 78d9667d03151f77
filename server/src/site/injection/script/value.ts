import { UNKNOWN_PART } from '../../references/target';

/** Variables of a function or of the whole script, and of what is around it. */
export class Scope {
  /** How many functions are around it. */
  readonly depth: number;
  private readonly variables = new Map<string, Value>();

  constructor(private readonly outer?: Scope) {
    this.depth = outer === undefined ? 0 : outer.depth + 1;
  }

  get(name: string): Value | undefined {
    return this.holderOf(name)?.variables.get(name);
  }

  /** Sets a variable of this very scope. */
  declare(name: string, value: Value): void {
    this.variables.set(name, value);
  }

  /** Sets a variable where it was declared; one that was not is the whole script's. */
  set(name: string, value: Value): void {
    (this.holderOf(name) ?? this.outermost()).variables.set(name, value);
  }

  private outermost(): Scope {
    return this.outer?.outermost() ?? this;
  }

  private holderOf(name: string): Scope | undefined {
    return this.variables.has(name) ? this : this.outer?.holderOf(name);
  }
}

/** What is known about where a value comes from, or what it stands for. */
export const Flag = {
  /** Written so that a reader does not see what it says. */
  Hidden: 1,
  /** What a visitor typed into a field. */
  Typed: 2,
  /** The page that the visitor came from. */
  Referrer: 4,
  /** The visitor's browser. */
  Agent: 8,
  /** What the site remembers of the visitor. */
  Memory: 16,
  /** An answer from a server. */
  Answer: 32,
  ScriptElement: 64,
  FrameElement: 128,
  PictureElement: 256,
  /** `XMLHttpRequest`, `WebSocket` and the like. */
  Connection: 512,
} as const;

/** Texts are followed up to this length; longer ones are data. */
const MAXIMUM_TEXT = 1024 * 1024;
const MAXIMUM_ITEMS = 200_000;

/** A counter of a loop, which takes every value: `i`, or `i + 2` with an offset of 2. */
export interface Counter {
  readonly step: number;
  readonly offset: number;
}

/** A function of the script: the names of its parameters and the tokens of its body, `end` excluded. */
export interface ScriptFunction {
  /** What it sees of the script around it. */
  readonly scope: Scope;
  readonly parameters: readonly string[];
  readonly start: number;
  readonly end: number;
  /** The body is an expression, whose value is the answer. */
  readonly isExpression: boolean;
}

/** What is known of a value without running anything. Whatever is not set is not known. */
export interface Value {
  readonly flags: number;
  /** Parts that only the running program knows are `UNKNOWN_PART`. */
  readonly text?: string;
  readonly number?: number;
  readonly items?: readonly Value[];
  /** What a loop over a list or text sees, one after the other. */
  readonly each?: readonly (number | string)[];
  readonly counter?: Counter;
  readonly function?: ScriptFunction;
  /** What an object holds; all that stand for the same object share it. */
  readonly properties?: Map<string, Value>;
  /** Id of the page's element that it is, or whose style it is. */
  readonly element?: string;
  /** Name of something that the browser provides, e.g. `document.cookie`, without `window.`. */
  readonly path?: string;
}

export const UNKNOWN: Value = { flags: 0 };

/** Flags that go on to what is made of a value. */
const INHERITED = Flag.Hidden | Flag.Typed | Flag.Referrer | Flag.Agent | Flag.Memory | Flag.Answer;

export function text(value: string, flags = 0): Value {
  return value.length > MAXIMUM_TEXT ? { flags } : { text: value, flags };
}

export function number(value: number, flags = 0): Value {
  return Number.isNaN(value) ? { flags } : { number: value, flags };
}

export function list(items: readonly Value[], flags = 0): Value {
  return items.length > MAXIMUM_ITEMS ? { flags } : { items, flags };
}

/** The flags that a value made of these has. */
export function flagsOf(...values: readonly (Value | undefined)[]): number {
  return flagsOfAll(values);
}

/** The same for a list, which may be too long to be arguments. */
export function flagsOfAll(values: readonly (Value | undefined)[]): number {
  return values.reduce((flags, value) => flags | (value?.flags ?? 0), 0) & INHERITED;
}

/** A value as a text, numbers too; `undefined` when nothing of it is known. */
export function textOf(value: Value | undefined): string | undefined {
  if (value === undefined) return undefined;
  return value.text ?? (value.number === undefined ? undefined : String(value.number));
}

/** A value as a text whose unknown parts are marked. */
export function partlyText(value: Value): string {
  return textOf(value) ?? UNKNOWN_PART;
}

/** The numbers of a list, or those that a loop sees; `undefined` when one is not known. */
export function numbersOf(value: Value | undefined): number[] | undefined {
  if (value?.each !== undefined) {
    return value.each.every((one) => typeof one === 'number') ? [...value.each] : undefined;
  }
  const numbers: number[] = [];
  for (const item of value?.items ?? []) {
    if (item.number === undefined) return undefined;
    numbers.push(item.number);
  }
  return value?.items === undefined ? undefined : numbers;
}

/** A list or text as a loop sees it. */
export function eachOf({ text: plain, items, each, flags }: Value): Value {
  if (each !== undefined) return { flags, each };
  const all = plain === undefined ? items?.map((one) => one.text ?? one.number) : plain.split('');
  return all?.every((one) => one !== undefined) ? { flags, each: all } : { flags };
}

/** Whether nothing at all is known of a value. */
export function isUnknown(value: Value): boolean {
  const { text: plain, number: known, items, each, counter, function: code, properties, path } = value;
  return (plain ?? known ?? items ?? each ?? counter ?? code ?? properties ?? path) === undefined;
}

/** How much there is of a value, in characters or items. */
export function sizeOf({ text: plain, items, each }: Value): number {
  return plain?.length ?? items?.length ?? each?.length ?? 0;
}

/** A text as a list of its characters, which scripts count in UTF-16 units. */
export function characters(plain: string): Value[] {
  return plain.split('').map((one) => text(one));
}

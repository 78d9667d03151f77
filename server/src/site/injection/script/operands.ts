import { UNKNOWN_PART } from '../../references/target';
import { browserCall, browserName, browserProperty } from './browser';
import { fromCharacterCodes } from './decoders';
import { deedOfCall } from './deeds';
import { literalValue } from './literal';
import { callMethod, itemOf } from './methods';
import { unary } from './operators';
import { unpacked } from './packer';
import { functionAt } from './structure';
import { TokenKind } from './tokens';
import {
  characters,
  eachOf,
  flagsOf,
  flagsOfAll,
  list,
  number,
  partlyText,
  sizeOf,
  text,
  textOf,
  UNKNOWN,
  type ScriptFunction,
  type Value,
} from './value';
import { ScriptWalk } from './walk';

/** Functions longer than this are gone through once. */
const DECODER_TOKENS = 400;
/** Characters of text that are worked on at the cost of one step. */
const CHARACTERS_PER_STEP = 32;
const MOST_SPREAD = 50_000;
/** Binds closer than every operator between two values. */
const UNARY_PRECEDENCE = 11;

/** Reads what operators stand between: literals, variables, calls, and what is in brackets. */
export abstract class OperandReader extends ScriptWalk {
  /** Reads an expression whose operators bind closer than `least`. */
  protected abstract expression(least: number, end: number): Value;
  protected abstract statement(end: number): void;
  /** Goes through a function with what is known of its arguments, and gives its answer. */
  protected abstract enter(code: ScriptFunction, args: readonly Value[]): Value;

  protected operand(end: number): Value {
    this.reference = {};
    const sign = this.at < end ? this.signAt() : '';
    if (/^(?:[!+\-~]|\+\+|--|\.\.\.|typeof|void|delete|await|yield|async)$/.test(sign)) {
      this.at++;
      const value = this.expression(UNARY_PRECEDENCE, end);
      this.reference = {};
      return sign === 'await' || sign === '...' || sign === 'async' ? value : unary(sign, value);
    }
    const from = this.at;
    const isNew = sign === 'new';
    if (isNew) this.at++;
    return this.chain(this.primary(end), from, end, isNew);
  }

  private primary(end: number): Value {
    const { tokens, at } = this;
    const kind = at < end ? tokens.kinds[at] : undefined;
    if (kind === undefined) return UNKNOWN;
    if (kind === TokenKind.Sign) return this.bracketed(end);
    this.at++;
    if (kind === TokenKind.Text) return this.remember(literalValue(tokens.text(at)), at);
    if (kind === TokenKind.Number) return number(Number(tokens.text(at).replace(/_|n$/g, '')));
    if (kind === TokenKind.Template) return this.template(tokens.text(at));
    if (kind === TokenKind.Expression) return { flags: 0, path: 'RegExp', text: tokens.text(at) };
    const found = functionAt(tokens, at, this.scope);
    if (found) {
      this.spend(found.cost);
      this.at = found.next;
      const value = { flags: 0, function: found.function };
      if (found.name !== undefined) this.scope.declare(found.name, value);
      this.waiting.push(found.function);
      return value;
    }
    const name = tokens.text(at);
    if (tokens.is(at - 1, 'var') || tokens.is(at - 1, 'let') || tokens.is(at - 1, 'const')) {
      this.scope.declare(name, this.scope.get(name)?.counter === undefined ? UNKNOWN : this.scope.get(name)!);
    }
    const value = this.scope.get(name) ?? browserName(name);
    this.reference = { name };
    return value;
  }

  /** What begins with a bracket: a group, a list, an object, a function of one line. */
  private bracketed(end: number): Value {
    const { tokens, at } = this;
    const close = tokens.partners[at] ?? -1;
    const found = functionAt(tokens, at, this.scope);
    if (found) {
      this.spend(found.cost);
      this.at = found.next;
      this.waiting.push(found.function);
      return { flags: 0, function: found.function };
    }
    this.at++;
    if (close <= at || close >= end) return UNKNOWN;
    const sign = tokens.text(at);
    const value =
      sign === '{'
        ? this.object(close)
        : sign === '['
          ? list(this.items(close))
          : (this.items(close).at(-1) ?? UNKNOWN);
    this.at = close + 1;
    this.reference = {};
    return value;
  }

  private items(close: number): Value[] {
    const items: Value[] = [];
    while (this.at < close && this.step()) {
      const before = this.at;
      if (this.tokens.is(this.at, ',')) {
        this.at++;
        continue;
      }
      const isSpread = this.tokens.is(this.at, '...');
      const value = this.expression(0, close);
      if (isSpread) for (const one of spread(value)) items.push(one);
      else items.push(value);
      if (this.at <= before) this.at = before + 1;
    }
    this.at = close + 1;
    return items;
  }

  private object(close: number): Value {
    const { tokens } = this;
    const properties = new Map<string, Value>();
    let flags = 0;
    while (this.at < close && this.step()) {
      const isKey = tokens.is(this.at + 1, ':') && tokens.kinds[this.at] !== TokenKind.Sign;
      if (!isKey) {
        const before = this.at;
        this.statement(close);
        if (this.at <= before) this.at = before + 1;
        continue;
      }
      const key = textOf(tokens.kinds[this.at] === TokenKind.Text ? literalValue(tokens.text(this.at)) : undefined);
      const name = key ?? tokens.text(this.at);
      this.at += 2;
      const value = this.expression(0, close);
      properties.set(name, value);
      flags |= flagsOf(value);
    }
    return { flags, properties };
  }

  /** Members, indexes and calls behind a value. */
  private chain(first: Value, from: number, end: number, isNew: boolean): Value {
    const { tokens } = this;
    let value = first;
    let self = UNKNOWN;
    let method = '';
    /** The variable that holds `value`, and the one that holds `self`. */
    let name = this.reference.name;
    let holder: string | undefined;
    while (this.at < end && this.step()) {
      const sign = this.signAt();
      const close = tokens.partners[this.at] ?? -1;
      const isClosed = close > this.at && close < end;
      if ((sign === '.' || sign === '?.') && tokens.kinds[this.at + 1] === TokenKind.Name && this.at + 1 < end) {
        [self, method, holder] = [value, tokens.text(this.at + 1), name];
        this.at += 2;
        value = this.property(self, method);
      } else if (sign === '?.') {
        this.at++;
        continue;
      } else if (sign === '[' && isClosed) {
        this.at++;
        const index = this.items(close).at(-1) ?? UNKNOWN;
        [self, method, holder] = [value, index.text ?? '', name];
        value = itemOf(self, index) ?? this.property(self, method);
      } else if (sign === '(' && isClosed) {
        this.at++;
        const args = this.items(close);
        value = this.remember(this.call(value, self, method, args, from, holder), from);
        this.at = close + 1;
        [self, method, holder] = [UNKNOWN, '', undefined];
      } else {
        if (sign === '++' || sign === '--') this.at++;
        break;
      }
      name = undefined;
      this.reference = { self, property: method, holder };
    }
    return isNew && value === first ? this.call(value, UNKNOWN, '', [], from, undefined) : value;
  }

  private property(self: Value, name: string): Value {
    if (name === 'length') {
      const length = self.text?.length ?? self.items?.length ?? self.each?.length;
      if (length !== undefined) return number(length);
    }
    return self.properties?.get(name) ?? browserProperty(self, name);
  }

  private call(
    callee: Value,
    self: Value,
    method: string,
    args: readonly Value[],
    start: number,
    holder: string | undefined,
  ): Value {
    this.spend(args.reduce((size, one) => size + sizeOf(one), sizeOf(self)) / CHARACTERS_PER_STEP);
    if (method === 'apply' || method === 'call') return this.forwarded(self, method, args, start);
    const path = callee.path ?? '';
    this.note(deedOfCall(path, method, self, args), start);
    if (callee.function !== undefined) {
      return (
        unpacked(callee.function, args) ??
        (this.isWorthIt(callee.function, args) ? this.enter(callee.function, args) : UNKNOWN)
      );
    }
    this.passItems(method, self, args);
    if (method === 'push' && holder !== undefined && self.items !== undefined) {
      const [first] = args;
      this.scope.set(
        holder,
        first?.each ? { flags: flagsOf(first), each: first.each } : list([...self.items.slice(0, 5000), ...args]),
      );
    }
    return (
      (method === 'map' ? this.mapped(self, args) : undefined) ??
      callMethod(method, self, args) ??
      browserCall(path, method, self, args) ?? { flags: flagsOf(self) | flagsOfAll(args) }
    );
  }

  /** `f.apply(null, list)` and `f.call(null, a, b)`. */
  private forwarded(callee: Value, method: string, [, ...rest]: readonly Value[], start: number): Value {
    const args = method === 'call' ? rest : (rest[0]?.items ?? rest);
    if (callee.path === 'String.fromCharCode') return fromCharacterCodes(args);
    return this.call(callee, UNKNOWN, '', args, start, undefined);
  }

  /** A function that is given every item of a list, one after the other. */
  private mapped(self: Value, [callback]: readonly Value[]): Value | undefined {
    const one = eachOf(self);
    if (one.each === undefined) return undefined;
    if (callback?.function !== undefined) {
      return this.enter(callback.function, [one, { flags: 0, counter: { step: 1, offset: 0 } }]);
    }
    return callback?.path === 'String.fromCharCode' ? fromCharacterCodes([one]) : undefined;
  }

  private passItems(method: string, self: Value, [callback]: readonly Value[]): void {
    if (method !== 'forEach' || callback?.function === undefined) return;
    const one = eachOf(self);
    if (one.each !== undefined) this.enter(callback.function, [one, { flags: 0, counter: { step: 1, offset: 0 } }]);
  }

  /** Whether going through a function may say what it gives: decoding functions are short, and what they decode is known. */
  private isWorthIt({ start, end, parameters }: ScriptFunction, args: readonly Value[]): boolean {
    if (!this.visited.has(start)) return true;
    if (end - start > DECODER_TOKENS) return false;
    return (
      parameters.length === 0 || args.some((one) => (one.text ?? one.items ?? one.each ?? one.number) !== undefined)
    );
  }

  /** A template whose parts are known where they are variables. */
  private template(quoted: string): Value {
    let flags = 0;
    const value = quoted.slice(1, -1).replace(/\$\{([^{}]*)\}/g, (_, inner: string) => {
      const part = this.scope.get(inner.trim());
      flags |= flagsOf(part);
      return part === undefined ? UNKNOWN_PART : partlyText(part);
    });
    return text(value, flags);
  }
}

/** What `...` makes of a list or text; as much of it as a call may have. */
function spread(value: Value): Value[] {
  if (value.items !== undefined) return value.items.slice(0, MOST_SPREAD);
  return value.text === undefined ? [value] : characters(value.text.slice(0, MOST_SPREAD));
}

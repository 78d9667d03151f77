import { browserProperty } from './browser';
import { deedOfAssignment } from './deeds';
import { OperandReader } from './operands';
import { binary, sum } from './operators';
import { flagsOf, isUnknown, UNKNOWN, type Value } from './value';
import type { Reference } from './walk';

/** Expressions within expressions are followed this deep. */
const MOST_NESTING = 250;
/** Properties of one object that are remembered. */
const MOST_PROPERTIES = 200;

const PRECEDENCE: Readonly<Record<string, number>> = {
  '??': 1,
  '||': 1,
  '&&': 2,
  '|': 3,
  '^': 4,
  '&': 5,
  '==': 6,
  '!=': 6,
  '===': 6,
  '!==': 6,
  '<': 7,
  '>': 7,
  '<=': 7,
  '>=': 7,
  in: 7,
  instanceof: 7,
  '<<': 8,
  '>>': 8,
  '>>>': 8,
  '+': 9,
  '-': 9,
  '*': 10,
  '/': 10,
  '%': 10,
  '**': 11,
};
const ASSIGNMENT = /^(?:=|\+=|-=|\*=|\/=|%=|&=|\|=|\^=|<<=|>>=|>>>=|\*\*=|\?\?=|\|\|=|&&=)$/;

/** Reads what operators and assignments make of their operands. */
export abstract class ExpressionReader extends OperandReader {
  private nesting = 0;

  protected expression(least: number, end: number): Value {
    if (this.nesting >= MOST_NESTING || !this.step()) {
      this.skip();
      return UNKNOWN;
    }
    this.nesting++;
    const from = this.at;
    let left = this.operand(end);
    for (;;) {
      const sign = this.at < end ? this.signAt() : '';
      const precedence = PRECEDENCE[sign];
      if (precedence !== undefined && precedence > least) {
        this.at++;
        const right = this.expression(precedence, end);
        left = this.combined(sign, left, right);
      } else if (least === 0 && sign === '?') {
        left = this.choice(end);
      } else if (ASSIGNMENT.test(sign)) {
        left = this.assignment(sign, left, from, end);
      } else {
        break;
      }
      this.reference = {};
    }
    this.nesting--;
    return left;
  }

  private combined(sign: string, left: Value, right: Value): Value {
    if (sign === '&&') return right;
    if (sign === '||' || sign === '??') {
      return isUnknown(left) ? { ...right, flags: right.flags | flagsOf(left) } : left;
    }
    return binary(sign, left, right);
  }

  private choice(end: number): Value {
    this.at++;
    const first = this.expression(0, end);
    if (!this.tokens.is(this.at, ':')) return first;
    this.at++;
    const second = this.expression(0, end);
    return isUnknown(first) ? second : first;
  }

  private assignment(sign: string, left: Value, from: number, end: number): Value {
    const { reference } = this;
    this.at++;
    const isAddition = sign === '+=' || (sign === '=' && this.addsToItself(reference));
    if (isAddition && sign === '=') this.at += 2;
    let value = this.expression(0, end);
    if (isAddition) value = sum(left, value);
    else if (sign !== '=' && !/^[?|&]{2}=$/.test(sign)) value = binary(sign.slice(0, -1), left, value);
    this.remember(value, from);
    this.set(reference, value, from);
    return value;
  }

  /** `name = name + …`. */
  private addsToItself({ name }: Reference): boolean {
    const { tokens, at } = this;
    return name !== undefined && tokens.is(at, name) && tokens.is(at + 1, '+');
  }

  private set({ name, self, property, holder }: Reference, value: Value, at: number): void {
    if (name !== undefined) {
      const known = this.scope.get(name);
      const counts = known?.counter !== undefined && value.number !== undefined;
      if (!counts) this.scope.set(name, value);
      if (known === undefined) this.note(deedOfAssignment(name, '', UNKNOWN, value), at);
      return;
    }
    if (self === undefined) return;
    const path = browserProperty(self, property ?? '').path ?? '';
    this.note(deedOfAssignment(path, property ?? '', self, value), at);
    if (holder === undefined) return;
    if (value.each !== undefined && self.items !== undefined) {
      this.scope.set(holder, { flags: self.flags | value.flags, each: value.each });
    } else if (property !== undefined && self.path === undefined) {
      const properties = self.properties ?? new Map<string, Value>();
      if (properties.size < MOST_PROPERTIES) properties.set(property, value);
      if (self.properties === undefined) this.scope.set(holder, { ...self, properties });
    }
  }
}

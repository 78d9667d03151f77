import type { Deed } from './deeds';
import { ExpressionReader } from './expressions';
import { countersIn, functionAt } from './structure';
import { readTokens, TokenKind } from './tokens';
import { eachOf, isUnknown, Scope, UNKNOWN, type ScriptFunction, type Value } from './value';

/** Tokens of a script that are read; those behind are not looked at, which is said. */
const MOST_TOKENS = 400_000;
/** Calls within calls are followed this deep. */
const MOST_CALLS = 8;
/** Functions within functions are gone into this deep. */
const MOST_SCOPES = 100;
/** Words that begin or join statements and have no value. */
const STATEMENT_WORDS = new Set(
  'var let const if else while do for switch case default break continue try catch finally throw with export class extends static debugger'.split(
    ' ',
  ),
);

/** What a script does, and every hidden text in it, found without running it. */
export interface ScriptFacts {
  readonly deeds: readonly Deed[];
  /** Texts that were put together out of something unreadable. */
  readonly hidden: readonly Deed[];
  /** Whether it was too long to be read whole. */
  readonly isCut: boolean;
}

/**
 * Goes through a script once, following texts and numbers through variables, loops and its own decoding functions. Pure, never
 * throws, in a number of steps that is bound by the length of the script.
 */
export function readScript(code: string): ScriptFacts {
  return new Evaluator(readTokens(code, MOST_TOKENS)).run();
}

class Evaluator extends ExpressionReader {
  private readonly global = this.scope;
  private calls = 0;
  private answer: Value | undefined;

  run(): ScriptFacts {
    const { tokens } = this;
    this.declareFunctions();
    this.statements(tokens.length);
    // The list grows while it is gone through: functions hold functions.
    for (const next of this.waiting) if (!this.visited.has(next.start)) this.enter(next, []);
    return { deeds: this.deeds, hidden: this.hidden, isCut: tokens.length >= MOST_TOKENS || this.steps <= 0 };
  }

  /** Functions may be called above the place where they are declared. */
  private declareFunctions(): void {
    const { tokens } = this;
    for (let at = 0; at + 1 < tokens.length; at++) {
      if (!tokens.is(at, 'function') || tokens.kinds[at + 1] !== TokenKind.Name) continue;
      const found = functionAt(tokens, at, this.global);
      if (found) this.global.declare(tokens.text(at + 1), { flags: 0, function: found.function });
    }
  }

  private statements(end: number): void {
    while (this.at < end && this.step()) {
      const before = this.at;
      this.statement(end);
      // Whatever it was, it is behind us: nothing is looked at twice.
      if (this.at <= before) this.at = before + 1;
    }
    this.at = Math.max(this.at, end);
  }

  protected statement(end: number): void {
    const { tokens } = this;
    const kind = tokens.kinds[this.at];
    if (kind === TokenKind.Sign && !/^[([!+\-~]/.test(tokens.text(this.at))) {
      this.at++;
      return;
    }
    const word = kind === TokenKind.Name ? tokens.text(this.at) : '';
    if (word === 'for' || word === 'while' || word === 'do') {
      this.loop(word, end);
    } else if (word === 'return') {
      this.at++;
      if (this.at < end && !/^[;}]$/.test(tokens.text(this.at))) this.leave(this.expression(0, end));
    } else if (STATEMENT_WORDS.has(word)) {
      this.at++;
    } else {
      this.expression(0, end);
    }
  }

  /** The answer of a function is the first that is known. */
  private leave(value: Value): void {
    if (this.answer === undefined || (isUnknown(this.answer) && !isUnknown(value))) this.answer = value;
  }

  /** Gives what counts in a loop every value, so that what the loop makes is known after one turn. */
  private loop(word: string, end: number): void {
    const { tokens } = this;
    const { counters, item, cost } = countersIn(tokens, this.at, end);
    this.spend(cost);
    const open = word === 'do' ? -1 : this.at + 1;
    const close = tokens.partners[open] ?? -1;
    this.at++;
    if (close > open && close < end) {
      if (item !== undefined) {
        this.at = item.start;
        const over = this.expression(0, close);
        this.scope.set(item.name, item.isIndex ? { flags: 0, counter: { step: 1, offset: 0 } } : eachOf(over));
      }
      this.statements(close);
      this.at = close + 1;
    }
    for (const [name, step] of counters) this.scope.set(name, { flags: 0, counter: { step, offset: 0 } });
  }

  /** Goes through a function of the script with what is known of its arguments, and gives its answer. */
  protected enter({ parameters, start, end, isExpression, scope }: ScriptFunction, args: readonly Value[]): Value {
    if (this.calls >= MOST_CALLS || scope.depth >= MOST_SCOPES) return UNKNOWN;
    const before = { at: this.at, scope: this.scope, answer: this.answer, reference: this.reference };
    this.visited.add(start);
    this.calls++;
    this.scope = new Scope(scope);
    this.answer = undefined;
    parameters.forEach((name, index) => this.scope.declare(name, args[index] ?? UNKNOWN));
    this.at = start;
    if (isExpression) this.leave(this.expression(0, end));
    else this.statements(end);
    const answer = this.answer ?? UNKNOWN;
    Object.assign(this, before);
    this.calls--;
    return answer;
  }
}

import type { Deed, Doing } from './deeds';
import { TokenKind, type ScriptTokens } from './tokens';
import { Flag, Scope, text, type ScriptFunction, type Value } from './value';

/** Steps that may be taken for each token of a script, and at least. Functions are gone through once for each call. */
const STEPS_PER_TOKEN = 6;
const LEAST_STEPS = 50_000;
/** Of a script so many deeds and hidden texts are kept. */
const MOST_DEEDS = 2000;
const SHORTEST_HIDDEN = 7;
/** What makes a hidden text worth a look: it names another server, or is code or a piece of a page. */
const TELLING = /:\/\/|^\/\/[a-z\d-]+\.|<\/?(?:script|iframe)|\bdocument\b|\blocation\b|\beval\b|\bfunction\b/i;

/** What can be set: a variable, or a property of something. */
export interface Reference {
  readonly name?: string;
  readonly self?: Value;
  readonly property?: string;
  /** The variable that holds `self`. */
  readonly holder?: string;
}

/** The way through a script: where it is, what it may still cost, and what was seen. */
export abstract class ScriptWalk {
  protected readonly deeds: Deed[] = [];
  protected readonly hidden: Deed[] = [];
  protected scope = new Scope();
  protected at = 0;
  protected steps: number;
  /** What the value that was read last can be set by. */
  protected reference: Reference = {};
  /** Functions that were seen, to be gone through when everything around them is known. */
  protected readonly waiting: ScriptFunction[] = [];
  /** Where the functions begin that were gone through. */
  protected readonly visited = new Set<number>();

  constructor(protected readonly tokens: ScriptTokens) {
    this.steps = Math.max(LEAST_STEPS, tokens.length * STEPS_PER_TOKEN);
  }

  /** Steps over a bracket and all that is in it, or over one token. */
  protected skip(): void {
    const close = this.tokens.partners[this.at] ?? -1;
    this.at = close > this.at ? close + 1 : this.at + 1;
  }

  protected signAt(): string {
    const kind = this.tokens.kinds[this.at];
    return kind === TokenKind.Sign || kind === TokenKind.Name ? this.tokens.text(this.at) : '';
  }

  protected step(): boolean {
    return --this.steps > 0;
  }

  protected spend(steps: number): void {
    this.steps -= Math.trunc(steps);
  }

  protected note(doing: Doing | undefined, from: number): void {
    if (doing !== undefined && this.deeds.length < MOST_DEEDS) this.deeds.push({ ...doing, ...this.place(from) });
  }

  /** Remembers what a hidden text says, whatever becomes of it. */
  protected remember(value: Value, from: number): Value {
    if ((value.flags & Flag.Hidden) === 0) return value;
    const known = value.text ?? value.each?.join('');
    if (known === undefined || known.length < SHORTEST_HIDDEN || this.hidden.length >= MOST_DEEDS) return value;
    if (TELLING.test(known)) {
      this.hidden.push({ kind: 'run', to: text(known, value.flags), data: 0, ...this.place(from) });
    }
    return value;
  }

  protected place(from: number): { start: number; end: number } {
    const { starts, ends } = this.tokens;
    const start = starts[from] ?? 0;
    return { start, end: Math.max(start, ends[this.at - 1] ?? start) };
  }
}

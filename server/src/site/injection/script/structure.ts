import { TokenKind, type ScriptTokens } from './tokens';
import type { ScriptFunction, Scope } from './value';

/** Loops that decode are short; what a longer one counts is not looked for behind this many tokens. */
const LOOP_TOKENS = 400;
/** Where the body of a function of one line ends is looked for so far. */
const ARROW_TOKENS = 500;

/** A function that begins at a token; `next` is the token behind it. */
export interface FoundFunction {
  readonly function: ScriptFunction;
  readonly name: string | undefined;
  readonly next: number;
  /** How many tokens were looked at to find it. */
  readonly cost: number;
}

/** The function that begins here: `function …`, `name => …` or `(…) => …`. */
export function functionAt(tokens: ScriptTokens, at: number, scope: Scope): FoundFunction | undefined {
  if (tokens.is(at, 'function')) return declared(tokens, at, scope);
  const close = tokens.is(at, '(') ? (tokens.partners[at] ?? -1) : at;
  if (close < at || !tokens.is(close + 1, '=>')) return undefined;
  const parameters = close === at ? [tokens.text(at)] : parametersIn(tokens, at + 1, close);
  const body = close + 2;
  const end = tokens.is(body, '{') ? (tokens.partners[body] ?? -1) : -1;
  if (end > body) {
    return {
      function: { scope, parameters, start: body + 1, end, isExpression: false },
      name: undefined,
      next: end + 1,
      cost: 1,
    };
  }
  const last = endOfExpression(tokens, body);
  return {
    function: { scope, parameters, start: body, end: last, isExpression: true },
    name: undefined,
    next: last,
    cost: last - body,
  };
}

function declared(tokens: ScriptTokens, at: number, scope: Scope): FoundFunction | undefined {
  let open = at + 1;
  if (tokens.is(open, '*')) open++;
  const name = tokens.kinds[open] === TokenKind.Name ? tokens.text(open++) : undefined;
  const close = tokens.is(open, '(') ? (tokens.partners[open] ?? -1) : -1;
  const body = close + 1;
  const end = close > 0 && tokens.is(body, '{') ? (tokens.partners[body] ?? -1) : -1;
  if (end < 0) return undefined;
  const parameters = parametersIn(tokens, open + 1, close);
  return {
    function: { scope, parameters, start: body + 1, end, isExpression: false },
    name,
    next: end + 1,
    cost: close - open,
  };
}

/** Names of plain parameters; one that takes an object apart counts as one without a name. */
function parametersIn(tokens: ScriptTokens, from: number, close: number): string[] {
  const names: string[] = [];
  let name = '';
  for (let at = from; at < close; at++) {
    const partner = tokens.partners[at] ?? -1;
    if (partner > at) at = partner;
    else if (tokens.is(at, ',')) {
      names.push(name);
      name = '';
    } else if (name === '' && tokens.kinds[at] === TokenKind.Name) name = tokens.text(at);
  }
  return name === '' ? names : [...names, name];
}

function endOfExpression(tokens: ScriptTokens, from: number): number {
  let at = from;
  for (const last = Math.min(tokens.length, from + ARROW_TOKENS); at < last; at++) {
    const partner = tokens.partners[at] ?? -1;
    if (partner > at) at = partner;
    else if (partner >= 0 || tokens.is(at, ',') || tokens.is(at, ';')) break;
  }
  return Math.min(at, tokens.length);
}

/** What a loop changes from turn to turn. */
export interface LoopVariables {
  /** Step of each variable that is counted up. */
  readonly counters: ReadonlyMap<string, number>;
  /** How many tokens were looked at. */
  readonly cost: number;
  /** For `for (x of list)`: the variable, and the token where the list begins. `isIndex` with `in`. */
  readonly item?: { readonly name: string; readonly start: number; readonly isIndex: boolean };
}

/** The variables of the loop whose word stands at a token. */
export function countersIn(tokens: ScriptTokens, loop: number, end: number): LoopVariables {
  const counters = new Map<string, number>();
  const last = Math.min(end, loop + LOOP_TOKENS, endOfLoop(tokens, loop));
  for (let at = loop; at < last; at++) {
    if (tokens.kinds[at] !== TokenKind.Name) continue;
    if (tokens.is(at + 1, '++') || tokens.is(at - 1, '++')) counters.set(tokens.text(at), 1);
    else if (tokens.is(at + 1, '+=') && tokens.kinds[at + 2] === TokenKind.Number && tokens.is(at + 3, ')')) {
      counters.set(tokens.text(at), Number(tokens.text(at + 2)));
    }
  }
  let name = loop + 2;
  if (/^(?:var|let|const)$/.test(tokens.text(name))) name++;
  const isIndex = tokens.is(name + 1, 'in');
  if (!isIndex && !tokens.is(name + 1, 'of')) return { counters, cost: last - loop };
  return { counters, cost: last - loop, item: { name: tokens.text(name), start: name + 2, isIndex } };
}

function endOfLoop(tokens: ScriptTokens, loop: number): number {
  if (tokens.is(loop, 'do')) return tokens.partners[loop + 1] ?? loop;
  const close = tokens.partners[loop + 1] ?? loop;
  const body = close + 1;
  if (tokens.is(body, '{')) return tokens.partners[body] ?? body;
  return endOfExpression(tokens, body);
}

import { judgeCommand } from './commandShapes';
import { Flag, NUMBER, WORD, type Tokens } from './tokens';
import { STRONG, witness, type Evidence } from './witness';

const BACKTICK = 0x60;
const COLON = 0x3a;
const DOLLAR = 0x24;
const EQUALS = 0x3d;
const EXCLAMATION = 0x21;
const HYPHEN = 0x2d;
const LESS = 0x3c;
const OPEN = 0x28;
const OPEN_BRACE = 0x7b;
const OPEN_BRACKET = 0x5b;
const QUESTION = 0x3f;
/** What cuts or changes the value of a parameter: # % ^ , / @. */
const CHANGES = new Set([0x23, 0x25, 0x5e, 0x2c, 0x2f, 0x40]);

const substitution = witness('command-injection', STRONG);
const arithmetic = witness('command-injection', STRONG);
const expansion = witness('command-injection', STRONG);

/** What a Unix shell works out: `$(…)`, `$((…))`, `$[…]`, `${…}`. */
export function findExpansion(tokens: Tokens, dollar: number, evidence: Evidence): void {
  const next = dollar + 1;
  if (!tokens.isTight(next)) return;
  const inner = tokens.at(next + 1);
  switch (tokens.at(next)) {
    case OPEN:
      if (inner === OPEN && tokens.isTight(next + 1)) evidence.add(arithmetic);
      else if (inner === LESS) evidence.add(substitution);
      else judgeCommand(tokens, next + 1, 'substitution', evidence);
      return;
    case OPEN_BRACKET:
      if (inner === NUMBER || inner === DOLLAR || tokens.pair[next] === next + 1) evidence.add(arithmetic);
      return;
    case OPEN_BRACE:
      return findParameterExpansion(tokens, next, evidence);
    default:
  }
}

/** `${x#y}`, `${x%%y}`, `${x:0:1}`, `${!x}`; a plain `${name}` is a place-holder that somebody forgot to fill. */
function findParameterExpansion(tokens: Tokens, brace: number, evidence: Evidence): void {
  const first = tokens.at(brace + 1);
  if (first === BACKTICK) return evidence.add(substitution);
  if (first === EXCLAMATION && tokens.at(brace + 2) === WORD) return evidence.add(expansion);
  if (first !== WORD || !tokens.isTight(brace + 2)) return;
  const operator = tokens.at(brace + 2);
  const operand = tokens.at(brace + 3);
  const isCutting =
    operator === COLON && (operand === NUMBER || operand === HYPHEN || operand === EQUALS || operand === QUESTION);
  if (CHANGES.has(operator) || isCutting) evidence.add(expansion);
}

/** A command in backticks. */
export function findBackticks(tokens: Tokens, token: number, evidence: Evidence): void {
  if (!tokens.is(token, Flag.opens)) return;
  // Within a sentence backticks quote a command for people.
  const isQuoting = tokens.pair[token]! > 0 && tokens.at(token - 1) === WORD && !tokens.isTight(token);
  judgeCommand(tokens, token + 1, isQuoting ? 'ampersand' : 'substitution', evidence);
}

/** `<(…)` and `>(…)`. */
export function findProcessSubstitution(tokens: Tokens, arrow: number, evidence: Evidence): void {
  if (tokens.at(arrow + 1) === OPEN && tokens.isTight(arrow + 1)) {
    judgeCommand(tokens, arrow + 2, 'substitution', evidence);
  }
}

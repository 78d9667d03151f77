import { CODE_FUNCTIONS, COMMAND_FUNCTIONS } from './functionNames';
import { constant, Flag, UNKNOWN, type Value } from './value';

/** How constants are commonly named, e.g. `E_ALL`, `LOCK_EX`. */
const USUAL_CONSTANT = /^[A-Z][A-Z\d]*_[A-Z\d_]*$|^M_|^PHP_/;
/** Names that nobody gives a constant, e.g. the `x` in `str_replace(x, '', $text)`. */
const SHORT_NAME = /^[a-z][a-z\d]{0,2}$/;

/**
 * What a constant is that the file does not define. Before PHP 8 one that does not exist stood for its own name; that matters where
 * it names a function, where texts are mixed bit by bit, and for names too short for a constant.
 * @param mixed it stands beside an operator that works on texts bit by bit.
 */
export function bareName(name: string, mixed: boolean): Value {
  const lower = name.toLowerCase();
  if (CODE_FUNCTIONS.has(lower) || COMMAND_FUNCTIONS.has(lower)) return constant(lower, Flag.Computed);
  const isText = mixed ? !USUAL_CONSTANT.test(name) : SHORT_NAME.test(name);
  return isText ? constant(name, Flag.Computed) : UNKNOWN;
}

import type { Expression } from './ast';
import type { Value } from './value';

/** Functions by which a file asks whether it was loaded by its program or requested directly. */
const LOADER_QUESTIONS = new Set(['defined', 'function_exists', 'class_exists']);

/**
 * Whether a condition asks for something that only the file's own program sets up, e.g. `!defined('ABSPATH')`.
 * @param constants those that the file has defined itself: asking for them is no such check.
 * @param negated whether the condition must hold when the program is absent.
 */
export function asksForLoader(test: Expression, constants: ReadonlyMap<string, Value>, negated: boolean): boolean {
  if (test.kind === 'unary' && test.op === '!') return asksForLoader(test.operand, constants, !negated);
  if (test.kind === 'binary' && ['&&', '||', 'and', 'or'].includes(test.op)) {
    return asksForLoader(test.left, constants, negated) || asksForLoader(test.right, constants, negated);
  }
  if (test.kind === 'binary' && (test.op === '===' || test.op === '==')) {
    const isFalse = test.right.kind === 'name' && test.right.name.toLowerCase() === 'false';
    return isFalse && asksForLoader(test.left, constants, !negated);
  }
  if (negated || test.kind !== 'call' || test.callee.kind !== 'name') return false;
  const name = test.callee.name.toLowerCase();
  const asked = test.args[0]?.value;
  if (!LOADER_QUESTIONS.has(name) || asked?.kind !== 'literal') return false;
  return name !== 'defined' || !constants.has(String(asked.value));
}

/** Whether a condition is `PHP_SAPI !== 'cli'` or the like: the file is for the command line. */
export function refusesTheWeb(test: Expression): boolean {
  if (test.kind !== 'binary' || !test.op.startsWith('!')) return false;
  return [test.left, test.right].some(namesServerApi);
}

function namesServerApi(node: Expression): boolean {
  if (node.kind === 'call') return node.callee.kind === 'name' && node.callee.name.toLowerCase() === 'php_sapi_name';
  return node.kind === 'name' && node.name === 'PHP_SAPI';
}

/** `exit`, `die`, `throw`, or a call that is commonly used to end a request. */
export function endsRequest(node: Expression): boolean {
  if (node.kind === 'unary' && node.op === 'throw') return true;
  if (node.kind === 'exit') return true;
  return node.kind === 'call' && node.callee.kind === 'name' && node.callee.name.toLowerCase() === 'wp_die';
}

import type { Expression, Foreach, Loop } from '../ast';
import { superglobal } from '../sources';

/** Operators whose operand is worked out; the interpreter gives up at others. */
const UNARY = new Set(['@', '!', '++', '--', '-', '~', '(int)', '(string)']);

/**
 * Whether the first thing that a loop asks for may be known. Most loops of programs go over what only a run can tell: asking first
 * costs a fraction of what it takes to begin and give up.
 * @param isKnown whether a variable's value is known where the loop begins.
 */
export function mayBeWorkedOut(node: Loop | Foreach, isKnown: (variable: string) => boolean): boolean {
  const first =
    node.kind === 'foreach' ? node.subject : (node.initial[0] ?? (node.bodyFirst ? undefined : node.tests[0]));
  return first === undefined || mayBeKnown(first, isKnown);
}

function mayBeKnown(whole: Expression, isKnown: (variable: string) => boolean): boolean {
  let node: Expression | undefined = whole;
  while (node) {
    switch (node.kind) {
      case 'variable':
        if (typeof node.name !== 'string') return true;
        return node.name !== 'this' && !superglobal(node.name) && isKnown(node.name);
      case 'assign':
        if (node.op === '=&') return false;
        node = node.op === '=' ? node.value : node.target;
        break;
      case 'binary':
        node = node.left;
        break;
      case 'unary':
        if (!UNARY.has(node.op)) return false;
        node = node.operand;
        break;
      case 'ternary':
        node = node.test;
        break;
      case 'index':
        node = node.base;
        break;
      case 'call':
        if (node.callee.kind !== 'name') return true;
        node = node.args[0]?.value;
        break;
      case 'property':
      case 'methodCall':
      case 'staticProperty':
      case 'staticCall':
        return false;
      default:
        return true;
    }
  }
  return true;
}

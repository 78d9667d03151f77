import type { AnalysisState } from './analysisState';
import type { Expression, Statement } from './ast';
import { asksForLoader, endsRequest } from './directAccess';

/** Calls that only declare. */
const DECLARING_CALLS = new Set(['define', 'class_alias', 'spl_autoload_register', 'error_reporting', 'ini_set']);

/** Whether a request of the file does anything but declare: print, call, include, change something. */
export function runsCode({ code, program, constants }: AnalysisState): boolean {
  for (const statement of program.body) {
    if (isGuard(statement)) return false;
    if (!declares(statement, code)) return true;
  }
  return false;

  function isGuard(statement: Statement): boolean {
    if (statement.kind === 'return') return true;
    if (statement.kind === 'if') {
      const [only] = statement.branches;
      const ends = only?.body.some(
        (inner) => inner.kind === 'return' || (inner.kind === 'expression' && endsRequest(inner.expression)),
      );
      return ends === true && asksForLoader(only!.test, constants, true);
    }
    if (statement.kind !== 'expression') return false;
    const { expression } = statement;
    if (expression.kind !== 'binary' || (expression.op !== '||' && expression.op !== 'or')) return false;
    return asksForLoader(expression.left, constants, false) && endsRequest(expression.right);
  }
}

function declares(statement: Statement, code: string): boolean {
  switch (statement.kind) {
    case 'function':
    case 'class':
    case 'constants':
    case 'label':
    case 'global':
    case 'static':
      return true;
    case 'html':
      return code.slice(statement.start, statement.end).trim() === '';
    case 'expression':
      return isDeclaringCall(statement.expression);
    case 'if':
      return [...statement.branches.map((branch) => branch.body), statement.otherwise ?? []].every((body) =>
        body.every((inner) => declares(inner, code)),
      );
    case 'block':
      return statement.body.every((inner) => declares(inner, code));
    default:
      return false;
  }
}

function isDeclaringCall(expression: Expression): boolean {
  if (expression.kind === 'unary' && expression.op === '@') return isDeclaringCall(expression.operand);
  if (expression.kind === 'literal' || expression.kind === 'missing') return true;
  return (
    expression.kind === 'call' &&
    expression.callee.kind === 'name' &&
    DECLARING_CALLS.has(expression.callee.name.toLowerCase())
  );
}

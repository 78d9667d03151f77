import type { Binary, Expression } from './ast';

/** What stands first in a chain of operators and the steps to the right of it, so that chains of thousands need no recursion. */
export function binaryChain(node: Binary): { readonly first: Expression; readonly steps: readonly Binary[] } {
  // Nearly all: two operands.
  if (node.left.kind !== 'binary') return { first: node.left, steps: [node] };
  const steps: Binary[] = [];
  let first: Expression = node;
  while (first.kind === 'binary') {
    steps.push(first);
    first = first.left;
  }
  return { first, steps: steps.toReversed() };
}

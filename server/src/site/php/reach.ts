import type { CallEdge } from './analysisState';
import type { FunctionNode } from './ast';
import type { Observation } from './observation';

/** What a request of this very file reaches: its own code, and the functions called from there, directly or through others. */
export class Reach {
  private readonly reached = new Set<FunctionNode>();
  private readonly looped = new Set<FunctionNode>();

  constructor(edges: readonly CallEdge[]) {
    const outgoing = new Map<FunctionNode, CallEdge[]>();
    const queue: FunctionNode[] = [];
    for (const edge of edges) {
      if (edge.from === undefined) {
        if (!edge.guarded) queue.push(edge.to);
        if (edge.inLoop) this.looped.add(edge.to);
      } else if (outgoing.has(edge.from)) {
        outgoing.get(edge.from)!.push(edge);
      } else {
        outgoing.set(edge.from, [edge]);
      }
    }
    while (queue.length > 0) {
      const node = queue.pop()!;
      if (this.reached.has(node)) continue;
      this.reached.add(node);
      for (const { to, inLoop } of outgoing.get(node) ?? []) {
        queue.push(to);
        if (inLoop || this.looped.has(node)) this.looped.add(to);
      }
    }
  }

  reaches(seen: Observation): boolean {
    return seen.owner === undefined ? !seen.guarded : this.reached.has(seen.owner);
  }

  inLoop(seen: Observation): boolean {
    return seen.inLoop || (seen.owner !== undefined && this.looped.has(seen.owner));
  }
}

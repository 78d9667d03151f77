import type { ClassNode, FunctionNode, Program } from './ast';

/** Functions and methods that a file declares, by lower-case name. */
export class FunctionCatalog {
  private readonly functions = new Map<string, FunctionNode>();
  private readonly methods = new Map<string, FunctionNode[]>();
  private readonly classes = new Map<string, ClassNode>();

  constructor(readonly program: Program) {
    for (const node of program.functions) this.functions.set(node.name, node);
    for (const node of program.classes) {
      if (node.name) this.classes.set(node.name, node);
      for (const method of node.methods) {
        const same = this.methods.get(method.name);
        if (same) same.push(method);
        else this.methods.set(method.name, [method]);
      }
    }
  }

  function(name: string): FunctionNode | undefined {
    return this.functions.get(name);
  }

  class(name: string): ClassNode | undefined {
    return this.classes.get(name);
  }

  /**
   * The methods that a call may mean: the one of the object's class or its parents when the class is of this file, else,
   * for an object of unknown class, those of that name in this file.
   */
  method(name: string, className: string | undefined): readonly FunctionNode[] {
    const candidates = this.methods.get(name) ?? [];
    if (className === undefined || candidates.length === 0) return candidates;
    let owner = this.classes.get(className);
    for (let level = 0; owner && level < 16; level++) {
      const { name: ownerName, traits } = owner;
      const own =
        candidates.find((method) => method.owner === ownerName) ??
        candidates.find((method) => method.owner !== undefined && traits.includes(method.owner));
      if (own) return [own];
      owner = owner.parent === undefined ? undefined : this.classes.get(owner.parent);
    }
    return [];
  }

  /** Every function and method of the file. */
  all(): FunctionNode[] {
    return [...this.program.functions, ...this.program.classes.flatMap((node) => node.methods)];
  }
}

/**
 * The syntax tree, as much of it as the analysis asks about. Offsets are UTF-16 units of the file's text.
 * A tree is never deeper than the parser's limit, so that it may be walked by recursion.
 */
interface Node {
  readonly start: number;
  readonly end: number;
}

export interface Literal extends Node {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
}

/** A text with interpolated parts, in order. */
export interface Template extends Node {
  readonly kind: 'template';
  readonly parts: readonly Expression[];
}

export interface Variable extends Node {
  readonly kind: 'variable';
  /** Without the `$`; an expression for `$$x` and `${'x'}`. */
  readonly name: string | Expression;
}

export interface ArrayItem {
  readonly key: Expression | undefined;
  readonly value: Expression;
  readonly spread: boolean;
}

/** `[…]`, `array(…)` and, as a target, `list(…)`. */
export interface ArrayLiteral extends Node {
  readonly kind: 'array';
  readonly items: readonly ArrayItem[];
}

export interface Index extends Node {
  readonly kind: 'index';
  readonly base: Expression;
  /** `undefined` for `$a[]`. */
  readonly index: Expression | undefined;
}

export interface Property extends Node {
  readonly kind: 'property';
  readonly base: Expression;
  readonly name: string | Expression;
}

export interface StaticProperty extends Node {
  readonly kind: 'staticProperty';
  readonly owner: Expression;
  readonly name: string | Expression;
}

export interface ClassConstant extends Node {
  readonly kind: 'classConstant';
  readonly owner: Expression;
  readonly name: string;
}

/** A bare name: a constant, or what a call, `new` or `::` names. */
export interface Name extends Node {
  readonly kind: 'name';
  /** As written, without a leading backslash. */
  readonly name: string;
}

export interface Call extends Node {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly args: readonly Argument[];
}

export interface Argument {
  readonly value: Expression;
  readonly spread: boolean;
  readonly name: string | undefined;
}

export interface New extends Node {
  readonly kind: 'new';
  readonly owner: Expression;
  readonly args: readonly Argument[];
}

export interface MethodCall extends Node {
  readonly kind: 'methodCall';
  readonly base: Expression;
  readonly name: string | Expression;
  readonly args: readonly Argument[];
}

export interface StaticCall extends Node {
  readonly kind: 'staticCall';
  readonly owner: Expression;
  readonly name: string | Expression;
  readonly args: readonly Argument[];
}

/** Chains of one binary operator lean to the left and may be long: see `binaryChain`. */
export interface Binary extends Node {
  readonly kind: 'binary';
  readonly op: string;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Unary extends Node {
  readonly kind: 'unary';
  /** `!`, `-`, `+`, `~`, `@`, `&`, `++`, `--`, `clone`, `print`, `throw`, `yield`, or a cast such as `(int)`. */
  readonly op: string;
  readonly operand: Expression;
}

export interface Assign extends Node {
  readonly kind: 'assign';
  /** `=`, `=&`, `.=` … */
  readonly op: string;
  readonly target: Expression;
  readonly value: Expression;
}

export interface Ternary extends Node {
  readonly kind: 'ternary';
  readonly test: Expression;
  /** `undefined` for `?:`. */
  readonly whenTrue: Expression | undefined;
  readonly whenFalse: Expression;
}

export interface Match extends Node {
  readonly kind: 'match';
  readonly subject: Expression;
  readonly arms: readonly { readonly tests: readonly Expression[]; readonly value: Expression }[];
}

export interface Closure extends Node {
  readonly kind: 'closure';
  readonly function: FunctionNode;
}

export interface Include extends Node {
  readonly kind: 'include';
  readonly path: Expression;
}

/** `eval`, `exit`/`die`, `isset`, `empty`: language constructs that take values. */
export interface Construct extends Node {
  readonly kind: 'eval' | 'exit' | 'isset' | 'empty' | 'shell';
  readonly operands: readonly Expression[];
}

/** What could not be read, or lies deeper than the limit. */
export interface Missing extends Node {
  readonly kind: 'missing';
}

export type Expression =
  | Literal
  | Template
  | Variable
  | ArrayLiteral
  | Index
  | Property
  | StaticProperty
  | ClassConstant
  | Name
  | Call
  | New
  | MethodCall
  | StaticCall
  | Binary
  | Unary
  | Assign
  | Ternary
  | Match
  | Closure
  | Include
  | Construct
  | Missing;

export interface Parameter {
  readonly name: string;
  readonly byReference: boolean;
  readonly variadic: boolean;
  /** A constructor's parameter that is a property as well. */
  readonly promoted: boolean;
  readonly initial: Expression | undefined;
}

/** A function, method, closure or arrow function. */
export interface FunctionNode extends Node {
  /** Lower case; empty for closures. */
  readonly name: string;
  /** Lower-case name of the class it belongs to. */
  readonly owner: string | undefined;
  readonly parameters: readonly Parameter[];
  /** Names that a closure takes over from around it; `*` for an arrow function, which takes all. */
  readonly uses: readonly string[];
  readonly body: readonly Statement[];
}

export interface ClassNode extends Node {
  readonly kind: 'class';
  /** Lower case; empty for anonymous classes. */
  readonly name: string;
  readonly parent: string | undefined;
  /** Lower-case names of the traits that it uses. */
  readonly traits: readonly string[];
  readonly methods: readonly FunctionNode[];
  readonly properties: readonly { readonly name: string; readonly initial: Expression | undefined }[];
  readonly constants: readonly { readonly name: string; readonly value: Expression }[];
}

export interface Loop extends Node {
  readonly kind: 'loop';
  readonly initial: readonly Expression[];
  readonly tests: readonly Expression[];
  readonly updates: readonly Expression[];
  readonly body: readonly Statement[];
  /** `do … while`: the body comes before the first test. */
  readonly bodyFirst: boolean;
}

export interface Foreach extends Node {
  readonly kind: 'foreach';
  readonly subject: Expression;
  readonly key: Expression | undefined;
  readonly value: Expression;
  readonly body: readonly Statement[];
}

export interface If extends Node {
  readonly kind: 'if';
  readonly branches: readonly { readonly test: Expression; readonly body: readonly Statement[] }[];
  readonly otherwise: readonly Statement[] | undefined;
}

export interface Switch extends Node {
  readonly kind: 'switch';
  readonly subject: Expression;
  readonly cases: readonly { readonly test: Expression | undefined; readonly body: readonly Statement[] }[];
}

export type Statement =
  | (Node & { readonly kind: 'expression'; readonly expression: Expression })
  | (Node & { readonly kind: 'echo'; readonly values: readonly Expression[] })
  | (Node & { readonly kind: 'return'; readonly value: Expression | undefined })
  | (Node & { readonly kind: 'html' })
  | (Node & { readonly kind: 'block'; readonly body: readonly Statement[] })
  | (Node & { readonly kind: 'try'; readonly bodies: readonly (readonly Statement[])[] })
  | (Node & { readonly kind: 'global'; readonly names: readonly string[] })
  | (Node & {
      readonly kind: 'static';
      readonly variables: readonly { name: string; initial: Expression | undefined }[];
    })
  | (Node & { readonly kind: 'unset'; readonly targets: readonly Expression[] })
  | (Node & { readonly kind: 'constants'; readonly constants: readonly { name: string; value: Expression }[] })
  | (Node & { readonly kind: 'function'; readonly function: FunctionNode })
  | (Node & { readonly kind: 'label' | 'goto'; readonly name: string })
  /** `break` or `continue` out of so many loops and switches. */
  | (Node & { readonly kind: 'jump'; readonly word: 'break' | 'continue'; readonly levels: number })
  | If
  | Loop
  | Foreach
  | Switch
  | ClassNode;

/** One parsed file. */
export interface Program {
  readonly body: readonly Statement[];
  /** Every named function, also nested and conditional ones. */
  readonly functions: readonly FunctionNode[];
  readonly classes: readonly ClassNode[];
  /** Something was nested deeper than the parser follows. */
  readonly tooDeep: boolean;
}

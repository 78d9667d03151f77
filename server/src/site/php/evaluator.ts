import type { AnalysisState } from './analysisState';
import type { Argument, Expression, Foreach, FunctionNode, If, Loop, Statement, Switch } from './ast';
import { endsRequest, asksForLoader, refusesTheWeb } from './directAccess';
import { ExpressionEvaluator } from './expressionEvaluator';
import { listValue } from './fold/arrayFunctions';
import { mayBeWorkedOut } from './interpreter/firstOperand';
import { interpretCall, interpretLoop } from './interpreter/interpreter';
import type { World } from './interpreter/world';
import { Scope } from './scope';
import { flagged, join, TAINT, truthOf, UNKNOWN, type Value } from './value';

/** Calls of the file's own functions are followed this deep. */
const MAX_CALLS = 5;
/** Functions longer than this (characters) are followed only for arguments that come from somewhere worth following. */
const SHORT_FUNCTION = 4000;
/** Arrays up to this size are gone through element by element. */
const SHORT_LIST = 16;
/** What the interpreter gave up on so often is not tried again. */
const MAX_FAILURES = 3;

/**
 * Goes through a file once, in order, and notes what it does. Nothing is executed: values are constants and origins.
 * Branches are all taken, loops twice, functions once for unknown arguments and once per kind of arguments they are called with.
 */
export class Evaluator extends ExpressionEvaluator {
  private readonly file: Scope;
  private readonly calls: FunctionNode[] = [];
  private readonly results = new Map<string, Value>();

  constructor(state: AnalysisState) {
    const file = new Scope(undefined, undefined);
    super(state, file);
    this.file = file;
  }

  /** Notes everything into the state. */
  program(): void {
    for (const node of this.state.program.classes) {
      for (const { name, value } of node.constants) this.state.constants.set(`::${name}`, this.evaluate(value));
      for (const { name, initial } of node.properties) if (initial) this.setProperty(name, this.evaluate(initial));
    }
    this.everything();
    if (!this.state.carriesRequest()) return;
    // What one request leaves in the session, or one method in an object, another uses: look again, knowing it.
    this.results.clear();
    this.everything();
  }

  private everything(): void {
    this.block(this.state.program.body);
    this.state.guarded = false;
    for (const node of this.state.catalog.all()) this.runOnce(node);
    for (const [node, scope] of this.state.captured) this.runClosure(node, scope);
  }

  private setProperty(name: string, value: Value): void {
    const before = this.state.properties.get(name);
    this.state.properties.set(name, before ? join(before, value) : value);
  }

  private runOnce(node: FunctionNode): void {
    const values = node.parameters.map((parameter) => (parameter.initial ? this.evaluate(parameter.initial) : UNKNOWN));
    this.body(
      node,
      values.map((value) => ({ ...value, constant: undefined, suffix: undefined })),
      [],
    );
  }

  private runClosure(node: FunctionNode, scope: Scope): void {
    const before = this.scope;
    this.scope = scope;
    this.body(node, [], []);
    this.scope = before;
  }

  protected override run(callee: FunctionNode, args: readonly Value[], argNodes: readonly Argument[]): Value {
    const from = this.scope.owner;
    this.state.edges.push({ from, to: callee, inLoop: this.scope.loops > 0, guarded: this.state.guarded && !from });
    let flags = 0;
    for (const arg of args) flags |= arg.flags & TAINT;
    const worth = flags !== 0 || callee.end - callee.start <= SHORT_FUNCTION;
    if (!worth || this.calls.length >= MAX_CALLS || this.calls.includes(callee)) {
      return this.exactResult(callee, args) ?? flagged(flags);
    }
    const key = `${callee.start}:${this.scope.loops > 0}:${args.map(signature).join('|')}`;
    const before = this.results.get(key);
    if (before) return before;
    const seen = this.body(callee, args, argNodes);
    const result = (seen.constant === undefined ? this.exactResult(callee, args) : undefined) ?? seen;
    this.results.set(key, result);
    return result;
  }

  /** What a function gives where its arguments are known and it only calculates. */
  private exactResult(callee: FunctionNode, args: readonly Value[]): Value | undefined {
    if (args.length === 0 || args.some((arg) => arg.constant === undefined && !arg.items)) return undefined;
    return this.exactly(callee, () => interpretCall(callee, args, this.world()));
  }

  /** Works something out exactly, unless that failed too often. */
  private exactly<T>(node: Loop | Foreach | FunctionNode, work: () => T | undefined): T | undefined {
    const failures = this.state.failures.get(node) ?? 0;
    if (failures >= MAX_FAILURES) return undefined;
    const outcome = work();
    if (outcome === undefined) this.state.failures.set(node, failures + 1);
    return outcome;
  }

  /** What the interpreter may see from here. */
  private world(): World {
    const { scope, state } = this;
    return {
      variable: (name) => scope.exact(name, !state.included),
      fileVariable: (name) => this.file.exact(name, !state.included),
      constant: (node) => this.evaluate(node),
      function: (name) => state.catalog.function(name),
      spend: (steps) => state.budget.spendExactly(steps),
    };
  }

  /** Looks at the rounds of a loop; where the loop only calculates, its variables then hold what they hold after the last. */
  private rounds(node: Loop | Foreach, look: () => void): void {
    const isKnown = (name: string): boolean => this.scope.exact(name, !this.state.included) !== undefined;
    const outcome = this.exactly(node, () =>
      mayBeWorkedOut(node, isKnown) ? interpretLoop(node, this.world()) : undefined,
    );
    look();
    if (outcome) for (const [name, value] of outcome) this.scope.set(name, value);
  }

  /** Goes through a function's body with its own variables. */
  private body(node: FunctionNode, args: readonly Value[], argNodes: readonly Argument[]): Value {
    const outer = this.scope;
    const scope = new Scope(node, this.file);
    const around = this.state.captured.get(node);
    if (around) for (const name of node.uses[0] === '*' ? around.names() : node.uses) scope.set(name, around.get(name));
    // Before the parameters: what they are otherwise may call the function itself.
    this.calls.push(node);
    node.parameters.forEach((parameter, position) => {
      const value = parameter.variadic ? listValue(args.slice(position)) : args[position];
      const given = value ?? (parameter.initial ? this.evaluate(parameter.initial) : UNKNOWN);
      scope.set(parameter.name, given);
      if (parameter.promoted) this.setProperty(parameter.name, given);
      const from = argNodes[position]?.value;
      if (from) this.state.flows.add(parameter.name, node, given, { from, site: outer.owner });
    });
    scope.loops = outer.loops > 0 && outer !== this.file ? 1 : outer.loops;
    this.scope = scope;
    this.block(node.body);
    this.scope = outer;
    this.calls.pop();
    node.parameters.forEach((parameter, position) => {
      const target = parameter.byReference ? argNodes[position]?.value : undefined;
      if (target) this.assign(target, scope.get(parameter.name));
    });
    return scope.returned ?? UNKNOWN;
  }

  /** Statements in their order; `goto` goes on at its label, once, so that scattered code is read as it runs. */
  private block(body: readonly Statement[]): void {
    for (let at = 0; at < body.length; at++) {
      const statement = body[at]!;
      if (statement.kind === 'goto') {
        this.scatteredBlock(body, at);
        return;
      }
      this.statement(statement);
    }
  }

  /** What is left of a block from its first `goto` on. */
  private scatteredBlock(body: readonly Statement[], from: number): void {
    const labels = new Map(
      body.flatMap((other, index) => (other.kind === 'label' ? [[other.name, index] as const] : [])),
    );
    const visited = new Uint8Array(body.length).fill(1, 0, from);
    for (let first = from; first < body.length; first++) {
      for (let at = first; at < body.length && !visited[at]; at++) {
        visited[at] = 1;
        const statement = body[at]!;
        if (statement.kind !== 'goto') {
          this.statement(statement);
          continue;
        }
        const target = labels.get(statement.name);
        if (target !== undefined) at = target - 1;
      }
    }
  }

  private statement(node: Statement): void {
    if (!this.state.budget.spend()) return;
    switch (node.kind) {
      case 'expression':
        this.expressionStatement(node.expression);
        break;
      case 'echo':
        for (const value of node.values) this.state.printed.set(value, this.evaluate(value));
        break;
      case 'return': {
        const value = node.value ? this.evaluate(node.value) : UNKNOWN;
        this.scope.returned = this.scope.returned ? join(this.scope.returned, value) : value;
        break;
      }
      case 'block':
        this.block(node.body);
        break;
      case 'try':
        for (const body of node.bodies) this.scope.branch(() => this.block(body));
        break;
      case 'if':
        this.ifStatement(node);
        break;
      case 'loop':
        this.rounds(node, () => this.loop(node));
        break;
      case 'foreach':
        this.rounds(node, () => this.foreach(node));
        break;
      case 'switch':
        this.switch(node);
        break;
      case 'global':
        for (const name of node.names) this.scope.share(name);
        break;
      case 'static':
        for (const { name, initial } of node.variables) {
          this.scope.set(name, initial ? this.evaluate(initial) : UNKNOWN);
        }
        break;
      case 'constants':
        for (const { name, value } of node.constants) this.state.constants.set(name, this.evaluate(value));
        break;
      case 'unset':
        for (const target of node.targets) this.unset(target);
        break;
      case 'function':
      case 'class':
      case 'html':
      case 'label':
      case 'goto':
      case 'jump':
        break;
    }
  }

  private expressionStatement(node: Expression): void {
    this.evaluate(node);
    if (this.scope !== this.file || node.kind !== 'binary') return;
    const either = node.op === '||' || node.op === 'or';
    if (either && asksForLoader(node.left, this.state.constants, false) && endsRequest(node.right)) {
      this.state.guarded = true;
    }
  }

  private ifStatement(node: If): void {
    let certain = false;
    for (const { test, body } of node.branches) {
      const truth = truthOf(this.evaluate(test));
      this.inBranch(body, certain || truth === false);
      certain ||= truth === true;
    }
    if (node.otherwise) this.inBranch(node.otherwise, certain);
    const [only] = node.branches;
    if (this.scope !== this.file || node.branches.length !== 1 || !only) return;
    if (!only.body.some(endsFile)) return;
    if (refusesTheWeb(only.test)) this.state.commandLine = true;
    else if (!asksForLoader(only.test, this.state.constants, true)) return;
    this.state.guarded = true;
  }

  private inBranch(body: readonly Statement[], dead: boolean): void {
    if (dead) this.state.dead++;
    this.scope.branch(() => this.block(body));
    if (dead) this.state.dead--;
  }

  private loop(node: Loop): void {
    for (const part of node.initial) this.evaluate(part);
    this.repeat(() => {
      if (!node.bodyFirst) for (const test of node.tests) this.evaluate(test);
      this.block(node.body);
      for (const part of node.updates) this.evaluate(part);
      if (node.bodyFirst) for (const test of node.tests) this.evaluate(test);
    });
  }

  /** Takes the outermost loop twice, so that what one round leaves behind is seen by the next. */
  private repeat(round: () => void): void {
    const rounds = this.scope.loops === 0 ? 2 : 1;
    this.scope.loops++;
    for (let count = 0; count < rounds; count++) this.scope.branch(round);
    this.scope.loops--;
  }

  private foreach(node: Foreach): void {
    const subject = this.evaluate(node.subject);
    const elements = subject.items && subject.items.size <= SHORT_LIST ? [...subject.items.values()] : [];
    const element = elements.length > 0 ? elements.reduce(join) : flagged(subject.flags);
    const take = (value: Value): void => {
      if (node.key) this.assign(node.key, flagged(subject.flags));
      this.assign(node.value, value);
      if (node.value.kind === 'variable' && typeof node.value.name === 'string') {
        const { owner } = this.scope;
        this.state.flows.add(node.value.name, owner, value, { from: node.subject, site: owner });
      }
      this.block(node.body);
    };
    if (this.scope.loops === 0 && elements.length > 0 && elements.length <= SHORT_LIST) {
      for (const value of elements) this.once(() => take(value));
    } else {
      this.repeat(() => take(element));
    }
  }

  private once(round: () => void): void {
    this.scope.loops++;
    this.scope.branch(round);
    this.scope.loops--;
  }

  /** After `extract` a variable that was unset may be set again by the client on the next request. */
  private unset(target: Expression): void {
    if (target.kind !== 'variable' || typeof target.name !== 'string') return;
    if (!this.scope.isUnset(target.name)) this.scope.set(target.name, flagged(this.scope.fallback));
  }

  private switch(node: Switch): void {
    this.evaluate(node.subject);
    for (const { test, body } of node.cases) {
      if (test) this.evaluate(test);
      this.scope.branch(() => this.block(body));
    }
  }
}

function endsFile(statement: Statement): boolean {
  return statement.kind === 'return' || (statement.kind === 'expression' && endsRequest(statement.expression));
}

/** What decides whether a call with these arguments was looked at before. */
function signature(value: Value): string {
  const { constant } = value;
  if (constant === undefined) {
    return `${value.flags}${value.className ?? ''}${value.items ? `#${value.items.size}` : ''}`;
  }
  return typeof constant === 'string' && constant.length > 200
    ? `${constant.length}${constant.slice(0, 200)}`
    : String(constant);
}

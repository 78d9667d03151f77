import type { AnalysisState } from './analysisState';
import type { Argument, Call, Expression, FunctionNode, MethodCall, New, StaticCall } from './ast';
import { builtinResult } from './builtinResult';
import { listValue } from './fold/arrayFunctions';
import { queryValue } from './fold/query';
import { ASKING_FUNCTIONS, CALLBACK_ARGUMENT, CHECKING_FUNCTIONS } from './functionNames';
import { constant, Flag, flagged, Mark, TAINT, textOf, UNKNOWN, type Value } from './value';
import { VariableEvaluator } from './variableEvaluator';

/** The last part of a qualified name, lower case: what a function or class is called wherever it is imported from. */
function shortName(name: string): string {
  return name.slice(name.lastIndexOf('\\') + 1).toLowerCase();
}

/** Which argument a function of PHP fills by reference, and from which argument's text. */
const FILLED_ARGUMENT: Readonly<Record<string, readonly [filled: number, from: number] | undefined>> = {
  preg_match: [2, 1],
  preg_match_all: [2, 1],
  ereg: [2, 1],
  eregi: [2, 1],
  parse_str: [1, 0],
  mb_parse_str: [1, 0],
};

/** Methods that run when an object comes or goes (PHP manual, "Magic Methods"). */
const RUN_BY_THEMSELVES = new Set(['__destruct', '__wakeup', '__unserialize', '__tostring']);

/** So many arguments are taken to come out of a list of the client's: `usort(...$_GET)`. */
const MOST_SPREAD = 4;

/** Elements of an array that `array_walk` is followed through. */
const MOST_WALKED = 16;

/** Calls of functions, methods and constructors. */
export abstract class CallEvaluator extends VariableEvaluator {
  /** Runs a function of the file for these arguments and gives what it returns. */
  protected abstract run(callee: FunctionNode, args: readonly Value[], argNodes: readonly Argument[]): Value;

  protected argumentValues(args: readonly Argument[]): Value[] {
    const values: Value[] = [];
    for (const [position, { value, spread }] of args.entries()) {
      const evaluated = this.evaluate(value);
      // A variable that nothing has set is most likely filled by the function that it is given to.
      if (position > 0 && value.kind === 'variable' && evaluated.flags & Flag.Unset) this.assign(value, UNKNOWN);
      if (spread && evaluated.items) values.push(...evaluated.items.values());
      else if (spread && evaluated.flags & Flag.Request) values.push(...Array<Value>(MOST_SPREAD).fill(evaluated));
      else values.push(evaluated);
    }
    return values;
  }

  protected call(node: Call): Value {
    if (node.callee.kind === 'name') {
      if (isFirstClass(node.args)) return constant(shortName(node.callee.name));
      const args = this.argumentValues(node.args);
      const name = shortName(node.callee.name);
      this.observe('call', node, name, args);
      return this.invoke(node, name, args, node.args);
    }
    const callee = this.calleeOf(node.callee);
    const args = this.argumentValues(node.args);
    return this.invokeValue(node, callee, args, node.args);
  }

  /** After `extract` over the client's data any variable may have been overwritten, also one that was set before. */
  private calleeOf(node: Expression): Value {
    const callee = this.evaluate(node);
    const nothingKnown = Object.keys(callee).every((key) => key === 'flags') && (callee.flags & ~Flag.Unset) === 0;
    return node.kind === 'variable' && nothingKnown ? flagged(this.scope.fallback) : callee;
  }

  /** Calls whatever a value names: a function's name, a closure, `[object, 'method']`. */
  private invokeValue(node: Expression, callee: Value, args: readonly Value[], argNodes: readonly Argument[]): Value {
    const [className, method = ''] = (textOf(callee) ?? '').split('::', 2);
    const name = shortName(method || (className ?? ''));
    this.observe('call', node, name, args, callee);
    if (method !== '') return this.runMethods(name, shortName(className ?? ''), args, argNodes);
    if (callee.closure) return this.run(callee.closure, args, argNodes);
    const ownClass = this.ownClass(callee);
    if (ownClass !== undefined) return this.runMethods('__invoke', ownClass, args, argNodes);
    const ofObject = callee.items ? textOf(callee.items.get('1')) : undefined;
    if (ofObject !== undefined) {
      const owner = callee.items!.get('0');
      const ownerName = owner?.className ?? (textOf(owner) === undefined ? undefined : shortName(textOf(owner)!));
      return this.runMethods(ofObject.toLowerCase(), ownerName, args, argNodes);
    }
    if (name !== '') return this.invoke(node, name, args, argNodes);
    return passed(args, callee.flags);
  }

  /** The class of this file that an object is of. */
  private ownClass(value: Value): string | undefined {
    const { className } = value;
    return className !== undefined && this.state.catalog.class(className) ? className : undefined;
  }

  /** Calls a function by name. */
  private invoke(node: Expression, name: string, args: readonly Value[], argNodes: readonly Argument[]): Value {
    const own = this.state.catalog.function(name);
    if (own) return this.run(own, args, argNodes);
    this.sideEffects(name, args, argNodes);
    switch (name) {
      case 'define': {
        const constantName = textOf(args[0]);
        if (constantName !== undefined && args[1]) this.state.constants.set(constantName, args[1]);
        return UNKNOWN;
      }
      case 'constant':
        return this.state.constants.get(textOf(args[0]) ?? '') ?? UNKNOWN;
      case 'func_get_args':
        return listValue((this.scope.owner?.parameters ?? []).map((parameter) => this.scope.get(parameter.name)));
      case 'compact':
        return this.compact(args);
      case 'unserialize':
        if (args[0] && args[0].flags & Flag.Request) this.fillObjects();
        break;
      case 'create_function':
        return { flags: 0, className: 'lambda' };
      case 'call_user_func':
        return args[0] ? this.invokeValue(node, args[0], args.slice(1), argNodes.slice(1)) : UNKNOWN;
      case 'call_user_func_array': {
        const list = args[1]?.items ? [...args[1].items.values()] : args.slice(1);
        return args[0] ? this.invokeValue(node, args[0], list, []) : UNKNOWN;
      }
      default:
    }
    const callback = this.callback(name, args);
    if (callback) return callback;
    if (!this.state.budget.spend(1 + ((textOf(args[0])?.length ?? 0) >> 6))) return UNKNOWN;
    const result = builtinResult(name, args);
    if (result.className === Mark.Handle && argNodes[0]) this.state.opened.set(result.items!, argNodes[0].value);
    return result;
  }

  /** Functions that call one of the file's own: it runs with what the others of the arguments carry. */
  private callback(name: string, args: readonly Value[]): Value | undefined {
    const position = CALLBACK_ARGUMENT.get(name);
    const filter =
      name === 'filter_var' ? this.state.catalog.function(textOf(args[2]?.items?.get('options')) ?? '') : undefined;
    if (filter && args[0]) return flagged(this.run(filter, [args[0]], []).flags);
    const callback = position === undefined || ASKING_FUNCTIONS.has(name) ? undefined : args[position];
    if (!callback) return undefined;
    const own = callback.closure ?? this.state.catalog.function(shortName(textOf(callback) ?? ''));
    const data = args.filter((arg) => arg !== callback);
    const walked = name.startsWith('array_walk') ? data[0]?.items : undefined;
    if (own && walked && walked.size <= MOST_WALKED) {
      for (const [key, value] of walked) this.run(own, [value, constant(key)], []);
      return UNKNOWN;
    }
    const elements = data.map((list) => (list.items ? joined(list) : list));
    // An output callback gets all that was printed, the client's texts included.
    const given = name === 'ob_start' ? [flagged(Flag.Request)] : elements;
    if (own) return flagged(this.run(own, given, []).flags);
    if (name !== 'array_map' || !callback.constant) return undefined;
    const items = data[0]?.items;
    if (data.length !== 1 || !items || items.size > 4096) return undefined;
    const results = [...items.values()].map((item) => builtinResult(shortName(textOf(callback)!), [item]));
    return listValue(results);
  }

  /** Variables that PHP's functions set: filled arguments, `extract`, checks. */
  private sideEffects(name: string, args: readonly Value[], argNodes: readonly Argument[]): void {
    const filled = FILLED_ARGUMENT[name];
    const target = filled && argNodes[filled[0]]?.value;
    // What is cut out by a pattern is no longer all that the client wants; the parts of a query are.
    const kept = name.endsWith('parse_str') ? TAINT | Flag.Whole : TAINT;
    const query = name.endsWith('parse_str') ? textOf(args[0]) : undefined;
    const parts = query === undefined ? undefined : queryValue(query);
    if (target) this.assign(target, parts ?? flagged((args[filled[1]]?.flags ?? 0) & kept));
    if (CHECKING_FUNCTIONS.has(name)) {
      const subject = argNodes[name.startsWith('preg_') ? 1 : 0]?.value;
      if (subject) this.scope.checked.add(this.source(subject));
    }
    if (name === 'import_request_variables') this.scope.fallback |= Flag.Request | Flag.Whole;
    const imports = name === 'extract' || (name === 'parse_str' && args.length === 1);
    if (imports && args[0]) this.importVariables(parts ?? args[0]);
  }

  private importVariables({ items, flags }: Value): void {
    if (items) for (const [key, value] of items) this.scope.set(key, value);
    else this.scope.fallback |= flags & (TAINT | Flag.Whole);
  }

  /** Objects that are made of the client's text have whatever properties the client likes. */
  private fillObjects(): void {
    const sent = flagged(Flag.Request | Flag.Whole);
    for (const { methods, properties } of this.state.program.classes) {
      if (!methods.some((method) => RUN_BY_THEMSELVES.has(method.name))) continue;
      for (const { name } of properties) this.state.properties.set(name, sent);
    }
  }

  private compact(names: readonly Value[]): Value {
    const items = new Map<string, Value>();
    let flags = 0;
    for (const name of names) {
      const text = textOf(name);
      if (text === undefined) continue;
      const value = this.scope.get(text);
      items.set(text, value);
      flags |= value.flags;
    }
    return { flags, items };
  }

  protected methodCall(node: MethodCall): Value {
    const base = this.evaluate(node.base);
    const nameValue = typeof node.name === 'string' ? undefined : this.evaluate(node.name);
    const name = (typeof node.name === 'string' ? node.name : (textOf(nameValue) ?? '')).toLowerCase();
    const args = this.argumentValues(node.args);
    this.observe('method', node, name, args, base);
    if (name === '__invoke') return this.invokeValue(node, base, args, node.args);
    if (base.className === 'reflectionfunction' && (name === 'invoke' || name === 'invokeargs')) {
      const list = name === 'invokeargs' && args[0]?.items ? [...args[0].items.values()] : args;
      return this.invokeValue(node, base.items?.get('0') ?? UNKNOWN, list, []);
    }
    const reflected = base.className?.startsWith('reflection') ? reflection(this.state, name, base, args) : undefined;
    if (reflected) return reflected;
    if (base.className === 'reflectionclass' && name.startsWith('newinstance')) {
      const list = name === 'newinstanceargs' && args[0]?.items ? [...args[0].items.values()] : args;
      return this.runMethods('__construct', shortName(textOf(base.items?.get('0')) ?? ''), list, []);
    }
    const isThis = node.base.kind === 'variable' && node.base.name === 'this';
    const className = isThis ? this.scope.owner?.owner : base.className;
    const result = this.runMethods(name, className, args, node.args);
    return result === UNKNOWN ? passed(args, base.flags, base.className) : result;
  }

  protected staticCall(node: StaticCall): Value {
    const owner = node.owner.kind === 'name' ? constant(node.owner.name) : this.evaluate(node.owner);
    const name = (this.nameOf(node.name) ?? '').toLowerCase();
    const args = this.argumentValues(node.args);
    this.observe('static', node, name, args, owner);
    if (name === 'fromcallable' && args[0]) return args[0];
    const written = shortName(textOf(owner) ?? '');
    if (written === 'ffi') return { flags: 0, className: 'ffi' };
    const className = ['self', 'static', 'parent'].includes(written) ? this.scope.owner?.owner : written;
    const result = this.runMethods(name, className, args, node.args);
    return result === UNKNOWN ? passed(args, 0) : result;
  }

  private runMethods(
    name: string,
    className: string | undefined,
    args: readonly Value[],
    argNodes: readonly Argument[],
  ): Value {
    const known = className !== undefined && this.state.catalog.class(className) !== undefined;
    const candidates = className !== undefined && !known ? [] : this.state.catalog.method(name, className);
    let result: Value = UNKNOWN;
    if (known && candidates.length === 0 && !name.startsWith('__')) {
      const given = [constant(name), listValue(args)];
      for (const magic of ['__call', '__callstatic']) {
        for (const method of this.state.catalog.method(magic, className)) result = this.run(method, given, []);
      }
    }
    for (const method of candidates.slice(0, 4)) result = this.run(method, args, argNodes);
    return result;
  }

  protected instance(node: New): Value {
    const owner = node.owner.kind === 'name' ? constant(node.owner.name) : this.evaluate(node.owner);
    const args = this.argumentValues(node.args);
    const className = shortName(textOf(owner) ?? '');
    this.observe('new', node, className, args, owner);
    this.runMethods('__construct', className, args, node.args);
    this.runMethods('__destruct', className, [], []);
    if (className === '') return passed(args, 0);
    return { flags: 0, className, items: new Map(args.map((arg, index) => [String(index), arg])) };
  }
}

/** What reflection says of a class or function of the file: constants, and comments, in which code may hide. */
function reflection(state: AnalysisState, name: string, base: Value, args: readonly Value[]): Value | undefined {
  if (name === 'getdoccomment') return flagged(Flag.Decoded);
  if (name === 'getconstant') return state.constants.get(`::${textOf(args[0]) ?? ''}`);
  const subject = base.items?.get('0');
  const node = state.catalog.class(subject?.className ?? shortName(textOf(subject) ?? ''));
  if (name !== 'getconstants' || !node) return undefined;
  const values = node.constants.map((each): [string, Value] => [
    each.name,
    state.constants.get(`::${each.name}`) ?? UNKNOWN,
  ]);
  return { flags: values.reduce((flags, [, value]) => flags | value.flags, 0), items: new Map(values) };
}

/** The result of a call that is not known: it may hand its arguments on. */
function passed(args: readonly Value[], flags: number, className?: string): Value {
  let all = flags;
  for (const arg of args) all |= arg.flags;
  const client = all & (Flag.Request | Flag.MaybeRequest) ? Flag.MaybeRequest : 0;
  const kept = client | (all & (Flag.Split | Flag.Upload));
  return className === undefined ? flagged(kept) : { flags: kept, className };
}

/** `name(...)`: the function itself, not a call of it (PHP 8.1). */
function isFirstClass([first, ...others]: readonly Argument[]): boolean {
  return first !== undefined && others.length === 0 && first.spread && first.value.kind === 'missing';
}

/** Any one element of a list. */
function joined(list: Value): Value {
  const [first] = list.items!.values();
  return list.items!.size === 1 ? first! : flagged(list.flags);
}

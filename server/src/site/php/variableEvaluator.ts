import type { AnalysisState } from './analysisState';
import type { ArrayLiteral, Expression, Index, Property, StaticProperty, Variable } from './ast';
import { substring } from './fold/stringFunctions';
import type { Observation } from './observation';
import type { Scope } from './scope';
import { fileValue, serverValue, superglobal } from './sources';
import { constant, Flag, flagged, join, Mark, numberOf, textOf, UNKNOWN, type Value } from './value';

/** Arrays up to this size are copied when an element is set, so that copies in the code stay copies; larger ones are shared. */
const COPIED_ITEMS = 64;

/** What indexing keeps of a value's origins. */
const ELEMENT_FLAGS = ~Flag.Computed;

/** Reads and writes variables, elements and properties. */
export abstract class VariableEvaluator {
  protected scope: Scope;

  constructor(
    protected readonly state: AnalysisState,
    scope: Scope,
  ) {
    this.scope = scope;
  }

  abstract evaluate(expression: Expression): Value;

  protected observe(
    kind: Observation['kind'],
    node: Expression,
    name: string,
    args: readonly Value[],
    callee?: Value,
  ): void {
    this.state.observations.add({
      kind,
      node,
      name,
      args,
      callee,
      owner: this.scope.owner,
      inLoop: this.scope.loops > 0,
      dead: this.state.dead > 0,
      guarded: this.state.guarded && this.scope.owner === undefined,
    });
  }

  /** The name of a variable, property or method: written, or folded from an expression. */
  protected nameOf(name: string | Expression): string | undefined {
    return typeof name === 'string' ? name : textOf(this.evaluate(name));
  }

  private variableName(node: Variable): string | undefined {
    if (typeof node.name === 'string') return node.name;
    // `${name}` outside a text: a constant that does not exist stood for its own name before PHP 8.
    if (node.name.kind === 'name' && !this.state.constants.has(node.name.name)) return node.name.name;
    const value = this.evaluate(node.name);
    this.state.dynamicNames.set(node, value);
    return textOf(value);
  }

  protected variable(node: Variable): Value {
    const name = this.variableName(node);
    if (name === undefined) return flagged(this.scope.fallback);
    if (name === 'argv' || name === 'argc') {
      this.state.commandLine = true;
      return UNKNOWN;
    }
    if (name === 'this') return { flags: 0, className: this.scope.owner?.owner };
    const value = superglobal(name) ?? this.scope.get(name);
    if (value === UNKNOWN && !this.state.included && this.scope.isUnset(name)) {
      this.state.unset.add(name);
      return flagged(Flag.Unset);
    }
    return this.checked(node, value);
  }

  /** A value that a condition has checked is no longer wholly the client's choice. */
  private checked(node: Expression, value: Value): Value {
    if (!(value.flags & Flag.Whole) || this.scope.checked.size === 0) return value;
    return this.scope.checked.has(this.source(node)) ? { ...value, flags: value.flags & ~Flag.Whole } : value;
  }

  protected source(node: Expression): string {
    return this.state.code.slice(node.start, Math.min(node.end, node.start + 200));
  }

  protected index(node: Index): Value {
    const base = this.evaluate(node.base);
    const key = node.index ? this.evaluate(node.index) : undefined;
    return this.checked(node, this.element(base, key));
  }

  protected element(base: Value, key: Value | undefined): Value {
    const text = textOf(key);
    switch (base.className) {
      case Mark.Server:
        if (text === 'argv' || text === 'argc') this.state.commandLine = true;
        return serverValue(text);
      case Mark.Files:
        return fileValue(text);
      case Mark.Session:
        return this.sessionValue(text ?? '');
      case Mark.Functions:
        if (text === 'internal' || text === 'user') return base;
        return flagged(key && key.flags & Flag.Request ? Flag.Request | Flag.Whole : Flag.Built);
      case Mark.Globals:
        return text === undefined ? UNKNOWN : (superglobal(text) ?? this.scope.file.get(text));
      default:
    }
    if (base.items) {
      const item = text === undefined ? undefined : base.items.get(text);
      if (item) return item;
      return flagged(base.flags & ELEMENT_FLAGS & ~Flag.Whole);
    }
    const at = numberOf(key);
    if (typeof base.constant === 'string') {
      return at === undefined
        ? flagged(base.flags | Flag.Built)
        : constant(substring(base.constant, at, 1), base.flags | Flag.Computed);
    }
    return flagged(base.flags & ELEMENT_FLAGS);
  }

  private sessionValue(key: string): Value {
    const stored = this.state.session.get(key) ?? this.state.session.get('');
    return {
      ...stored,
      flags: Flag.Session | ((stored?.flags ?? 0) & ~Flag.Whole),
      constant: undefined,
      suffix: undefined,
    };
  }

  protected property(node: Property): Value {
    const base = this.evaluate(node.base);
    const name = this.nameOf(node.name);
    const own = name === undefined ? undefined : this.state.properties.get(name);
    const origins = base.flags & (Flag.Request | Flag.Whole | Flag.MaybeRequest | Flag.Remote);
    if (!own) return flagged(origins);
    return origins === 0 ? own : { ...own, flags: own.flags | origins };
  }

  protected staticProperty(node: StaticProperty): Value {
    const name = this.nameOf(node.name);
    if (node.owner.kind !== 'name') this.evaluate(node.owner);
    return (name === undefined ? undefined : this.state.properties.get(name)) ?? UNKNOWN;
  }

  /** `target = value`, whatever the target is. */
  protected assign(target: Expression, value: Value): void {
    switch (target.kind) {
      case 'variable':
        this.assignVariable(target, value);
        break;
      case 'index':
        this.assignElement(target, value);
        break;
      case 'property':
      case 'staticProperty':
        this.assignProperty(target, value);
        break;
      case 'array':
        this.assignList(target, value);
        break;
      default:
        this.evaluate(target);
    }
  }

  private assignVariable(target: Variable, value: Value): void {
    const name = this.variableName(target);
    if (name !== undefined) {
      this.scope.set(name, value);
    } else if (typeof target.name !== 'string' && this.evaluate(target.name).flags & Flag.Request) {
      // `$$key = $value` over the client's data: from here on any variable may be the client's.
      this.scope.fallback |= value.flags & (Flag.Request | Flag.Whole);
    }
  }

  private assignElement(target: Index, value: Value): void {
    const base = this.evaluate(target.base);
    const key = target.index ? textOf(this.evaluate(target.index)) : undefined;
    if (base.className === Mark.Globals) {
      if (key !== undefined) this.scope.file.set(key, value);
      return;
    }
    if (base.className === Mark.Session) {
      const before = this.state.session.get(key ?? '');
      this.state.session.set(key ?? '', before ? join(before, value) : value);
      return;
    }
    if (base.className !== undefined && base.className.startsWith('$')) return;
    const flags = base.flags | (value.flags & ~Flag.Computed);
    if (target.index && key === undefined) {
      this.assign(target.base, { ...base, flags, constant: undefined });
      return;
    }
    const old = base.items;
    const items = old && old.size > COPIED_ITEMS ? (old as Map<string, Value>) : new Map(old);
    items.set(key ?? String(items.size), value);
    this.assign(target.base, { flags, items });
  }

  private assignProperty(target: Property | StaticProperty, value: Value): void {
    if (target.kind === 'property') this.evaluate(target.base);
    const name = this.nameOf(target.name);
    if (name === undefined) return;
    const before = this.state.properties.get(name);
    this.state.properties.set(name, before && before !== value ? join(before, value) : value);
  }

  private assignList(target: ArrayLiteral, value: Value): void {
    target.items.forEach((item, position) => {
      if (item.value.kind === 'missing') return;
      const key = item.key ? this.evaluate(item.key) : constant(position);
      this.assign(item.value, this.element(value, key));
    });
  }
}

import type { RuleFamily } from './family';
import type { Finding, Severity } from './finding';

/** A threshold of a rule that the user may change. */
export interface RuleOption {
  readonly default: number;
  /** Smallest value that makes sense; smaller settings are raised to it. */
  readonly minimum: number;
  /** What the number counts, e.g. `requests`, `requests/minute`, `percent`; the same word in docs and settings. */
  readonly unit: string;
  /** What the threshold does, for settings and documentation. */
  readonly description: () => string;
  /** Where the default comes from: a page, a measurement, a peer's threshold. */
  readonly source: string;
}

export type RuleOptions = Readonly<Record<string, RuleOption>>;

/** Values of a rule's options, all present. */
export type OptionValues<Options extends RuleOptions> = { readonly [Name in keyof Options]: number };

/**
 * One rule. `Model` is what it reads: a log or a site. Its `id` is at once the setting's key, `Diagnostic.code`, the SARIF
 * rule id and the heading in docs/rules.md.
 */
export interface Rule<Model, Options extends RuleOptions = RuleOptions> {
  readonly id: string;
  readonly family: RuleFamily;
  /** Severity that its findings have unless a finding says otherwise; shown in the documentation. */
  readonly severity: Severity;
  readonly title: () => string;
  /** What the rule looks for and why it matters, two or three sentences. */
  readonly explanation: () => string;
  readonly options: Options;
  /** Rules that tell more of the same requests: where they have a finding about them, this rule's is left out. */
  readonly yieldsTo?: readonly string[];
  /** Present on rules about what visitors can reach or do: nothing of that holds for files in a backup. */
  readonly onlyWhereVisitorsCome?: true;
  /** Pure: the same model and options give the same findings. */
  readonly find: (model: Model, options: OptionValues<Options>) => Finding[];
}

/** The user's wishes for one rule: a severity for all its findings, or silence, and thresholds. */
export interface RuleSetting {
  readonly severity?: Severity | 'off' | 'default';
  readonly [option: string]: number | string | undefined;
}

/** Settings by rule id; a rule without one keeps its defaults. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** Makes a rule whose `find` sees its own options typed, storable in a table of rules. */
export function defineRule<Model, Options extends RuleOptions>(rule: Rule<Model, Options>): Rule<Model> {
  // The table can't know each rule's options; `runRules` makes them from the rule's own, so that what `find` gets is right.
  return rule as unknown as Rule<Model>;
}

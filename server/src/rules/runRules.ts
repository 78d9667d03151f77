import { SEVERITIES, type Finding } from './finding';
import type { OptionValues, Rule, RuleOptions, RuleSettings } from './rule';

/** Runs every rule that is not switched off and gives all findings, the most urgent first. */
export function runRules<Model>(rules: readonly Rule<Model>[], model: Model, settings: RuleSettings = {}): Finding[] {
  return rules.flatMap((rule) => runRule(rule, model, settings[rule.id])).toSorted(bySeverity);
}

function runRule<Model>(rule: Rule<Model>, model: Model, setting: unknown): Finding[] {
  const wishes = isRecord(setting) ? setting : {};
  if (wishes['severity'] === 'off') return [];
  const findings = rule.find(model, optionValues(rule.options, wishes));
  const severity = SEVERITIES.find((each) => each === wishes['severity']);
  return severity === undefined ? findings : findings.map((finding) => ({ ...finding, severity }));
}

/** Settings come from a file that people edit by hand: what is not understood leaves the default. */
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function optionValues(options: RuleOptions, wishes: Readonly<Record<string, unknown>>): OptionValues<RuleOptions> {
  const values = Object.entries(options).map(([name, option]) => {
    const wish = wishes[name];
    const usable = typeof wish === 'number' && Number.isFinite(wish);
    return [name, usable ? Math.max(option.minimum, wish) : option.default] as const;
  });
  return Object.fromEntries(values);
}

function bySeverity(a: Finding, b: Finding): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
}

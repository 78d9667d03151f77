import { SEVERITIES, type Finding } from './finding';
import type { OptionValues, Rule, RuleOptions, RuleSetting, RuleSettings } from './rule';

/** Runs every rule that is not switched off and gives all findings, the most urgent first. */
export function runRules<Model>(rules: readonly Rule<Model>[], model: Model, settings: RuleSettings = {}): Finding[] {
  return rules.flatMap((rule) => runRule(rule, model, settings[rule.id])).toSorted(bySeverity);
}

function runRule<Model>(rule: Rule<Model>, model: Model, setting: RuleSetting = {}): Finding[] {
  const { severity } = setting;
  if (severity === 'off') return [];
  const findings = rule.find(model, optionValues(rule.options, setting));
  if (severity === undefined || severity === 'default') return findings;
  return findings.map((finding) => ({ ...finding, severity }));
}

function optionValues(options: RuleOptions, setting: RuleSetting): OptionValues<RuleOptions> {
  const values = Object.entries(options).map(([name, option]) => {
    const wish = setting[name];
    const usable = typeof wish === 'number' && Number.isFinite(wish);
    return [name, usable ? Math.max(option.minimum, wish) : option.default] as const;
  });
  return Object.fromEntries(values);
}

function bySeverity(a: Finding, b: Finding): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
}

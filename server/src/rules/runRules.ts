import { SEVERITIES, type Finding } from './finding';
import { optionValues, wantedSeverity } from './optionValues';
import type { Rule, RuleSettings } from './rule';
import { withoutRepeats } from './withoutRepeats';

/** Runs every rule that is not switched off and gives all findings that say something new, the most urgent first. */
export function runRules<Model>(rules: readonly Rule<Model>[], model: Model, settings: RuleSettings = {}): Finding[] {
  const findings = rules.flatMap((rule) => runRule(rule, model, settings[rule.id]));
  const yieldsTo = new Map(rules.map((rule) => [rule.id, rule.yieldsTo]));
  return withoutRepeats(findings, (rule) => yieldsTo.get(rule)).toSorted(bySeverity);
}

function runRule<Model>(rule: Rule<Model>, model: Model, setting: unknown): Finding[] {
  const severity = wantedSeverity(setting);
  if (severity === 'off') return [];
  const findings = rule.find(model, optionValues(rule.options, setting));
  return severity === undefined ? findings : findings.map((finding) => ({ ...finding, severity }));
}

/** Orders findings, the most urgent first. */
export function bySeverity(a: Finding, b: Finding): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
}

import { SEVERITIES, type Severity } from './finding';
import type { OptionValues, RuleOptions } from './rule';

/** What holds of a rule's thresholds, with the user's setting of the rule. What is not understood leaves the default. */
export function optionValues<Options extends RuleOptions>(options: Options, setting: unknown): OptionValues<Options> {
  const wishes = isRecord(setting) ? setting : {};
  const values = Object.entries(options).map(([name, option]) => {
    const wish = wishes[name];
    const usable = typeof wish === 'number' && Number.isFinite(wish);
    return [name, usable ? Math.max(option.minimum, wish) : option.default] as const;
  });
  // Every option has a value now.
  return Object.fromEntries(values) as OptionValues<Options>;
}

/** The severity that the user wants for a rule's findings; `undefined` where the rule decides. */
export function wantedSeverity(setting: unknown): Severity | 'off' | undefined {
  const wish = isRecord(setting) ? setting['severity'] : undefined;
  return wish === 'off' ? wish : SEVERITIES.find((each) => each === wish);
}

/** Settings come from a file that people edit by hand. */
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

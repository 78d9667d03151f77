import { FAMILIES, type RuleFamily } from '../../server/src/rules/family';
import type { Severity } from '../../server/src/rules/finding';
import { logRules } from '../../server/src/rules/log/table';
import type { RuleOptions } from '../../server/src/rules/rule';
import { siteRules } from '../../server/src/rules/site/table';

/** What documentation and settings need of a rule, whatever it reads. */
export interface RuleDescription {
  readonly id: string;
  readonly family: RuleFamily;
  readonly severity: Severity;
  readonly title: () => string;
  readonly explanation: () => string;
  readonly options: RuleOptions;
}

/** The rules about one thing, in the order of their table. */
export interface DescribedFamily {
  readonly id: RuleFamily;
  readonly title: () => string;
  readonly rules: readonly RuleDescription[];
}

const describedRules: readonly RuleDescription[] = [...logRules, ...siteRules];

/** Every family that has rules. */
export const describedFamilies: readonly DescribedFamily[] = FAMILIES.map(({ id, title }) => ({
  id,
  title,
  rules: describedRules.filter(({ family }) => family === id),
})).filter(({ rules }) => rules.length > 0);

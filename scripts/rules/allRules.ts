import type { RuleOptions } from '../../server/src/rules/rule';
import { logRules } from '../../server/src/rules/log/table';
import { siteRules } from '../../server/src/rules/site/table';

/** What documentation and settings need of a rule, whatever it reads. */
export interface RuleDescription {
  readonly id: string;
  readonly severity: string;
  readonly title: () => string;
  readonly explanation: () => string;
  readonly options: RuleOptions;
}

export const describedLogRules: readonly RuleDescription[] = logRules;
export const describedSiteRules: readonly RuleDescription[] = siteRules;
export const describedRules: readonly RuleDescription[] = [...logRules, ...siteRules];

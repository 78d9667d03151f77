import type { Severity } from '../../rules/finding';
import { logRules } from '../../rules/log/table';
import { siteRules } from '../../rules/site/table';
import { sarifMessage, type SarifMessage } from './sarifMessage';

/** How bad a result is (SARIF 2.1.0 §3.27.10). */
export type SarifLevel = 'error' | 'warning' | 'note';

/** A rule (§3.49). */
export interface SarifRule {
  readonly id: string;
  /** The id as one word, as programs show it (§3.49.7). */
  readonly name: string;
  readonly shortDescription: SarifMessage;
  readonly fullDescription: SarifMessage;
  /** What there is to read about it; there is no page on the internet to send people to (§3.49.13). */
  readonly help: SarifMessage;
  readonly defaultConfiguration: { readonly level: SarifLevel };
}

/** All rules about sites and logs, in the order of their tables. */
export function sarifRules(): SarifRule[] {
  return [...siteRules, ...logRules].map(({ id, title, explanation, severity }) => ({
    id,
    name: id.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: sarifMessage(title()),
    fullDescription: sarifMessage(explanation()),
    help: sarifMessage(explanation()),
    defaultConfiguration: { level: levelOf(severity) },
  }));
}

/** The levels are fewer than ours: what is good to know and what is style are both notes. */
export function levelOf(severity: Severity): SarifLevel {
  return severity === 'error' || severity === 'warning' ? severity : 'note';
}

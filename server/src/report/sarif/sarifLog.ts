import type { Finding } from '../../rules/finding';
import { t } from '../../words';
import { visibleJson } from '../json';
import { sarifMessage } from './sarifMessage';
import { sarifResults } from './sarifResults';
import { sarifRules } from './sarifRules';
import { withoutCommonFolder } from './withoutCommonFolder';

/** Schema of the format's version (SARIF 2.1.0 §3.13.3). */
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Findings by what they are about: their places are named from different folders. */
export interface FindingsBySubject {
  readonly site?: readonly Finding[];
  readonly logs?: readonly Finding[];
}

/**
 * Findings for programs that show or compare those of many tools (SARIF 2.1.0, OASIS Standard incorporating Approved Errata 01). One
 * run; places are relative to a folder that is not named, so that nothing of the user's computer is told.
 * @param language BCP 47 tag of the texts
 */
export function sarifLog({ site = [], logs = [] }: FindingsBySubject, language: string): string {
  const rules = sarifRules();
  const run = {
    tool: { driver: { name: 'Log & Site Audit', language, rules } },
    language,
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: {
      SITE: { description: sarifMessage(t('Folder with the copy of the site')) },
      LOGS: { description: sarifMessage(t('Folder with the logs')) },
    },
    results: [...sarifResults('SITE', site, rules), ...sarifResults('LOGS', withoutCommonFolder(logs), rules)],
  };
  return `${visibleJson({ $schema: SCHEMA, version: '2.1.0', runs: [run] })}\n`;
}

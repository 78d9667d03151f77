import { t } from '../../server/src/words';
import { describedRules } from './allRules';

const PREFIX = 'logSiteAudit.rules.';
const SECTION_TITLE = '%configuration.rules%';
const SEVERITY_CHOICES = ['default', 'error', 'warning', 'information', 'hint', 'off'];

type Words = Record<string, string>;
interface Section {
  title?: string;
  properties?: Record<string, unknown>;
}

/** The manifest with the settings of all rules, in a section of their own. */
export function withRuleSettings(manifest: { contributes?: { configuration?: Section | Section[] } }): unknown {
  const { contributes = {} } = manifest;
  const sections = [contributes.configuration ?? []].flat().filter((section) => section.title !== SECTION_TITLE);
  const rules: Section = { title: SECTION_TITLE, properties: Object.fromEntries(settings()) };
  return { ...manifest, contributes: { ...contributes, configuration: [...sections, rules] } };
}

/** The words of the manifest with those of the settings, in the language that is set. */
export function withRuleWords(words: Words): Words {
  const others = Object.entries(words).filter(([key]) => !key.startsWith('rules.') && key !== 'configuration.rules');
  return Object.fromEntries([...others, ['configuration.rules', t('Rules')], ...ruleWords()]);
}

/** Settings of the user alone: those of an opened folder could be the attacker's, who would switch the rules off. */
function settings(): [string, unknown][] {
  return describedRules.flatMap(({ id, options }) => [
    [
      `${PREFIX}${id}.severity`,
      {
        type: 'string',
        enum: SEVERITY_CHOICES,
        default: 'default',
        scope: 'application',
        description: `%rules.${id}.severity%`,
      },
    ] as [string, unknown],
    ...Object.entries(options).map(([name, option]): [string, unknown] => [
      `${PREFIX}${id}.${name}`,
      {
        type: 'number',
        default: option.default,
        minimum: option.minimum,
        scope: 'application',
        description: `%rules.${id}.${name}%`,
      },
    ]),
  ]);
}

function ruleWords(): [string, string][] {
  return describedRules.flatMap(({ id, title, explanation, options }) => [
    [`rules.${id}.severity`, t('Severity of findings of “{0}”. {1}', title(), explanation())] as [string, string],
    ...Object.entries(options).map(([name, { description, unit }]): [string, string] => [
      `rules.${id}.${name}`,
      `${description()} (${unit})`,
    ]),
  ]);
}

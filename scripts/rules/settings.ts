import { t } from '../../server/src/words';
import { describedFamilies, type DescribedFamily, type RuleDescription } from './allRules';

const PREFIX = 'logSiteAudit.rules.';
const SEVERITY_CHOICES = ['default', 'error', 'warning', 'information', 'hint', 'off'];
/** Keys of the manifest's words that are made here. */
const WORDS = ['rules.', 'configuration.rules'];

type Words = Record<string, string>;
interface Section {
  title?: string;
  order?: number;
  properties?: Record<string, unknown>;
}

/** The manifest with the settings of all rules, a section for each family: the editor lists sections beside each other. */
export function withRuleSettings(manifest: { contributes?: { configuration?: Section | Section[] } }): unknown {
  const { contributes = {} } = manifest;
  const others = [contributes.configuration ?? []]
    .flat()
    .filter(({ title }) => !title?.startsWith('%configuration.rules'));
  const sections = describedFamilies.map((family, index) => sectionOf(family, others.length + index + 1));
  return { ...manifest, contributes: { ...contributes, configuration: [...others, ...sections] } };
}

/** The words of the manifest with those of the settings, in the language that is set. */
export function withRuleWords(words: Words): Words {
  const others = Object.entries(words).filter(([key]) => !WORDS.some((start) => key.startsWith(start)));
  return Object.fromEntries([
    ...others,
    ...describedFamilies.map(({ id, title }) => [`configuration.rules.${id}`, title()]),
    ...describedFamilies.flatMap(({ rules }) => rules.flatMap(wordsOf)),
  ]);
}

function sectionOf({ id, rules }: DescribedFamily, order: number): Section {
  const settings = rules
    .flatMap(settingsOf)
    .map(([key, setting], index) => [key, { ...setting, order: index }] as const);
  return { title: `%configuration.rules.${id}%`, order, properties: Object.fromEntries(settings) };
}

/**
 * Settings of the user alone: those of an opened folder could be the attacker's, who would switch the rules off. The severity
 * comes first, thresholds behind it; without `order` the editor would sort them by name.
 */
function settingsOf({ id, options }: RuleDescription): [string, object][] {
  return [
    [
      `${PREFIX}${id}.severity`,
      {
        type: 'string',
        enum: SEVERITY_CHOICES,
        default: 'default',
        scope: 'application',
        description: `%rules.${id}.severity%`,
      },
    ],
    ...Object.entries(options).map(([name, option]): [string, object] => [
      `${PREFIX}${id}.${name}`,
      {
        type: 'number',
        default: option.default,
        minimum: option.minimum,
        scope: 'application',
        description: `%rules.${id}.${name}%`,
      },
    ]),
  ];
}

function wordsOf({ id, title, explanation, options }: RuleDescription): [string, string][] {
  return [
    [`rules.${id}.severity`, t('Severity of findings of “{0}”. {1}', title(), explanation())],
    ...Object.entries(options).map(([name, { description, unit }]): [string, string] => [
      `rules.${id}.${name}`,
      `${description()} (${unit})`,
    ]),
  ];
}

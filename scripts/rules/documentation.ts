import { severityName } from '../../server/src/rules/severityWords';
import { t } from '../../server/src/words';
import { describedFamilies, type DescribedFamily, type RuleDescription } from './allRules';

/** The page of all rules, in the language that is set. */
export function ruleDocumentation(): string {
  return `${[
    `# ${t('Rules')}`,
    t(
      'This page is made from the rule tables by npm run generate. A heading is at once the id of the rule, the key of its settings and the code of its findings.',
    ),
    overview(),
    ...describedFamilies.flatMap(({ title, rules }) => [`## ${title()}`, ...rules.map(describeRule)]),
  ].join('\n\n')}\n`;
}

/** Links to all rules, a line for each family. */
function overview(): string {
  return describedFamilies.map((family) => `- **${family.title()}**: ${linksTo(family)}`).join('\n');
}

function linksTo({ rules }: DescribedFamily): string {
  return rules.map(({ id, title }) => `[${title()}](#${id})`).join(' · ');
}

function describeRule(rule: RuleDescription): string {
  return [
    `### ${rule.id}`,
    `**${rule.title()}** · ${t('usual severity: {0}', severityName(rule.severity))} · \`logSiteAudit.rules.${rule.id}.severity\``,
    rule.explanation(),
    ...optionTable(rule),
  ].join('\n\n');
}

function optionTable({ id, options }: RuleDescription): string[] {
  const rows = Object.entries(options).map(([name, { default: value, unit, description, source }]) => {
    return `| \`logSiteAudit.rules.${id}.${name}\` | ${value} ${unit} | ${description()} | ${source} |`;
  });
  if (rows.length === 0) return [];
  const head = `| ${[t('Setting'), t('Default'), t('Meaning'), t('Source of the default')].join(' | ')} |`;
  return [[head, '|:--|:--|:--|:--|', ...rows].join('\n')];
}

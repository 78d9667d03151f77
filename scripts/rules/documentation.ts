import { t } from '../../server/src/words';
import { describedLogRules, describedSiteRules, type RuleDescription } from './allRules';

/** The page of all rules, in the language that is set. */
export function ruleDocumentation(): string {
  return `${[
    `# ${t('Rules')}`,
    t(
      'This page is made from the rule tables by npm run generate. A heading is at once the id of the rule, the key of its settings and the code of its findings.',
    ),
    `## ${t('Logs')}`,
    ...describedLogRules.map(describeRule),
    `## ${t('Site folder')}`,
    ...describedSiteRules.map(describeRule),
  ].join('\n\n')}\n`;
}

function describeRule(rule: RuleDescription): string {
  return [
    `### ${rule.id}`,
    `**${rule.title()}** · ${t('usual severity: {0}', rule.severity)} · \`logSiteAudit.rules.${rule.id}.severity\``,
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

import { SEVERITIES } from '../../server/src/rules/finding';
import { severityMeaning, severityName } from '../../server/src/rules/severityWords';
import { t } from '../../server/src/words';
import { describedFamilies, type RuleDescription } from './allRules';

/** The page on what severities mean, in the language that is set. `rulesPage` is the page of all rules beside it. */
export function severityDocumentation(rulesPage: string): string {
  return `${[
    `# ${t('How urgent is a finding?')}`,
    t('This page is made from the rule tables by npm run generate.'),
    ...SEVERITIES.flatMap((severity) => [`## ${severityName(severity)}`, severityMeaning(severity)]),
    `## ${t('What decides')}`,
    ...decisions(),
    `## ${t('The usual severity of each rule')}`,
    t(
      'A rule may say less than usual where the server refused, and more where it carried out what was asked; the finding gives the reason.',
    ),
    ruleTable(rulesPage),
  ].join('\n\n')}\n`;
}

function decisions(): string[] {
  return [
    [
      t('The outcome comes before the attempt: what worked is more urgent than what was tried, however often.'),
      t(
        'A finding says what was seen, not who is to blame. Addresses may belong to people whose computers were taken over.',
      ),
      t(
        'An ordinary month of an ordinary site has no error and hardly a warning; otherwise nobody would look any more.',
      ),
      t('The command line ends with 1 when there is an error or a warning, with 0 when there is neither.'),
      t('You decide in the end: every rule has a setting for the severity of its findings, or to switch it off.'),
    ]
      .map((sentence) => `- ${sentence}`)
      .join('\n'),
    t(
      'At most {0} findings of a log are marked in the editor, the most urgent ones; a marker on the first line says how many are left out. Lenses, reports and the command line have all.',
      '1,000',
    ),
  ];
}

function ruleTable(rulesPage: string): string {
  const head = [t('Rule'), t('Usual severity'), t('What it finds')];
  return [
    `| ${head.join(' | ')} |`,
    '|:--|:--|:--|',
    ...describedFamilies.flatMap(({ rules }) => rules.map((rule) => row(rule, rulesPage))),
  ].join('\n');
}

function row({ id, severity, title }: RuleDescription, rulesPage: string): string {
  return `| [\`${id}\`](${rulesPage}#${id}) | ${severityName(severity)} | ${title()} |`;
}

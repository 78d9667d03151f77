import type { OwnRuleMatch } from '../../site/ownRules/ownRuleMatch';
import { nameOf } from '../../site/paths';
import type { ConnectedSite } from '../../site/siteModel';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type RuleOptions } from '../rule';
import { siteFinding } from './siteFinding';

/** What the rules say that the user brought along. */
export const ownYaraRule = defineRule<ConnectedSite, RuleOptions>({
  id: 'own-yara-rule',
  family: 'site-files',
  severity: 'warning',
  title: () => t('A match of your own YARA rules'),
  explanation: () =>
    t(
      'One of the YARA rules in the folder that you named says something of this file. How sure it is, and what it means, only its author knows.',
    ),
  options: {},
  find: ({ ownRuleMatches }) => [...byFile(ownRuleMatches).values()].map(finding),
});

/** All that the rules say of one file is one finding. */
function byFile(matches: readonly OwnRuleMatch[]): Map<string, OwnRuleMatch[]> {
  const files = new Map<string, OwnRuleMatch[]>();
  for (const match of matches) {
    const known = files.get(match.path);
    if (known === undefined) files.set(match.path, [match]);
    else known.push(match);
  }
  return files;
}

function finding(matches: readonly OwnRuleMatch[]): Finding {
  const [first] = matches;
  const name = nameOf(first!.path);
  return siteFinding({
    rule: ownYaraRule.id,
    severity: ownYaraRule.severity,
    title:
      matches.length === 1
        ? t('Your YARA rule {0} matches {1}', first!.rule, name)
        : t('{0} of your YARA rules match {1}', matches.length, name),
    detail: matches.map(describe).join(' '),
    advice: t(
      'Open the file and compare it with a clean copy. If it is harmless, tell the author of the rule, or mark the file as known good.',
    ),
    places: matches.map(({ path, line, rule }) => ({
      file: path,
      ...(line !== undefined && { line }),
      note: t('here {0} matches', rule),
    })),
  });
}

/** Who made the rule is always named: many licences of rules ask for that, and the reader can ask nobody else. */
function describe({ rule, source, author, license, description }: OwnRuleMatch): string {
  return [
    description === undefined
      ? t('{0} ({1}).', rule, source)
      : t('{0} ({1}): {2}.', rule, source, withoutStop(description)),
    ...(author === undefined ? [] : [t('Author of the rule: {0}.', withoutStop(author))]),
    ...(license === undefined ? [] : [t('Licence of the rule: {0}.', withoutStop(license))]),
  ].join(' ');
}

function withoutStop(text: string): string {
  return text.replace(/\.+\s*$/, '');
}

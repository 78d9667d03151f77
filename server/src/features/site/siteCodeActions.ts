import { type CodeAction, type Command, type Diagnostic, type Range } from 'vscode-languageserver-protocol';
import {
  MARK_KNOWN_GOOD_COMMAND,
  MEMBER_SCHEME,
  PROTECT_FORM_COMMAND,
  QUARANTINE_COMMAND,
  REVEAL_FINDING_COMMAND,
  SHOW_DECODED_COMMAND,
  SHOW_RULE_COMMAND,
} from '../../protocol';
import { siteRules } from '../../rules/site/table';
import type { FileFindings } from '../../siteFindings';
import { t } from '../../words';
import { actionOf, distinct } from '../codeActions';
import { command } from '../findingCommands';
import { showDecodedTitle } from './decodedText';
import { findingsAt, type FindingAt } from './findingsAt';
import { FORM_RULES } from './protectForm';

/**
 * What can be done about the findings on the lines of a range of a site file: first what helps to understand them, then what to do
 * with the file, last what keeps it from being reported.
 * @param uri of the file
 * @param diagnostics those that the editor asks for
 */
export function siteCodeActions(
  uri: string,
  parts: readonly FileFindings[],
  { start, end }: Range,
  diagnostics: readonly Diagnostic[] = [],
): CodeAction[] {
  const lines = {
    start: { line: start.line, character: 0 },
    end: { line: end.line, character: Number.MAX_SAFE_INTEGER },
  };
  const found = findingsAt(parts, lines);
  const actions = (commandOf: (each: FindingAt) => Command | undefined): CodeAction[] =>
    found.flatMap((each) => {
      const own = diagnostics.filter(({ code }) => code === each.finding.rule);
      const offered = commandOf(each);
      return offered === undefined ? [] : [actionOf(offered, own)];
    });
  const actionsOnFile = [
    ...actions(() => command(t('Move to quarantine…'), QUARANTINE_COMMAND, uri)),
    ...actions(() => command(t('I know that this file is good…'), MARK_KNOWN_GOOD_COMMAND, uri)),
  ];
  return distinct([
    ...actions(({ finding, key }) => finding.decoded && command(showDecodedTitle(), SHOW_DECODED_COMMAND, key)),
    ...actions(({ key }) =>
      FORM_RULES.has(key.rule) ? command(t('How to protect this form'), PROTECT_FORM_COMMAND, key) : undefined,
    ),
    ...actions(({ key }) => aboutRule(key.rule)),
    ...actions(({ key }) => command(t('Show in the list of findings'), REVEAL_FINDING_COMMAND, key)),
    ...(uri.startsWith(`${MEMBER_SCHEME}:`) ? [] : actionsOnFile),
  ]);
}

function aboutRule(id: string): Command | undefined {
  const rule = siteRules.find((each) => each.id === id);
  return rule && command(t('About the rule “{0}”', rule.title()), SHOW_RULE_COMMAND, id);
}

import { count } from '../../numbers';
import { REVEAL_FINDING_COMMAND } from '../../protocol';
import { markdownLink, markdownSentence, markdownText } from '../../report/markdown';
import { t } from '../../words';
import { commandLink } from '../commandLink';
import type { SiteFileState } from '../serverFile';
import { certaintyWords } from '../site/certainty';
import { namedFindings, type NamedFinding } from '../site/findingsAt';

/** Findings that the hover on a path has room for; the rest is said by number. */
const MOST_FINDINGS = 3;

/** What the site audit says of the file that a request was for, as Markdown; nothing where it says nothing. */
export function auditLines({ uri, findings }: Extract<SiteFileState, { readonly kind: 'found' }>): string[] {
  const found = namedFindings(findings);
  if (found.length === 0) return [];
  const left = found.length - MOST_FINDINGS;
  const lines = [
    ...found.slice(0, MOST_FINDINGS).map((each) => `- ${findingLine(each, uri)}`),
    ...(left > 0 ? [`- ${markdownText(t('… and {0} more', count(left)))}`] : []),
  ];
  return [`**${t('What the site audit says of this file')}**`, lines.join('\n')];
}

function findingLine({ finding, key }: NamedFinding, uri: string): string {
  const { line = 1, column = 1 } = finding.places[0] ?? {};
  return [
    `**${markdownText(certaintyWords(finding).name)}** ${markdownSentence(finding.title)}`,
    markdownLink(markdownText(t('Open the file')), `${uri}#L${line},${column}`),
    commandLink(t('Show in the list of findings'), REVEAL_FINDING_COMMAND, key),
  ].join(' · ');
}

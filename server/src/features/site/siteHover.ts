import { MarkupKind, type Hover, type Position } from 'vscode-languageserver-protocol';
import type { FileCalls } from '../../incident/fileCalls';
import { callsAndTimesText } from '../../incident/fileWords';
import { count } from '../../numbers';
import { SHOW_DECODED_COMMAND, SHOW_RULE_COMMAND } from '../../protocol';
import type { Finding, Place } from '../../rules/finding';
import { siteRules } from '../../rules/site/table';
import { siteFileUri } from '../../siteFileUri';
import type { FileFindings } from '../../siteFindings';
import { t } from '../../words';
import { markdownCode, markdownLink, markdownSentence, markdownText } from '../../report/markdown';
import { commandLink } from '../commandLink';
import { withoutLongWords } from '../longWords';
import { certaintyWords } from './certainty';
import { decodedLines, showDecodedTitle } from './decodedText';
import { findingsAt, placeRange, type FindingAt } from './findingsAt';

/** Findings, steps and lines of code that a hover has room for; the rest is said by number. */
const MOST_FINDINGS = 3;
const MOST_STEPS = 8;
const MOST_CODE_LINES = 12;
/** Characters of decoded code in a hover; a line of it may be as long as an attacker likes. */
const MOST_CODE = 600;

/** What the open logs know of a file's calls. */
export interface KnownCalls {
  /** How many logs are open; with none, nothing can be said. */
  readonly logs: number;
  /** `undefined` where no log saw the file called. */
  readonly of: (file: FileFindings) => FileCalls | undefined;
}

/**
 * Why there are findings at a position of a site file: how sure they are, what was seen where, what hidden code says, and who called
 * the file.
 */
export function siteHover(
  parts: readonly FileFindings[],
  position: Position,
  known: KnownCalls = { logs: 0, of: () => undefined },
): Hover | null {
  const found = findingsAt(parts, { start: position, end: position });
  const [first] = found;
  if (first === undefined) return null;
  const left = found.length - MOST_FINDINGS;
  const value = [
    ...found.slice(0, MOST_FINDINGS).map(explanation),
    ...more(left),
    ...(known.logs > 0 ? [callsLine(parts, known)] : []),
  ].join('\n\n---\n\n');
  return {
    contents: { kind: MarkupKind.Markdown, value },
    ...(first.place?.endColumn !== undefined && { range: placeRange(first.place) }),
  };
}

/** Several audited folders may hold the file; the first of which a log knows anything speaks for all. */
function callsLine(parts: readonly FileFindings[], { of }: KnownCalls): string {
  const calls = parts.map(of).find((each) => each !== undefined);
  const text = calls === undefined ? t('No open log saw this file called.') : callsAndTimesText(calls);
  return `**${t('Calls in the open logs')}**\n\n${markdownSentence(text)}`;
}

function explanation({ finding, key }: FindingAt): string {
  const { name, meaning } = certaintyWords(finding);
  return [
    `### ${markdownText(ruleTitle(finding))}`,
    `**${markdownText(name)}** · ${markdownSentence(meaning)}`,
    ...evidence(finding, key.folder),
    ...hiddenCode(finding),
    [
      ...(finding.decoded ? [commandLink(showDecodedTitle(), SHOW_DECODED_COMMAND, key)] : []),
      commandLink(t('About this rule'), SHOW_RULE_COMMAND, finding.rule),
    ].join(' · '),
  ].join('\n\n');
}

function ruleTitle({ rule }: Finding): string {
  return siteRules.find(({ id }) => id === rule)?.title() ?? rule;
}

/** What is seen where, step by step as the rule orders it; in a sentence where no step says what is seen. */
function evidence({ places, placesTruncated = 0, detail }: Finding, folder: string): string[] {
  const steps = places.filter(({ note }) => note !== undefined);
  const heading = `**${t('What was seen')}**`;
  if (steps.length === 0) return [heading, markdownSentence(detail)];
  const shown = steps.slice(0, MOST_STEPS);
  const left = steps.length - shown.length + placesTruncated;
  return [heading, shown.map((place, index) => `${index + 1}. ${step(place, folder)}`).join('\n'), ...more(left)];
}

function step(place: Place, folder: string): string {
  const { file, line = 1, column = 1, note = '' } = place;
  const where = markdownText(t('{0}, line {1}', file, count(line)));
  return `${markdownLink(where, `${siteFileUri(folder, file)}#L${line},${column}`)}: ${markdownSentence(withoutLongWords(note))}`;
}

function hiddenCode({ decoded }: Finding): string[] {
  if (decoded === undefined) return [];
  const text = decoded.text.trim();
  const all = decodedLines(text.slice(0, MOST_CODE));
  const lines = all.slice(0, MOST_CODE_LINES);
  const isCut = decoded.truncated || text.length > MOST_CODE || all.length > lines.length;
  return [
    `**${t('What the hidden code says')}** (${t('only text, nothing of it was run')})`,
    markdownCode(isCut ? [...lines, '…'] : lines, 'php'),
  ];
}

function more(left: number): string[] {
  return left > 0 ? [markdownText(t('… and {0} more', count(left)))] : [];
}

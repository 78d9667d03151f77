import type { LogTable } from '../log/logTable';
import { count } from '../numbers';
import { t } from '../words';
import { markdownText } from '../report/markdown';

/** What is counted in a log, as a heading. */
export function entriesName({ hasOnlyRequests }: LogTable): string {
  return hasOnlyRequests ? t('Requests') : t('Entries');
}

/** `POST 1,441, GET 12`: names with their counts, the first `most` of them, and how many more there are. */
export function countList(pairs: readonly (readonly [name: string, count: number])[], most: number): string {
  const shown = pairs.slice(0, most).map(([name, each]) => `${markdownText(name)} ×${count(each)}`);
  return [...shown, ...moreNote(pairs.length - shown.length)].join(', ');
}

/** A list with one name and its count on each line, under a heading; nothing where there is nothing to list. */
export function countLines(
  heading: string,
  pairs: readonly (readonly [name: string, count: number])[],
  most: number,
): string[] {
  if (pairs.length === 0) return [];
  const shown = pairs.slice(0, most).map(([name, each]) => `${count(each)} × ${markdownText(name)}`);
  const items = [...shown, ...moreNote(pairs.length - shown.length)].map((line) => `- ${line}`);
  return [`**${heading}**\n\n${items.join('\n')}`];
}

function moreNote(more: number): string[] {
  return more > 0 ? [t('and {0} more', count(more))] : [];
}

import { terminalText } from '../report/terminal';

/** Longest piece of a log or a site that is shown in a hover, in characters. */
const LONGEST_TEXT = 200;

/**
 * Text of a log or a site within Markdown: shown as it is, whatever it says. Every character that could be markup is
 * escaped, control characters are made visible, and what is overlong is cut.
 */
export function markdownText(text: string): string {
  const cut = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
  return terminalText(cut).replace(/[\\`*_{}[\]()#+\-.!|<>&~$:@/]/g, '\\$&');
}

/** A table with two columns; the right one is Markdown already. */
export function markdownTable(rows: readonly (readonly [label: string, value: string])[]): string {
  return ['| | |', '|:--|:--|', ...rows.map(([label, value]) => `| ${label} | ${value} |`)].join('\n');
}

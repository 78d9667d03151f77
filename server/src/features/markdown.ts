import { terminalText } from '../report/terminal';
import { shortened } from '../shortened';

/**
 * Text of a log or a site within Markdown: shown as it is, whatever it says. Every character that could be markup is
 * escaped, control characters are made visible, and what is overlong is cut.
 */
export function markdownText(text: string): string {
  return terminalText(shortened(text)).replace(/[\\`*_{}[\]()#+\-.!|<>&~$:@/]/g, '\\$&');
}

/** A table with two columns; the right one is Markdown already. */
export function markdownTable(rows: readonly (readonly [label: string, value: string])[]): string {
  return ['| | |', '|:--|:--|', ...rows.map(([label, value]) => `| ${label} | ${value} |`)].join('\n');
}

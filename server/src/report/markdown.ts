import { shortened } from '../shortened';
import { terminalText } from './terminal';

/**
 * Text of a log or a site within Markdown: shown as it is, whatever it says. Every character that could be markup is
 * escaped, control characters are made visible, and what is overlong is cut.
 */
export function markdownText(text: string): string {
  return markdownSentence(shortened(text));
}

/** The same for a message of ours that may quote such text: all of it is shown. */
export function markdownSentence(text: string): string {
  return terminalText(text).replace(/[\\`*_{}[\]()#+\-.!|<>&~$:@/]/g, '\\$&');
}

/** A link. @param label Markdown already @param uri percent-encoded where RFC 3986 asks for it */
export function markdownLink(label: string, uri: string): string {
  return `[${label}](${uri.replace(/[!'()*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)})`;
}

/**
 * Lines of a site's code within Markdown, in a block that they can't end: its fence is longer than any in them (CommonMark 0.31
 * §4.5). Control characters are made visible.
 * @param language as the editor names it, for colours
 */
export function markdownCode(lines: readonly string[], language: string): string {
  const code = lines.map((line) => line.split('\t').map(terminalText).join('\t')).join('\n');
  const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}${language}\n${code}\n${fence}`;
}

/** A table with two columns; the right one is Markdown already. */
export function markdownTable(rows: readonly (readonly [label: string, value: string])[]): string {
  return ['| | |', '|:--|:--|', ...rows.map(([label, value]) => `| ${label} | ${value} |`)].join('\n');
}

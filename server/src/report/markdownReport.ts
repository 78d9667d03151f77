import { shortenedTo } from '../shortened';
import { markdownSentence } from './markdown';
import type { ReportBlock, ReportDocument, ReportSection, ReportTable } from './reportDocument';

/** Longest text that is shown whole, in UTF-16 units. */
const LONGEST_TEXT = 4000;

/** A report as a document in Markdown (CommonMark, tables of GitHub Flavored Markdown §4.10). */
export function markdownReport({ title, summary, sections, credits }: ReportDocument): string {
  const parts = [
    `# ${inline(title)}`,
    ...summary.map((sentence) => `**${inline(sentence)}**`),
    ...sections.flatMap(sectionParts),
    '---',
    ...credits.map(inline),
  ];
  return `${parts.join('\n\n')}\n`;
}

function sectionParts({ title, blocks }: ReportSection): string[] {
  return [`## ${inline(title)}`, ...blocks.flatMap(blockParts)];
}

function blockParts(block: ReportBlock): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [inline(block.text)];
    case 'list':
      return [block.items.map((item) => `- ${inline(item)}`).join('\n')];
    case 'table':
      return [`**${inline(block.caption)}**`, tableMarkdown(block)];
    case 'part':
      return [`### ${inline(block.title)}`, ...block.blocks.flatMap(blockParts)];
  }
}

function tableMarkdown({ columns, rows }: ReportTable): string {
  return [columns, columns.map(() => undefined), ...rows].map(rowMarkdown).join('\n');
}

function rowMarkdown(cells: readonly (string | undefined)[]): string {
  return `| ${cells.map((cell) => (cell === undefined ? ':--' : inline(cell))).join(' | ')} |`;
}

function inline(text: string): string {
  return markdownSentence(shortenedTo(text, LONGEST_TEXT));
}

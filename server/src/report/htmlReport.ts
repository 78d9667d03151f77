import { createHash } from 'node:crypto';
import { element, type Html } from './html';
import { REPORT_STYLE } from './htmlReportStyle';
import type { ReportBlock, ReportDocument, ReportSection, ReportTable } from './reportDocument';

/**
 * What the page may do: show itself in its own style, and nothing else. No script, no picture, no form, no address is asked
 * (Content Security Policy Level 3 §2.3.1, hashes §8.3).
 */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(REPORT_STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * A report as one file of HTML that needs nothing else, for reading, printing and screen readers.
 * @param language BCP 47 tag of the texts
 */
export function htmlReport(report: ReportDocument, language: string): string {
  const head = element(
    'head',
    {},
    { html: '<meta charset="utf-8">' },
    { html: `<meta http-equiv="Content-Security-Policy" content="${POLICY}">` },
    { html: '<meta name="viewport" content="width=device-width, initial-scale=1">' },
    { html: '<meta name="referrer" content="no-referrer">' },
    element('title', {}, report.title),
    // The hash in the policy is that of these very characters.
    { html: `<style>${REPORT_STYLE}</style>` },
  );
  const body = element(
    'body',
    {},
    element(
      'main',
      {},
      element('h1', {}, report.title),
      element('div', { class: 'summary' }, ...report.summary.map((sentence) => element('p', {}, sentence))),
      ...report.sections.map(sectionHtml),
    ),
    element('footer', {}, ...report.credits.map((line) => element('p', {}, line))),
  );
  return `<!DOCTYPE html>\n${element('html', { lang: language }, head, body).html}\n`;
}

function sectionHtml({ title, blocks }: ReportSection, index: number): Html {
  const id = `section-${index + 1}`;
  return element('section', { 'aria-labelledby': id }, element('h2', { id }, title), ...blocks.map(blockHtml));
}

function blockHtml(block: ReportBlock): Html {
  switch (block.kind) {
    case 'paragraph':
      return element('p', {}, block.text);
    case 'list':
      return element('ul', {}, ...block.items.map((item) => element('li', {}, item)));
    case 'table':
      return tableHtml(block);
    case 'part':
      return element('article', {}, element('h3', {}, block.title), ...block.blocks.map(blockHtml));
  }
}

/** Screen readers say the caption first, and with each cell the names of its row and column. */
function tableHtml({ caption, columns, rows }: ReportTable): Html {
  const heading = element('tr', {}, ...columns.map((name) => element('th', { scope: 'col' }, name)));
  const body = rows.map(([name = '', ...cells]) =>
    element('tr', {}, element('th', { scope: 'row' }, name), ...cells.map((cell) => element('td', {}, cell))),
  );
  return element(
    'table',
    {},
    element('caption', {}, caption),
    element('thead', {}, heading),
    element('tbody', {}, ...body),
  );
}

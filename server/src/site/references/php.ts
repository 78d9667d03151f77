import type { HtmlPart, PhpFacts } from '../php/phpFacts';
import type { SiteReference } from '../siteModel';
import { readHtmlReferences } from './markup';
import { detach, isTarget, looksLikeHtml, UNKNOWN_PART } from './target';

/** What a PHP file names: includes, redirects, strings that may be paths, HTML in strings, and its pieces of page. */
export function readPhpReferences(facts: PhpFacts): SiteReference[] {
  const references: SiteReference[] = [];
  for (const { path, line, column } of facts.includes) {
    if (path !== undefined && isTarget(path)) references.push({ kind: 'include', target: detach(path), line, column });
  }
  for (const { text, kind, line, column } of facts.references) {
    if (looksLikeHtml(text)) references.push(...readHtmlReferences(text, { line, column }));
    else if (isTarget(text)) references.push({ kind, target: detach(text), line, column });
  }
  if (facts.html.length > 0) references.push(...readHtmlReferences(wholePage(facts.html)));
  return references;
}

/**
 * Puts the pieces of page between the PHP code together again, so that a tag that code stands in the middle of is still one
 * tag, and every line keeps its number.
 */
function wholePage(parts: readonly HtmlPart[]): string {
  let page = '';
  let line = 1;
  for (const part of parts) {
    page += (page === '' ? '' : UNKNOWN_PART) + '\n'.repeat(Math.max(0, part.line - line)) + part.text;
    line = part.line + countLines(part.text);
  }
  return page;
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

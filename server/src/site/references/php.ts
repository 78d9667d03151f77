import type { HtmlPart, PhpFacts, PhpReference } from '../php/phpFacts';
import type { SiteReference } from '../siteModel';
import { readHtmlReferences } from './markup';
import { detach, isTarget, looksLikeHtml, UNKNOWN_PART } from './target';

/** What a PHP file names: includes, redirects, strings that may be paths, HTML in strings, and its pieces of page. */
export function readPhpReferences(facts: PhpFacts): SiteReference[] {
  const references: SiteReference[] = [];
  for (const { path, line, column } of facts.includes) {
    if (path !== undefined && isTarget(path)) references.push({ kind: 'include', target: detach(path), line, column });
  }
  for (const reference of facts.references) {
    const { text, kind, line, column } = reference;
    if (looksLikeHtml(text)) references.push(...readPieceOfPage(reference));
    else if (isTarget(text)) references.push({ kind, target: detach(text), line, column });
  }
  if (facts.html.length > 0) references.push(...readPageBetweenCode(facts.html));
  return references;
}

/** What HTML in a string names. Of a string that is put together only its own place is known. */
function readPieceOfPage({ text, isAsWritten, line, column }: PhpReference): SiteReference[] {
  if (isAsWritten) return readHtmlReferences(text, { line, column });
  return readHtmlReferences(text).map((reference) => ({ ...reference, line, column }));
}

/** What the pieces of page between the PHP code name, with its places in the file. */
function readPageBetweenCode(parts: readonly HtmlPart[]): SiteReference[] {
  const { page, shifts } = wholePage(parts);
  return readHtmlReferences(page).map((reference) => {
    const columns = shiftAt(shifts.get(reference.line) ?? [], reference.column);
    return columns === 0 ? reference : { ...reference, column: reference.column + columns };
  });
}

/** Shift of the last piece that begins at or before a column; a hostile line has very many. */
function shiftAt(shifts: readonly Shift[], column: number): number {
  let low = 0;
  let high = shifts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shifts[middle]!.from <= column) low = middle + 1;
    else high = middle;
  }
  return shifts[low - 1]?.columns ?? 0;
}

/** From a column of the page on, so many columns further to the right (or left) in the file. */
interface Shift {
  readonly from: number;
  readonly columns: number;
}

/** The pieces of page as one, with the shifts of each of its lines. */
interface WholePage {
  readonly page: string;
  readonly shifts: ReadonlyMap<number, readonly Shift[]>;
}

/**
 * Puts the pieces of page between the PHP code together again, so that a tag that code stands in the middle of is still one
 * tag, and every line keeps its number.
 */
function wholePage(parts: readonly HtmlPart[]): WholePage {
  const shifts = new Map<number, Shift[]>();
  let page = '';
  let line = 1;
  let lineStart = 0;
  for (const part of parts) {
    if (page !== '') page += UNKNOWN_PART;
    for (; line < part.line; line++) lineStart = (page += '\n').length;
    const from = page.length - lineStart + 1;
    const ofLine = shifts.get(line) ?? [];
    ofLine.push({ from, columns: part.column - from });
    shifts.set(line, ofLine);
    const lines = part.text.split(LINE_END);
    line += lines.length - 1;
    page += part.text;
    if (lines.length > 1) lineStart = page.length - lines.at(-1)!.length;
  }
  return { page, shifts };
}

const LINE_END = /\r\n|\r|\n/;

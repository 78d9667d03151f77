import type { ReferenceKind, SiteReference } from '../siteModel';
import { readHtml } from './html';
import { scriptContext } from './scriptContext';
import { scanScriptStrings } from './scriptStrings';
import { detach, isTarget, looksLikeHtml, looksLikeProgram } from './target';
import { FILE_START, type PositionOf, positionsIn, type TextPosition } from './textPositions';

/** Pages hold scripts, whose strings hold pieces of pages … nobody nests deeper than this by hand. */
const MAXIMUM_NESTING = 6;

/**
 * What a page, or a piece of one, names: form targets, links, frames, scripts, refreshes, and what its scripts name.
 * @param start where the text stands in its file.
 */
export function readHtmlReferences(text: string, start: TextPosition = FILE_START): SiteReference[] {
  const reader = new MarkupReader();
  reader.html(text, positionsIn(text, start), 0);
  return reader.references;
}

/**
 * What a script names: requests, form targets, changes of the location, HTML in strings, and any string that ends like a
 * program's name. URLs put together from several strings are known by their parts.
 */
export function readScriptReferences(text: string, start: TextPosition = FILE_START): SiteReference[] {
  const reader = new MarkupReader();
  reader.script(text, positionsIn(text, start), 0);
  return reader.references;
}

class MarkupReader {
  readonly references: SiteReference[] = [];

  html(text: string, position: PositionOf, nesting: number): void {
    if (nesting > MAXIMUM_NESTING) return;
    readHtml(text, {
      onUrl: (kind, target, offset) => isTarget(target) && this.add(kind, target, position(offset)),
      onData: (value, offset) => looksLikeProgram(value) && this.add('request', value, position(offset)),
      onScript: (code, offset) => this.script(code, within(position, offset), nesting + 1),
    });
  }

  script(text: string, position: PositionOf, nesting: number): void {
    if (nesting > MAXIMUM_NESTING) return;
    scanScriptStrings(text, (value, offset, before) => {
      if (looksLikeHtml(value)) {
        this.html(value, within(position, offset), nesting + 1);
        return;
      }
      if (!isTarget(value)) return;
      const kind = scriptContext(before()) ?? (looksLikeProgram(value) ? 'literal' : undefined);
      if (kind !== undefined) this.add(kind, value, position(offset));
    });
  }

  private add(kind: ReferenceKind, target: string, { line, column }: TextPosition): void {
    this.references.push({ kind, target: detach(target), line, column });
  }
}

/**
 * Places in a piece that begins at an offset of a text. Where undoing escapes made the piece shorter, they come out somewhat
 * before what they mean, but always within the text.
 */
function within(position: PositionOf, start: number): PositionOf {
  return (offset) => position(start + offset);
}

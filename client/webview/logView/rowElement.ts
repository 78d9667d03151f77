import { element } from '../shared/dom';
import { lineParts, placesOf } from './lineParts';
import type { LogViewRow, LogViewSearch, ViewLens } from './messages';
import type { Speaker } from './words';

/** The element of a line. */
export function lineElement(row: LogViewRow, search: LogViewSearch | undefined, speaker: Speaker): HTMLElement {
  const number = speaker.number(row.line + 1);
  const severity = row.severity && speaker.say(row.severity);
  const mark = element('span', {
    class: `mark ${row.severity ?? ''}`,
    attributes: severity ? { title: severity } : {},
  });
  const label = severity === undefined ? number : `${number} ${severity}`;
  const header = { role: 'rowheader', 'aria-colindex': '1', 'aria-label': label };
  const gutter = element('span', { class: 'gutter', attributes: header }, [mark, document.createTextNode(number)]);
  const text = element('span', { class: 'text', attributes: { role: 'gridcell', 'aria-colindex': '2' } });
  text.append(...partElements(row, search));
  if (row.cut > 0) text.append(element('span', { class: 'note', text: speaker.say('cut', row.cut) }));
  return element('div', { class: 'row', attributes: { role: 'row' } }, [gutter, text]);
}

/** A row that was asked for and has not come yet. */
export function emptyElement(): HTMLElement {
  return element('div', { class: 'row waiting', attributes: { role: 'row', 'aria-busy': 'true' } });
}

/** What stands above a line. */
export function lensElement(lens: ViewLens | undefined, act: (action: number) => void): HTMLElement {
  const buttons = (lens?.actions ?? []).map(({ id, title }) => {
    const made = element('button', { class: 'lens', text: title, attributes: { type: 'button', tabindex: '-1' } });
    made.addEventListener('click', () => act(id));
    return made;
  });
  const cell = element('span', { class: 'lenses', attributes: { role: 'gridcell', 'aria-colindex': '2' } }, buttons);
  const gutter = element('span', { class: 'gutter', attributes: { role: 'presentation' } });
  return element('div', { class: 'row', attributes: { role: 'row' } }, [gutter, cell]);
}

/** The part of a line at a place of the window. */
export interface PointedPart {
  readonly part: HTMLElement;
  readonly row: HTMLElement;
  /** Where the part begins in the line, in UTF-16 units. */
  readonly character: number;
}

/** What the pointer is on; `undefined` where there is no text of a line. */
export function partAt(x: number, y: number): PointedPart | undefined {
  const part = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-start]');
  const row = part?.closest<HTMLElement>('.row');
  return part && row ? { part, row, character: Number(part.dataset['start']) } : undefined;
}

function partElements({ text, tokens }: LogViewRow, search: LogViewSearch | undefined): HTMLElement[] {
  const found = search === undefined ? [] : placesOf(text, search.text, search.matchCase);
  return lineParts(text, tokens, found).map((part) => {
    const classes = [part.type, part.flagged && 'flagged', part.found && 'found', part.named && 'named'];
    const made = element('span', { class: classes.filter(Boolean).join(' '), text: part.text });
    made.dataset['start'] = String(part.start);
    return made;
  });
}

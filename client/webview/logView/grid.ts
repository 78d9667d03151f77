import { DisplayRows } from './displayRows';
import { element } from '../shared/dom';
import type { Host } from './host';
import { moveOf, type Move } from './keys';
import type { LogViewRow, LogViewSearch, LogViewState, ViewLens } from './messages';
import { emptyElement, lensElement, lineElement } from './rowElement';
import { PAGE_ROWS, RowPages } from './rowPages';
import { Viewport } from './viewport';
import type { Speaker } from './words';

/** How far an arrow scrolls sideways, in pixels. */
const SIDEWAYS_STEP = 60;

/** What a grid tells. */
export interface GridEvents {
  /** Another row is the active one, or others are visible. */
  readonly onMove: () => void;
  /** The user scrolled up, away from the end. */
  readonly onLeaveEnd: () => void;
  /** The user asks for what is known of the active row. */
  readonly onDetails: (row: LogViewRow, place: HTMLElement) => void;
}

/** The rows of the log: drawn where they are visible, fetched when they are needed, walked through with the keyboard. */
export class Grid {
  readonly element: HTMLElement;
  readonly viewport: Viewport;
  readonly #host: Host;
  readonly #speaker: Speaker;
  readonly #events: GridEvents;
  readonly #pages = new RowPages<LogViewRow>();
  readonly #body = element('div', { class: 'rows', attributes: { role: 'rowgroup' } });
  /** Elements of rows by their places, with what they were drawn from. */
  readonly #drawn = new Map<number, { readonly element: HTMLElement; readonly of: unknown }>();
  #display = new DisplayRows(0, []);
  #lenses = new Map<number, ViewLens>();
  #state: LogViewState | undefined;
  #search: LogViewSearch | undefined;
  /** Places of the active row and of the other end of what is selected. */
  #active = 0;
  #anchor = 0;
  #toExplain: number | undefined;

  constructor(host: Host, speaker: Speaker, events: GridEvents) {
    this.#host = host;
    this.#speaker = speaker;
    this.#events = events;
    this.viewport = new Viewport(() => this.#draw());
    this.element = element('div', {
      class: 'grid',
      attributes: { role: 'grid', tabindex: '0', 'aria-label': speaker.say('log'), 'aria-colcount': '2' },
    });
    this.viewport.canvas.append(this.#body);
    this.element.append(this.viewport.canvas);
    this.element.addEventListener('keydown', (event) => this.#keyDown(event));
    this.viewport.canvas.addEventListener('mousedown', (event) => this.#mouseDown(event));
    document.addEventListener('copy', (event) => this.#copy(event));
  }

  /** From 0. */
  get activeRow(): number {
    return this.#display.count === 0 ? 0 : this.#display.at(this.#active).row;
  }

  get rowCount(): number {
    return this.#state?.rows ?? 0;
  }

  /** A row (from 0), if it is at hand. */
  row(row: number): LogViewRow | undefined {
    return this.#pages.row(row);
  }

  /** The row that an element shows, if it is at hand. */
  rowOf(drawn: HTMLElement): LogViewRow | undefined {
    const { kind, row } = this.#display.at(placeOf(drawn));
    return kind === 'line' ? this.#pages.row(row) : undefined;
  }

  /** Shows another state of the log. */
  show(state: LogViewState): void {
    const isOther = filterKey(state) !== filterKey(this.#state);
    this.#state = state;
    // Rows of another filter are none of these.
    if (isOther) this.#pages.clear();
    this.#layOut();
  }

  /** Shows what stands above lines; only where all lines are shown, as others know their neighbours no more. */
  showLenses(lenses: readonly ViewLens[]): void {
    this.#lenses = new Map(lenses.map((lens) => [lens.line, lens]));
    this.#drawn.forEach(({ element: row }) => row.remove());
    this.#drawn.clear();
    this.#layOut();
  }

  /** Marks a text in all rows. */
  mark(search: LogViewSearch | undefined): void {
    this.#search = search;
    this.#redraw();
  }

  /** Makes a row (from 0) the active one and brings it into sight. */
  goTo(row: number): void {
    this.#activate(this.#display.placeOf(row), false);
    this.viewport.show(this.#active);
  }

  goToEnd(): void {
    this.#activate(this.#display.count - 1, false);
    this.viewport.scrollTo(Number.MAX_SAFE_INTEGER);
  }

  focus(): void {
    this.element.focus();
  }

  /** Has said what is known of a row as soon as that is drawn. */
  explain(row: number): void {
    this.#toExplain = row;
    this.viewport.scrollTo(this.viewport.top);
  }

  #layOut(): void {
    const { rows = 0, lines = 0, filter } = this.#state ?? {};
    const before = this.#display;
    const topPlace = Math.floor(this.viewport.top / this.viewport.rowHeight);
    this.element.style.setProperty('--digits', String(this.#speaker.number(lines).length));
    this.#display = new DisplayRows(rows, filter === undefined ? [...this.#lenses.keys()] : []);
    this.element.setAttribute('aria-rowcount', String(this.#display.count));
    // The same rows stay where they are, though there may be others above them now.
    const placeNow = (place: number): number =>
      before.count === 0 ? this.#display.placeOf(0) : this.#display.placeOf(before.at(place).row);
    this.#active = this.#clampPlace(placeNow(this.#active));
    this.#anchor = this.#clampPlace(placeNow(this.#anchor));
    const moved = topPlace === 0 ? 0 : placeNow(topPlace) - topPlace;
    this.viewport.setRows(this.#display.count, moved);
  }

  #redraw(): void {
    this.#drawn.forEach(({ element: row }) => row.remove());
    this.#drawn.clear();
    this.viewport.scrollTo(this.viewport.top);
  }

  #draw(): void {
    const { first, end } = this.viewport.visible;
    this.#fetch(first, end);
    for (const [place, { element: row }] of this.#drawn) {
      if (place >= first && place < end) continue;
      row.remove();
      this.#drawn.delete(place);
    }
    // From the last on, so that each can be put before the next: the page has them in their order.
    for (let place = end - 1; place >= first; place--) this.#drawRow(place);
    this.element.setAttribute('aria-activedescendant', idOf(this.#active));
    if (this.#toExplain === this.activeRow && this.#pages.row(this.#toExplain) !== undefined) {
      this.#toExplain = undefined;
      this.#details();
    }
    this.#events.onMove();
  }

  #drawRow(place: number): void {
    const { kind, row } = this.#display.at(place);
    const content = kind === 'lens' ? this.#lenses.get(row) : this.#pages.row(row);
    let drawn = this.#drawn.get(place);
    if (drawn === undefined || drawn.of !== content) {
      drawn?.element.remove();
      drawn = { of: content, element: this.#makeRow(kind, content) };
      drawn.element.id = idOf(place);
      drawn.element.setAttribute('aria-rowindex', String(place + 1));
      this.#drawn.set(place, drawn);
      this.#body.insertBefore(drawn.element, this.#drawn.get(place + 1)?.element ?? null);
    }
    const isSelected = place >= Math.min(this.#anchor, this.#active) && place <= Math.max(this.#anchor, this.#active);
    drawn.element.classList.toggle('active', place === this.#active);
    drawn.element.setAttribute('aria-selected', String(isSelected));
    drawn.element.style.transform = `translateY(${place * this.viewport.rowHeight - this.viewport.top}px)`;
  }

  #makeRow(kind: 'lens' | 'line', content: LogViewRow | ViewLens | undefined): HTMLElement {
    if (content === undefined) return emptyElement();
    if (kind === 'line') return lineElement(content as LogViewRow, this.#search, this.#speaker);
    return lensElement(content as ViewLens, (action) => this.#host.send({ type: 'act', action }));
  }

  #fetch(firstPlace: number, endPlace: number): void {
    const version = this.#state?.version;
    if (version === undefined || endPlace <= firstPlace) return;
    const first = this.#display.at(firstPlace).row;
    const end = this.#display.at(endPlace - 1).row + 1;
    for (const page of this.#pages.missing(first, end, version)) {
      void this.#fetchPage(page, version);
    }
  }

  async #fetchPage(page: number, version: number): Promise<void> {
    this.#pages.ask(page, version);
    const answer = await this.#host.ask('rows', { first: page * PAGE_ROWS, count: PAGE_ROWS });
    this.#pages.take(page, version, answer);
    this.viewport.scrollTo(this.viewport.top);
  }

  #keyDown(event: KeyboardEvent): void {
    if (event.target !== this.element) return;
    const move = moveOf(event);
    if (move !== undefined) {
      event.preventDefault();
      this.#move(move, event.shiftKey);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#details();
    } else if ((event.ctrlKey || event.metaKey) && event.key === 'a') {
      event.preventDefault();
      this.#anchor = 0;
      this.#activate(this.#display.count - 1, true);
    }
  }

  #move(move: Move, extend: boolean): void {
    switch (move.kind) {
      case 'by':
        this.#step(move.rows, extend);
        break;
      case 'byPage':
        this.#step(move.pages * this.viewport.pageRows, extend);
        break;
      case 'to':
        this.#step(move.end === 'first' ? -this.#display.count : this.#display.count, extend);
        break;
      case 'sideways':
        this.viewport.canvas.scrollLeft += move.steps * SIDEWAYS_STEP;
        break;
      case 'sidewaysTo':
        this.viewport.canvas.scrollLeft = move.end === 'start' ? 0 : this.viewport.canvas.scrollWidth;
        break;
    }
  }

  #step(rows: number, extend: boolean): void {
    if (rows < 0) this.#events.onLeaveEnd();
    this.#activate(this.#active + rows, extend);
    this.viewport.follow(this.#active);
  }

  #activate(place: number, extend: boolean): void {
    this.#active = this.#clampPlace(place);
    if (!extend) this.#anchor = this.#active;
    this.viewport.scrollTo(this.viewport.top);
  }

  #clampPlace(place: number): number {
    return Math.max(0, Math.min(place, this.#display.count - 1));
  }

  #mouseDown(event: MouseEvent): void {
    const row = (event.target as HTMLElement).closest<HTMLElement>('.row');
    if (row !== null && event.button === 0) this.#activate(placeOf(row), event.shiftKey);
  }

  #details(): void {
    const { kind, row } = this.#display.at(this.#active);
    const drawn = this.#drawn.get(this.#active)?.element;
    if (drawn === undefined) return;
    const content = this.#pages.row(row);
    if (kind === 'lens') drawn.querySelector('button')?.focus();
    else if (content !== undefined) this.#events.onDetails(content, drawn);
  }

  /** Selected text is copied by the browser; otherwise the selected rows are. */
  #copy(event: ClipboardEvent): void {
    const isInField = document.activeElement instanceof HTMLInputElement;
    if (isInField || !document.getSelection()?.isCollapsed || this.#display.count === 0) return;
    event.preventDefault();
    const ends = [this.#anchor, this.#active].map((place) => this.#display.at(place).row).toSorted((a, b) => a - b);
    this.#host.send({ type: 'copy', first: ends[0]!, last: ends[1]! });
  }
}

function filterKey(state: LogViewState | undefined): string | undefined {
  return JSON.stringify(state?.filter?.conditions);
}

const ID = 'row-';

function idOf(place: number): string {
  return `${ID}${place}`;
}

function placeOf(drawn: HTMLElement): number {
  return Number(drawn.id.slice(ID.length));
}

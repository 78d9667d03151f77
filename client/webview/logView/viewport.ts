import { element } from '../shared/dom';
import {
  clampTop,
  geometryOf,
  scrollOfTop,
  topOfScroll,
  topShowing,
  visibleRows,
  type RowRange,
} from './scrollGeometry';

/** Rows that are drawn above and below the visible ones. */
const ROWS_AROUND = 10;

/** Height of a line of text, in font sizes. */
const LINE_HEIGHT = 1.5;

/** The heights that wheels may tell of, by `WheelEvent.deltaMode`: pixels, lines, pages. */
const DELTA_LINE = 1;
const DELTA_PAGE = 2;

/**
 * A window on rows of which there may be far more than an element can be tall: the place in them is a number, the rows are put
 * where that says, and a scroll bar of its own shows it.
 */
export class Viewport {
  /** Where the rows are drawn. */
  readonly canvas = element('div', { class: 'canvas', attributes: { role: 'presentation' } });
  readonly scrollBar = element('div', { class: 'scroll-bar', attributes: { 'aria-hidden': 'true' } });
  readonly rowHeight: number;
  readonly #spacer = element('div', { class: 'spacer' });
  readonly #onScroll: () => void;
  #rows = 0;
  #top = 0;
  /** Where the scroll bar was put by us: its event tells nothing new then. */
  #ownScrollTop = -1;
  #frame = 0;

  /** @param onScroll told before the next frame when other rows are visible, or in another place */
  constructor(onScroll: () => void) {
    this.#onScroll = onScroll;
    this.rowHeight = Math.round(fontSize() * LINE_HEIGHT);
    document.documentElement.style.setProperty('--row-height', `${this.rowHeight}px`);
    this.scrollBar.append(this.#spacer);
    this.scrollBar.addEventListener('scroll', () => this.#barMoved());
    this.canvas.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    new ResizeObserver(() => this.setRows(this.#rows)).observe(this.canvas);
  }

  get top(): number {
    return this.#top;
  }

  get height(): number {
    return this.canvas.clientHeight;
  }

  /** Rows that fit. */
  get pageRows(): number {
    return Math.max(1, Math.floor(this.height / this.rowHeight) - 1);
  }

  get visible(): RowRange {
    return visibleRows(this.#top, this.rowHeight, this.height, this.#rows, ROWS_AROUND);
  }

  /** @param moved by how many rows those that are visible are now further down */
  setRows(rows: number, moved = 0): void {
    this.#rows = rows;
    this.#spacer.style.height = `${this.#geometry.scrollHeight}px`;
    this.scrollTo(this.#top + moved * this.rowHeight);
  }

  /** Puts so many pixels of the rows above the window. */
  scrollTo(top: number): void {
    this.#top = clampTop(this.#geometry, top);
    const wanted = scrollOfTop(this.#geometry, this.#top);
    if (Math.abs(this.scrollBar.scrollTop - wanted) >= 1) this.scrollBar.scrollTop = wanted;
    // Read again, as the bar takes whole device pixels only.
    this.#ownScrollTop = this.scrollBar.scrollTop;
    this.#draw();
  }

  /** Brings a row into sight, with room around it where it was out of sight. */
  show(row: number): void {
    const isVisible = topShowing(this.#geometry, this.#top, row, this.rowHeight) === this.#top;
    const room = isVisible ? 0 : Math.floor(this.pageRows / 3);
    this.scrollTo(topShowing(this.#geometry, this.#top, row, this.rowHeight, room));
  }

  /** Brings a row into sight, scrolling no more than it takes. */
  follow(row: number): void {
    this.scrollTo(topShowing(this.#geometry, this.#top, row, this.rowHeight));
  }

  get isAtEnd(): boolean {
    return this.#top >= this.#rows * this.rowHeight - this.height - this.rowHeight / 2;
  }

  get #geometry() {
    return geometryOf(this.#rows, this.rowHeight, this.height);
  }

  #barMoved(): void {
    const { scrollTop } = this.scrollBar;
    if (Math.abs(scrollTop - this.#ownScrollTop) < 1) return;
    this.#ownScrollTop = scrollTop;
    this.#top = topOfScroll(this.#geometry, scrollTop);
    this.#draw();
  }

  #wheel(event: WheelEvent): void {
    // Sideways the browser scrolls by itself.
    if (event.ctrlKey || Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey) return;
    event.preventDefault();
    this.scrollTo(this.#top + event.deltaY * this.#wheelUnit(event.deltaMode));
  }

  #wheelUnit(mode: number): number {
    if (mode === DELTA_LINE) return this.rowHeight;
    return mode === DELTA_PAGE ? this.height : 1;
  }

  #draw(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#onScroll();
    });
  }
}

/** Size of the editor's font, in pixels. */
function fontSize(): number {
  const value = getComputedStyle(document.documentElement).getPropertyValue('--vscode-editor-font-size');
  return Number.parseFloat(value) || 14;
}

import { element } from '../shared/dom';
import { readHover, type Block, type TextRun } from './hoverText';

/** Pause before something is said of what the pointer rests on, in ms; VS Code's own. */
const HOVER_PAUSE = 300;

/** Pause in which the pointer may come from the text into the box. */
const LEAVE_PAUSE = 250;

/** Something to do about what a box is about. */
export interface BoxAction {
  readonly title: string;
  readonly act: () => void;
}

/** What a box says. */
export interface BoxContent {
  /** Markdown of the extension's own making. */
  readonly markdown: string;
  readonly actions: readonly BoxAction[];
}

/** A box with what is known of a field, beside it. */
export class HoverBox {
  readonly element = element('div', { class: 'hover', attributes: { role: 'dialog', tabindex: '-1' } });
  #timer = 0;
  #shownFor: HTMLElement | undefined;
  #focusBefore: HTMLElement | undefined;

  constructor(label: string) {
    this.element.hidden = true;
    this.element.setAttribute('aria-label', label);
    this.element.addEventListener('mouseenter', () => clearTimeout(this.#timer));
    this.element.addEventListener('mouseleave', () => this.leave());
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.hide();
    });
  }

  /** The pointer came to rest on something. */
  pointAt(place: HTMLElement, content: () => Promise<BoxContent | undefined>): void {
    clearTimeout(this.#timer);
    if (place === this.#shownFor) return;
    this.#timer = window.setTimeout(() => void this.#show(place, content, false), HOVER_PAUSE);
  }

  /** Shows a box at once and puts the focus into it. */
  async open(place: HTMLElement, content: () => Promise<BoxContent | undefined>): Promise<void> {
    clearTimeout(this.#timer);
    await this.#show(place, content, true);
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#shownFor = undefined;
    if (this.element.hidden) return;
    this.element.hidden = true;
    this.#focusBefore?.focus();
    this.#focusBefore = undefined;
  }

  async #show(place: HTMLElement, content: () => Promise<BoxContent | undefined>, takeFocus: boolean): Promise<void> {
    this.#shownFor = place;
    const shown = await content();
    // The pointer may have gone on meanwhile.
    if (this.#shownFor !== place || !place.isConnected) return;
    if (shown === undefined) return this.hide();
    const actions = shown.actions.map(({ title, act }) => {
      const made = element('button', { class: 'lens', text: title, attributes: { type: 'button' } });
      made.addEventListener('click', () => {
        this.hide();
        act();
      });
      return made;
    });
    this.element.replaceChildren(...readHover(shown.markdown).map(blockElement));
    if (actions.length > 0) this.element.append(element('div', { class: 'actions' }, actions));
    this.element.hidden = false;
    this.#place(place.getBoundingClientRect());
    if (!takeFocus) return;
    this.#focusBefore = document.activeElement as HTMLElement;
    this.element.focus();
  }

  /** Below what it is about, above it where there is no room below. */
  #place({ left, top, bottom }: DOMRect): void {
    const { offsetWidth, offsetHeight } = this.element;
    const { clientWidth, clientHeight } = document.documentElement;
    const y = bottom + offsetHeight <= clientHeight ? bottom : Math.max(0, top - offsetHeight);
    this.element.style.left = `${Math.max(0, Math.min(left, clientWidth - offsetWidth))}px`;
    this.element.style.top = `${y}px`;
  }

  /** The pointer left what a box may be shown for. */
  leave(): void {
    // A box that was asked for by the keyboard stays.
    if (this.#focusBefore !== undefined) return;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.hide(), LEAVE_PAUSE);
  }
}

function blockElement(block: Block): HTMLElement {
  switch (block.kind) {
    case 'rule':
      return element('hr');
    case 'heading':
      return element('h3', {}, runElements(block.runs));
    case 'paragraph':
      return element('p', {}, runElements(block.runs));
    case 'list':
      return element(
        'ul',
        {},
        block.items.map((item) => element('li', {}, runElements(item))),
      );
    case 'table': {
      const rows = block.rows.map((cells) =>
        element(
          'tr',
          {},
          cells.map((cell) => element('td', {}, runElements(cell))),
        ),
      );
      return element('table', {}, rows);
    }
  }
}

function runElements(runs: readonly TextRun[]): HTMLElement[] {
  return runs.map(({ text, strong, weak }) => element(strong ? 'strong' : weak ? 'em' : 'span', { text }));
}

import { button, element, toggle } from '../shared/dom';
import type { LogViewSearch, LogViewState } from './messages';
import type { Speaker } from './words';

/** Pause after the last key stroke before the log is searched, in ms. */
const TYPING_PAUSE = 250;

/** What the bar asks for. */
export interface FindEvents {
  /** Something else is to be looked for, or nothing any more. */
  readonly onSearch: (search: LogViewSearch | undefined) => void;
  /** The next thing that was found is to be shown. */
  readonly onNext: (backwards: boolean) => void;
  readonly onClose: () => void;
}

/** Looks for a text: the log is searched while one goes from one place to the next. */
export class FindBar {
  readonly element: HTMLElement;
  readonly #events: FindEvents;
  readonly #speaker: Speaker;
  readonly #input: HTMLInputElement;
  readonly #case;
  /** Said by screen readers when it changes. */
  readonly #count = element('span', { class: 'count', attributes: { role: 'status', 'aria-live': 'polite' } });
  #timer = 0;
  #nth: number | undefined;

  constructor(speaker: Speaker, events: FindEvents) {
    this.#speaker = speaker;
    this.#events = events;
    const label = speaker.say('find');
    this.#input = element('input', { attributes: { type: 'text', placeholder: label, 'aria-label': label } });
    this.#case = toggle(speaker.say('matchCase'), 'icon', () => this.#searchNow());
    this.#case.element.textContent = 'Aa';
    const previous = button(speaker.say('findPrevious'), 'icon', () => events.onNext(true));
    previous.textContent = '↑';
    const next = button(speaker.say('findNext'), 'icon', () => events.onNext(false));
    next.textContent = '↓';
    const close = button(speaker.say('close'), 'icon', () => this.close());
    close.textContent = '×';
    this.element = element('div', { class: 'bar', attributes: { role: 'search' } }, [
      this.#input,
      this.#case.element,
      this.#count,
      previous,
      next,
      close,
    ]);
    this.element.hidden = true;
    this.#input.addEventListener('input', () => this.#searchSoon());
    this.element.addEventListener('keydown', (event) => this.#keyDown(event));
  }

  /** What is looked for; `undefined` while the bar is closed or empty. */
  get search(): LogViewSearch | undefined {
    if (this.element.hidden || this.#input.value === '') return undefined;
    return { text: this.#input.value, matchCase: this.#case.isOn() };
  }

  /** @param text put into the bar, where there is any */
  open(text = ''): void {
    const wasClosed = this.element.hidden;
    this.element.hidden = false;
    if (text !== '') this.#input.value = text;
    this.#input.focus();
    this.#input.select();
    if (wasClosed || text !== '') this.#searchNow();
  }

  close(): void {
    if (this.element.hidden) return;
    this.element.hidden = true;
    this.#searchNow();
    this.#events.onClose();
  }

  /** Opens with a search that was kept. */
  restore({ text, matchCase }: LogViewSearch): void {
    this.element.hidden = false;
    this.#input.value = text;
    this.#case.set(matchCase);
    this.#searchNow();
  }

  /** Shows how many were found, and which of them is shown. */
  show({ search }: Pick<LogViewState, 'search'>, nth: number | undefined = this.#nth): void {
    this.#nth = nth;
    this.#count.textContent = this.search === undefined ? '' : this.#countText(search);
  }

  #countText(search: LogViewState['search']): string {
    if (search === undefined) return '';
    if (search.problem !== undefined) return search.problem;
    if (search.progress < 1) return this.#speaker.say('searching', search.found, this.#speaker.share(search.progress));
    if (search.found === 0) return this.#speaker.say('foundNone');
    if (this.#nth === undefined) return this.#speaker.say('found', search.found);
    return this.#speaker.say('foundAt', this.#nth, search.found);
  }

  #searchSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#searchNow(), TYPING_PAUSE);
  }

  #searchNow(): void {
    clearTimeout(this.#timer);
    this.#nth = undefined;
    this.#count.textContent = '';
    this.#events.onSearch(this.search);
  }

  #keyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && event.target === this.#input) this.#events.onNext(event.shiftKey);
    else return;
    event.preventDefault();
  }
}

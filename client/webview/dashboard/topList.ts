import { element } from '../shared/dom';
import { visibleText } from '../shared/shapeless';
import type { Speaker } from './words';

/** A name of a list. */
export interface TopListItem {
  /** Differs from that of every other name of the list. */
  readonly key: string;
  readonly name: string;
  readonly count: number;
  readonly isChosen: boolean;
  readonly choose: () => void;
}

/** The busiest of something, as buttons that choose them. */
export class TopList {
  readonly element: HTMLElement;
  readonly #speaker: Speaker;
  readonly #list = element('ul');
  readonly #note = element('p', { class: 'note' });

  constructor(speaker: Speaker, title: string) {
    this.#speaker = speaker;
    this.element = element('section', { attributes: { 'aria-label': title } }, [
      element('h2', { text: title }),
      this.#list,
      this.#note,
    ]);
  }

  /**
   * @param others requests of those that are not listed
   * @param note what there is to say besides
   */
  show(items: readonly TopListItem[], others: number, note = ''): void {
    const focused = this.#list.contains(document.activeElement) ? document.activeElement : undefined;
    const key = focused instanceof HTMLElement ? focused.dataset['key'] : undefined;
    const highest = Math.max(1, ...items.map(({ count }) => count));
    this.#list.replaceChildren(...items.map((item) => this.#row(item, highest)));
    const rest = others > 0 ? this.#speaker.say('others', others) : '';
    const empty = items.length === 0 && others === 0 ? this.#speaker.say('nothing') : '';
    this.#note.textContent = [empty, rest, note].filter((part) => part !== '').join(' ');
    const buttons = [...this.#list.querySelectorAll('button')];
    if (key !== undefined) (buttons.find((each) => each.dataset['key'] === key) ?? buttons[0])?.focus();
  }

  #row({ key, name: hostileName, count, isChosen, choose }: TopListItem, highest: number): HTMLElement {
    const name = visibleText(hostileName);
    const bar = element('span', { class: 'share', attributes: { 'aria-hidden': 'true' } });
    bar.style.width = `${(count / highest) * 100}%`;
    const attributes = { type: 'button', 'aria-pressed': String(isChosen), title: name };
    const button = element('button', { attributes }, [
      bar,
      element('span', { class: 'name', text: name }),
      element('span', { class: 'number', text: this.#speaker.number(count) }),
    ]);
    button.dataset['key'] = key;
    button.addEventListener('click', choose);
    return element('li', {}, [button]);
  }
}

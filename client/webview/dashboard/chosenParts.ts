import { element } from '../shared/dom';
import { visibleText } from '../shared/shapeless';
import { spanText } from './clock';
import { without, type Part, type Selection } from './selection';
import type { Speaker } from './words';

/** What was chosen, as buttons that take it back. */
export class ChosenParts {
  readonly element: HTMLElement;
  readonly #speaker: Speaker;
  readonly #onChoose: (selection: Selection) => void;

  constructor(speaker: Speaker, onChoose: (selection: Selection) => void) {
    this.#speaker = speaker;
    this.#onChoose = onChoose;
    this.element = element('div', {
      class: 'chosen-parts',
      attributes: { role: 'group', 'aria-label': speaker.say('conditions') },
    });
  }

  /** @param zone offset from UTC in minutes by which times are written */
  show(selection: Selection, zone: number): void {
    const { shown, chosen, log, clients, endpoint, status } = selection;
    const parts: [Part, string][] = [];
    if (shown) parts.push(['shown', this.#name('wholeTime', spanText(shown, zone))]);
    if (chosen) parts.push(['chosen', this.#name('time', spanText(chosen, zone))]);
    if (log) parts.push(['log', this.#name('log', log.name)]);
    if (clients) parts.push(['clients', this.#name(clients.kind, clients.name)]);
    if (endpoint) parts.push(['endpoint', this.#name('endpoint', `${endpoint.method} ${endpoint.path}`.trim())]);
    if (status) parts.push(['status', this.#name('status', status.name)]);
    this.element.replaceChildren(...parts.map(([part, text]) => this.#button(text, without(selection, part))));
    if (parts.length > 1) this.element.append(this.#button(this.#speaker.say('showEverything'), {}));
    this.element.hidden = parts.length === 0;
  }

  #name(word: 'wholeTime' | 'time' | 'log' | 'client' | 'network' | 'endpoint' | 'status', value: string): string {
    return `${this.#speaker.say(word)}: ${visibleText(value)}`;
  }

  #button(text: string, selection: Selection): HTMLElement {
    const title = this.#speaker.say('withoutCondition', text);
    const button = element('button', { class: 'part', text: `${text} ×`, attributes: { type: 'button', title } });
    button.addEventListener('click', () => this.#onChoose(selection));
    return button;
  }
}

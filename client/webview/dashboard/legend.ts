import { element } from '../shared/dom';
import { CLASSES } from './chartFigures';
import type { DashboardChart, StatusClass } from './messages';
import { toggled, type Selection } from './selection';
import type { Speaker } from './words';

/** The statuses of a class, as conditions on lines have them. */
const STATUSES: Readonly<Record<StatusClass, string>> = {
  '2xx': '2xx',
  '3xx': '3xx',
  '4xx': '4xx',
  '5xx': '5xx',
  other: '0xx 1xx 6xx 7xx 8xx 9xx',
};

/** What the colours of a chart mean, as buttons that choose the entries of one. */
export class Legend {
  readonly element: HTMLElement;
  readonly #buttons: ReadonlyMap<StatusClass, HTMLButtonElement>;
  readonly #speaker: Speaker;
  readonly #flagged = element('span', { class: 'flagged-name' });
  #selection: Selection = {};

  constructor(speaker: Speaker, onChoose: (selection: Selection) => void) {
    this.#speaker = speaker;
    const made = CLASSES.map((name) => {
      const button = element('button', { attributes: { type: 'button' } });
      button.addEventListener('click', () => {
        onChoose(toggled(this.#selection, 'status', { list: STATUSES[name], name: speaker.className(name) }));
      });
      return [name, button] as const;
    });
    this.#buttons = new Map(made);
    this.element = element(
      'div',
      { class: 'legend', attributes: { role: 'group', 'aria-label': speaker.say('status') } },
      [...made.map(([, button]) => button), this.#flagged],
    );
  }

  show({ counts, flagged }: DashboardChart, selection: Selection): void {
    this.#selection = selection;
    const inFindings = flagged.reduce((sum, each) => sum + each, 0);
    this.#flagged.hidden = inFindings === 0;
    this.#flagged.replaceChildren(
      element('span', { class: 'swatch', attributes: { 'aria-hidden': 'true' } }),
      element('span', { text: `${this.#speaker.say('flagged')} ${this.#speaker.number(inFindings)}` }),
    );
    for (const [name, button] of this.#buttons) {
      const count = counts[name].reduce((sum, each) => sum + each, 0);
      const isChosen = selection.status?.list === STATUSES[name];
      button.hidden = count === 0 && !isChosen;
      button.setAttribute('aria-pressed', String(isChosen));
      button.replaceChildren(
        element('span', { class: `swatch status-${name}`, attributes: { 'aria-hidden': 'true' } }),
        element('span', { text: `${this.#speaker.className(name)} ${this.#speaker.number(count)}` }),
      );
    }
  }
}

import { conditionsOf, fieldsOf, type Field } from './conditions';
import { button, element } from '../shared/dom';
import type { LineConditions, LogViewState } from './messages';
import type { Speaker } from './words';

/** Pause after the last key stroke before the filter is set, in ms. */
const TYPING_PAUSE = 400;

/** Fields of the bar and the words for them. */
const FIELDS = [
  ['address', 'address', 'addressHint'],
  ['path', 'path', 'pathHint'],
  ['status', 'status', 'statusHint'],
  ['from', 'from', 'fromHint'],
  ['until', 'until', 'untilHint'],
  ['text', 'text', 'textHint'],
] as const;

/** Asks which lines are to be shown. */
export class FilterBar {
  readonly element: HTMLElement;
  readonly #speaker: Speaker;
  readonly #onFilter: (conditions: LineConditions | undefined) => void;
  readonly #inputs: Readonly<Record<Field, HTMLInputElement>>;
  readonly #unreadable = element('input', { attributes: { type: 'checkbox' } });
  readonly #count = element('span', { class: 'count', attributes: { role: 'status', 'aria-live': 'polite' } });
  #timer = 0;

  constructor(speaker: Speaker, onFilter: (conditions: LineConditions | undefined) => void) {
    this.#speaker = speaker;
    this.#onFilter = onFilter;
    const made = FIELDS.map(([name, word, hint]) => {
      const attributes = { type: 'text', placeholder: speaker.say(hint), title: speaker.say(hint) };
      return [name, speaker.say(word), element('input', { attributes })] as const;
    });
    this.#inputs = Object.fromEntries(made.map(([name, , input]) => [name, input])) as Record<Field, HTMLInputElement>;
    const clear = button(speaker.say('clearFilter'), 'icon', () => this.set({}));
    clear.textContent = '×';
    const check = element('label', { class: 'check' }, [
      this.#unreadable,
      element('span', { text: speaker.say('unreadableOnly') }),
    ]);
    this.element = element(
      'div',
      { class: 'bar filter', attributes: { role: 'group', 'aria-label': speaker.say('filter') } },
      [
        ...made.map(([, word, input]) => element('label', {}, [element('span', { text: word }), input])),
        check,
        this.#count,
        clear,
      ],
    );
    this.element.hidden = true;
    for (const [, , input] of made) input.addEventListener('input', () => this.#applySoon());
    this.#unreadable.addEventListener('change', () => this.#apply());
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') this.#apply();
    });
  }

  get conditions(): LineConditions | undefined {
    const values = FIELDS.map(([name]) => [name, this.#inputs[name].value] as const);
    return conditionsOf(Object.fromEntries(values), this.#unreadable.checked);
  }

  /** Fills the fields and has the log filtered so. */
  set(conditions: LineConditions): void {
    const fields = fieldsOf(conditions);
    for (const [name] of FIELDS) this.#inputs[name].value = fields[name] ?? '';
    this.#unreadable.checked = conditions.unreadable ?? false;
    this.#apply();
  }

  focus(): void {
    this.#inputs.address.focus();
  }

  /** Shows how many lines pass. */
  show({ filter, lines }: LogViewState): void {
    this.#count.textContent = this.#countText(filter, lines);
  }

  #countText(filter: LogViewState['filter'], lines: number): string {
    if (filter === undefined) return '';
    if (filter.problem !== undefined) return filter.problem;
    if (filter.progress < 1) return this.#speaker.say('filtering', filter.found, this.#speaker.share(filter.progress));
    return this.#speaker.say('linesOf', filter.found, lines);
  }

  #applySoon(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#apply(), TYPING_PAUSE);
  }

  #apply(): void {
    clearTimeout(this.#timer);
    this.#onFilter(this.conditions);
  }
}

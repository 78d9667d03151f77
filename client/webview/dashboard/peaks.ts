import { element } from '../shared/dom';
import { peakOf, spanOfBars, totalsOf } from './chartFigures';
import { spanText } from './clock';
import type { DashboardChart, TimeSpan } from './messages';
import type { Speaker } from './words';

/** Says when most happened, so that a flood is seen without reading a chart; each is a button that chooses its time. */
export class Peaks {
  readonly element = element('div', { class: 'peaks' });
  readonly #speaker: Speaker;
  readonly #onChoose: (span: TimeSpan) => void;

  constructor(speaker: Speaker, onChoose: (span: TimeSpan) => void) {
    this.#speaker = speaker;
    this.#onChoose = onChoose;
  }

  show(chart: DashboardChart | undefined): void {
    const focused = [...this.element.children].indexOf(document.activeElement ?? this.element);
    const buttons =
      chart === undefined
        ? []
        : [
            this.#button(chart, 'peak', totalsOf(chart)),
            // The server says what is suspicious; a busy hour of visitors is not.
            this.#button(chart, 'flaggedPeak', chart.flagged),
          ].filter((each) => each !== undefined);
    this.element.replaceChildren(...buttons);
    buttons[focused]?.focus();
  }

  #button(
    chart: DashboardChart,
    word: 'peak' | 'flaggedPeak',
    counts: readonly number[],
  ): HTMLButtonElement | undefined {
    const peak = peakOf(counts);
    if (peak === undefined) return undefined;
    const span = spanOfBars(chart, peak);
    const text = this.#speaker.say(word, spanText(span, chart.zone), counts[peak]!);
    const made = element('button', { class: word, text, attributes: { type: 'button' } });
    made.addEventListener('click', () => this.#onChoose(span));
    return made;
  }
}

import { element } from '../shared/dom';
import { barsOfSpan, CLASSES, spanOfBars, totalsOf } from './chartFigures';
import { drawChart, type Picture } from './chartPicture';
import { spanText } from './clock';
import type { DashboardChart, TimeSpan } from './messages';
import type { Speaker } from './words';

/** Height of the chart, in CSS pixels. */
const HEIGHT = 220;
/** Bars that a page key goes. */
const PAGE = 10;
/** Narrowest bar, in CSS pixels. */
const LEAST_BAR_WIDTH = 5;

/** How far a key goes. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageUp: -PAGE,
  PageDown: PAGE,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/**
 * The chart of entries by time. A part of the time is chosen with the mouse, or with the arrow keys and Shift. For who can't see
 * it, it is a slider (https://www.w3.org/WAI/ARIA/apg/patterns/slider/) that says each bar.
 */
export class Chart {
  readonly element: HTMLElement;
  readonly #speaker: Speaker;
  readonly #onChoose: (span: TimeSpan | undefined) => void;
  readonly #onOpen: () => void;
  readonly #slider: HTMLElement;
  readonly #text = element('p', { class: 'bar-text', attributes: { 'aria-hidden': 'true' } });
  #chart: DashboardChart | undefined;
  #totals: readonly number[] = [];
  #picture: Picture | undefined;
  #chosen: TimeSpan | undefined;
  /** Bar at which the keys are. */
  #cursor = 0;
  /** Bar at which choosing began. */
  #anchor: number | undefined;
  #isDragging = false;

  /**
   * @param onChoose told what was chosen; `undefined`: all
   * @param onOpen told that the lines of what is chosen are to be opened
   */
  constructor(speaker: Speaker, onChoose: (span: TimeSpan | undefined) => void, onOpen: () => void) {
    this.#speaker = speaker;
    this.#onChoose = onChoose;
    this.#onOpen = onOpen;
    const attributes = { role: 'slider', tabindex: '0', 'aria-label': speaker.say('chart'), 'aria-valuemin': '0' };
    this.#slider = element('div', { class: 'chart', attributes: { ...attributes, title: speaker.say('chartHelp') } });
    this.element = element('div', {}, [this.#slider, this.#text]);
    this.#slider.addEventListener('keydown', (event) => this.#key(event));
    this.#slider.addEventListener('focus', () => this.#mark());
    this.#slider.addEventListener('blur', () => this.#mark());
    this.#slider.addEventListener('pointerdown', (event) => this.#press(event));
    this.#slider.addEventListener('pointermove', (event) => this.#drag(event));
    this.#slider.addEventListener('pointerup', () => this.#release());
    this.#slider.addEventListener('pointercancel', () => (this.#isDragging = false));
    new ResizeObserver(() => this.#draw()).observe(this.element);
  }

  /** Bars that there is room for. */
  get room(): number {
    return Math.max(2, Math.floor(this.#width / LEAST_BAR_WIDTH));
  }

  show(chart: DashboardChart | undefined, chosen: TimeSpan | undefined): void {
    this.element.hidden = chart === undefined;
    this.#chart = chart;
    this.#totals = chart === undefined ? [] : totalsOf(chart);
    this.#cursor = Math.min(this.#cursor, Math.max(0, this.#totals.length - 1));
    if (chart !== undefined && chosen !== undefined && !isSameSpan(chosen, this.#chosen)) {
      this.#cursor = barsOfSpan(chart, chosen)?.first ?? this.#cursor;
    }
    this.#chosen = chosen;
    this.#draw();
  }

  focus(): void {
    this.#slider.focus();
  }

  /** Place of the mouse in the chart, in CSS pixels. */
  #placeOf({ clientX }: PointerEvent): number {
    return clientX - this.#slider.getBoundingClientRect().left;
  }

  get #width(): number {
    return this.element.clientWidth || document.body.clientWidth;
  }

  #draw(): void {
    if (this.#chart === undefined || this.#isDragging) return;
    const size = { width: this.#width, height: HEIGHT };
    this.#picture = drawChart(this.#chart, size, (count) => this.#speaker.number(count));
    this.#slider.replaceChildren(this.#picture.element);
    this.#slider.setAttribute('aria-valuemax', String(this.#totals.length - 1));
    this.#say(this.#cursor);
    this.#mark();
  }

  #mark(): void {
    const hasFocus = document.activeElement === this.#slider;
    this.#picture?.mark(this.#chosen, hasFocus ? this.#cursor : undefined);
  }

  #say(bar: number): void {
    const chart = this.#chart;
    if (chart === undefined || this.#totals.length === 0) return;
    const classes = CLASSES.filter((name) => chart.counts[name][bar]! > 0).map(
      (name) => `${this.#speaker.className(name)} ${this.#speaker.number(chart.counts[name][bar]!)}`,
    );
    const flagged = chart.flagged[bar]!;
    if (flagged > 0) classes.push(`${this.#speaker.say('flagged')} ${this.#speaker.number(flagged)}`);
    const time = spanText(spanOfBars(chart, bar), chart.zone);
    const text = [this.#speaker.say('bar', time, this.#totals[bar]!), ...classes].join(' · ');
    this.#slider.setAttribute('aria-valuenow', String(bar));
    this.#slider.setAttribute('aria-valuetext', text);
    this.#text.textContent = text;
  }

  #key(event: KeyboardEvent): void {
    const chart = this.#chart;
    if (chart === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = STEPS[event.key];
    if (step !== undefined) {
      const from = this.#cursor;
      this.#cursor = Math.min(this.#totals.length - 1, Math.max(0, from + step));
      this.#say(this.#cursor);
      if (!event.shiftKey) this.#anchor = undefined;
      else this.#choose(spanOfBars(chart, (this.#anchor ??= from), this.#cursor));
      this.#mark();
    } else if (event.key === 'Enter') this.#open(chart);
    else if (event.key === ' ') this.#toggle(this.#cursor);
    else if (event.key === 'Escape') this.#choose(undefined);
    else return;
    event.preventDefault();
  }

  #press(event: PointerEvent): void {
    if (event.button !== 0 || this.#picture === undefined) return;
    this.#isDragging = true;
    this.#slider.setPointerCapture(event.pointerId);
    this.#anchor = this.#cursor = this.#picture.barAt(this.#placeOf(event));
    this.#say(this.#cursor);
  }

  #drag(event: PointerEvent): void {
    if (this.#picture === undefined || this.#chart === undefined) return;
    const bar = this.#picture.barAt(this.#placeOf(event));
    this.#say(bar);
    if (!this.#isDragging) return;
    this.#cursor = bar;
    this.#picture.mark(spanOfBars(this.#chart, this.#anchor ?? bar, bar), undefined);
  }

  #release(): void {
    if (!this.#isDragging || this.#chart === undefined) return;
    this.#isDragging = false;
    const anchor = this.#anchor ?? this.#cursor;
    if (anchor === this.#cursor) this.#toggle(anchor);
    else this.#choose(spanOfBars(this.#chart, anchor, this.#cursor));
    this.#anchor = undefined;
  }

  /** Opens the lines of what is chosen; of the bar at the keys where that is nothing. */
  #open(chart: DashboardChart): void {
    if (this.#chosen === undefined) this.#choose(spanOfBars(chart, this.#cursor));
    this.#onOpen();
  }

  /** Chooses a bar, or all when it is what is chosen. */
  #toggle(bar: number): void {
    if (this.#chart === undefined) return;
    const span = spanOfBars(this.#chart, bar);
    this.#choose(isSameSpan(span, this.#chosen) ? undefined : span);
  }

  #choose(span: TimeSpan | undefined): void {
    this.#chosen = span;
    this.#mark();
    this.#onChoose(span);
  }
}

function isSameSpan(one: TimeSpan, other: TimeSpan | undefined): boolean {
  return one.from === other?.from && one.to === other.to;
}

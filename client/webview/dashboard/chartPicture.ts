import { barsOfSpan, CLASSES, roundTop, ticksOf, totalsOf } from './chartFigures';
import type { DashboardChart, StatusClass, TimeSpan } from './messages';
import { svg } from './svg';

/** Room around the bars, in CSS pixels. */
const LEFT = 56;
const RIGHT = 8;
const TOP = 8;
const BOTTOM = 22;
/** Room that the name of a time takes, in CSS pixels. */
const TICK_WIDTH = 120;
/** What is there must be seen, in CSS pixels. */
const LEAST_HEIGHT = 1.5;
/** Bars that are wider have a gap between them, in CSS pixels. */
const WIDTH_WITH_GAP = 3;
const LINES = 4;
/** From one stripe of a hatching to the next, in CSS pixels. */
const STRIPES = 5;
const HATCHING = 'flagged-hatching';

/** A chart, where it is drawn, in CSS pixels. */
export interface Picture {
  readonly element: SVGSVGElement;
  /** The bar at a place; the first or the last one beside them. */
  readonly barAt: (x: number) => number;
  /** Shows which bars are chosen, and at which one the keys are. */
  readonly mark: (chosen: TimeSpan | undefined, cursor: number | undefined) => void;
}

/** Draws bars that are stacked by class of status. */
export function drawChart(
  chart: DashboardChart,
  { width, height }: { readonly width: number; readonly height: number },
  format: (count: number) => string,
): Picture {
  const totals = totalsOf(chart);
  const top = roundTop(Math.max(1, ...totals));
  const room = { width: Math.max(1, width - LEFT - RIGHT), height: height - TOP - BOTTOM };
  const barWidth = room.width / totals.length;
  const base = TOP + room.height;
  const element = svg('svg', { viewBox: `0 0 ${width} ${height}`, width, height, 'aria-hidden': 'true' });
  const xOf = (bar: number): number => LEFT + bar * barWidth;

  for (let line = 0; line <= LINES; line++) {
    const y = base - (line / LINES) * room.height;
    element.append(svg('line', { class: 'grid-line', x1: LEFT, x2: LEFT + room.width, y1: y, y2: y }));
    const count = (top * line) / LINES;
    if (Number.isInteger(count)) {
      element.append(svg('text', { class: 'axis', x: LEFT - 6, y: y + 4, 'text-anchor': 'end' }, format(count)));
    }
  }
  const marked = svg('rect', { class: 'chosen', y: TOP, height: room.height, width: 0 });
  const atKeys = svg('rect', { class: 'cursor', y: TOP, height: room.height, width: 0 });
  element.append(marked);
  const scale = room.height / top;
  for (const [name, path] of pathsOf(chart, { base, barWidth, xOf, scale })) {
    element.append(svg('path', { class: `status-${name}`, d: path }));
  }
  element.append(
    hatching(),
    svg('path', {
      class: 'flagged',
      fill: `url(#${HATCHING})`,
      d: outlineOf(chart.flagged, { base, barWidth, xOf, scale }),
    }),
    atKeys,
  );
  for (const { time, text } of ticksOf(chart, Math.max(2, Math.floor(room.width / TICK_WIDTH)))) {
    const x = xOf((time - chart.start) / chart.step);
    element.append(svg('line', { class: 'tick', x1: x, x2: x, y1: base, y2: base + 4 }));
    element.append(svg('text', { class: 'axis', x, y: height - 5, 'text-anchor': 'start' }, text));
  }
  const cover = (rectangle: SVGRectElement, first: number, last: number): void => {
    rectangle.setAttribute('x', String(xOf(first)));
    rectangle.setAttribute('width', String((last - first + 1) * barWidth));
  };
  return {
    element,
    barAt: (x) => Math.min(totals.length - 1, Math.max(0, Math.floor((x - LEFT) / barWidth))),
    mark: (chosen, cursor) => {
      const bars = chosen && barsOfSpan(chart, chosen);
      marked.classList.toggle('on', bars !== undefined);
      atKeys.classList.toggle('on', cursor !== undefined);
      if (bars !== undefined) cover(marked, bars.first, bars.last);
      if (cursor !== undefined) cover(atKeys, cursor, cursor);
    },
  };
}

/** Stripes for what belongs to findings: it is told from the statuses behind it by its shape too, not by its colour alone. */
function hatching(): SVGElement {
  const pattern = svg('pattern', {
    id: HATCHING,
    width: STRIPES,
    height: STRIPES,
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  });
  pattern.append(
    svg('rect', { class: 'hatching-ground', width: STRIPES, height: STRIPES }),
    svg('line', { class: 'hatching-line', x1: 0, y1: 0, x2: 0, y2: STRIPES }),
  );
  return pattern;
}

/** Where bars stand, in CSS pixels. */
interface Layout {
  readonly base: number;
  readonly barWidth: number;
  readonly xOf: (bar: number) => number;
  /** Height of one entry. */
  readonly scale: number;
}

/** Bars as one shape, with gaps where they are empty. */
function outlineOf(counts: readonly number[], { base, barWidth, xOf, scale }: Layout): string {
  const parts = counts.map((count, bar) => {
    if (count === 0) return '';
    const top = base - Math.max(LEAST_HEIGHT, count * scale);
    const isFirst = bar === 0 || counts[bar - 1] === 0;
    return `${isFirst ? `M${xOf(bar)} ${base}` : ''}V${top}h${barWidth}${counts[bar + 1] ? '' : `V${base}`}`;
  });
  return parts.join('');
}

/** The bars of each class as one path, each class standing on those before. */
function pathsOf({ counts }: DashboardChart, { base, barWidth, xOf, scale }: Layout): [StatusClass, string][] {
  const width = barWidth - (barWidth > WIDTH_WITH_GAP ? 1 : 0);
  const feet = counts['2xx'].map(() => base);
  return CLASSES.map((name) => {
    const bars = counts[name].map((count, bar) => {
      if (count === 0) return '';
      const height = Math.max(LEAST_HEIGHT, count * scale);
      const foot = feet[bar]!;
      feet[bar] = foot - height;
      return `M${xOf(bar)} ${foot}v${-height}h${width}v${height}z`;
    });
    return [name, bars.join('')];
  });
}

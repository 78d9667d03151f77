import { element } from '../shared/dom';
import { CLASSES, spanOfBars, totalsOf } from './chartFigures';
import { spanText } from './clock';
import type { DashboardChart } from './messages';
import type { Speaker } from './words';

/** What a chart shows as a table: a row for each bar that is not empty. */
export function chartTable(chart: DashboardChart, speaker: Speaker): HTMLElement {
  const classes = CLASSES.map((name) => speaker.className(name));
  const names = [speaker.say('time'), speaker.say('total'), ...classes, speaker.say('flagged')];
  const totals = totalsOf(chart);
  const rows = totals.flatMap((total, bar) => {
    if (total === 0) return [];
    const time = spanText(spanOfBars(chart, bar), chart.zone);
    const numbers = [total, ...CLASSES.map((name) => chart.counts[name][bar]!), chart.flagged[bar]!];
    return element('tr', {}, [
      element('th', { text: time, attributes: { scope: 'row' } }),
      ...numbers.map((number) => element('td', { text: speaker.number(number) })),
    ]);
  });
  return element('table', {}, [
    element('caption', { text: speaker.say('chart') }),
    element('thead', {}, [element('tr', {}, names.map(heading))]),
    element('tbody', {}, rows),
  ]);
}

function heading(text: string): HTMLElement {
  return element('th', { text, attributes: { scope: 'col' } });
}

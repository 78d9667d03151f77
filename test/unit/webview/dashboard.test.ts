import assert from 'node:assert/strict';
import {
  barsOfSpan,
  peakOf,
  roundTop,
  spanOfBars,
  ticksOf,
  totalsOf,
} from '../../../client/webview/dashboard/chartFigures';
import { clockText, conditionText, spanText } from '../../../client/webview/dashboard/clock';
import type { DashboardChart } from '../../../client/webview/dashboard/messages';
import { conditionsOf, queryOf, toggled, type Selection } from '../../../client/webview/dashboard/selection';

const MINUTE = 60;
const HOUR = 3600;
const JAPAN = 540;
/** Midnight of 1 November 2021 in Japan. */
const MIDNIGHT = Date.UTC(2021, 9, 31, 15) / 1000;
const NONE = [0, 0, 0, 0];
const CHART: DashboardChart = {
  all: { from: MIDNIGHT, to: MIDNIGHT + 4 * HOUR },
  start: MIDNIGHT,
  step: HOUR,
  zone: JAPAN,
  counts: { '2xx': [1, 0, 7, 2], '3xx': NONE, '4xx': [0, 0, 1, 0], '5xx': NONE, other: [0, 0, 0, 1] },
  flagged: NONE,
  untimed: 0,
};

function texts(chart: DashboardChart, most: number): string[] {
  return ticksOf(chart, most).map(({ text }) => text);
}

describe('Times on the dashboard', () => {
  it('are by the clock of the log', () => {
    assert.equal(clockText(MIDNIGHT, JAPAN), '2021-11-01 00:00');
    assert.equal(clockText(MIDNIGHT + 5, JAPAN), '2021-11-01 00:00:05');
    assert.equal(clockText(MIDNIGHT, -150), '2021-10-31 12:30');
  });

  it('say the day of a stretch once', () => {
    assert.equal(spanText({ from: MIDNIGHT, to: MIDNIGHT + HOUR }, JAPAN), '2021-11-01 00:00 – 01:00');
    const days = { from: MIDNIGHT, to: MIDNIGHT + 24 * HOUR };
    assert.equal(spanText(days, JAPAN), '2021-11-01 00:00 – 2021-11-02 00:00');
  });

  it('are moments in the conditions on lines, whatever the clock', () => {
    assert.equal(conditionText(MIDNIGHT + 5, JAPAN), '2021-11-01 00:00:05 +09:00');
    assert.equal(conditionText(MIDNIGHT, -210), '2021-10-31 11:30:00 -03:30');
    assert.equal(conditionText(MIDNIGHT, 0), '2021-10-31 15:00:00 +00:00');
  });
});

describe('The figures of a chart', () => {
  it('are the sums of the classes, of which the first highest is the peak', () => {
    assert.deepEqual(totalsOf(CHART), [1, 0, 8, 3]);
    assert.equal(peakOf([1, 8, 8]), 1);
    assert.equal(peakOf(NONE), undefined);
  });

  it('lead from bars to times and back, whichever way one goes', () => {
    const span = { from: MIDNIGHT + HOUR, to: MIDNIGHT + 3 * HOUR };
    assert.deepEqual(spanOfBars(CHART, 1, 2), span);
    assert.deepEqual(spanOfBars(CHART, 2, 1), span);
    assert.deepEqual(barsOfSpan(CHART, span), { first: 1, last: 2 });
    assert.deepEqual(barsOfSpan(CHART, { from: MIDNIGHT - HOUR, to: MIDNIGHT + 1 }), { first: 0, last: 0 });
    assert.equal(barsOfSpan(CHART, { from: MIDNIGHT + 4 * HOUR, to: MIDNIGHT + 5 * HOUR }), undefined);
  });

  it('end at a round number', () => {
    assert.deepEqual([1, 2, 3, 10, 11, 744, 1001, 2477].map(roundTop), [1, 2, 5, 10, 20, 1000, 2000, 2500]);
  });

  it('have round times below them, and say the day where it changes', () => {
    const late = { ...CHART, start: MIDNIGHT + 22 * HOUR };
    assert.deepEqual(texts(late, 4), ['2021-11-01 22:00', '23:00', '2021-11-02 00:00', '01:00']);
    assert.deepEqual(texts({ ...late, start: late.start + MINUTE }, 4), [
      '2021-11-01 23:00',
      '2021-11-02 00:00',
      '01:00',
      '02:00',
    ]);
    assert.deepEqual(texts({ ...CHART, step: 24 * HOUR }, 4), ['2021-11-01', '2021-11-02', '2021-11-03', '2021-11-04']);
  });
});

describe('What is chosen on the dashboard', () => {
  const selection: Selection = {
    shown: { from: MIDNIGHT, to: MIDNIGHT + 4 * HOUR },
    chosen: { from: MIDNIGHT, to: MIDNIGHT + HOUR },
    log: { uri: 'file:///a.log', name: 'a.log' },
    clients: { kind: 'network', key: 'n', name: 'AS64500', addresses: ['192.0.2.1', '192.0.2.2'] },
    endpoint: { method: 'POST', path: '/form.php' },
    status: { list: '0xx 1xx', name: 'Other' },
  };

  it('is taken back by choosing it again', () => {
    const chosen = toggled({}, 'endpoint', { method: 'GET', path: '/' });
    assert.deepEqual(chosen, { endpoint: { method: 'GET', path: '/' } });
    assert.deepEqual(toggled(chosen, 'endpoint', { method: 'GET', path: '/' }), {});
    assert.deepEqual(toggled(chosen, 'endpoint', { method: 'GET', path: '/x' }), {
      endpoint: { method: 'GET', path: '/x' },
    });
  });

  it('is asked of the server', () => {
    assert.deepEqual(queryOf({}, [], 50), { logs: [], bars: 50 });
    assert.deepEqual(queryOf(selection, 'incident', 50), {
      logs: 'incident',
      bars: 50,
      shown: selection.shown,
      chosen: selection.chosen,
      log: 'file:///a.log',
      clients: ['192.0.2.1', '192.0.2.2'],
      endpoint: selection.endpoint,
      status: '0xx 1xx',
    });
  });

  it('names its lines', () => {
    assert.deepEqual(conditionsOf({}, JAPAN), {});
    assert.deepEqual(conditionsOf(selection, JAPAN), {
      address: '192.0.2.1 192.0.2.2',
      method: 'POST',
      path: '/form.php',
      status: '0xx 1xx',
      from: '2021-11-01 00:00:00 +09:00',
      until: '2021-11-01 01:00:00 +09:00',
    });
    assert.deepEqual(conditionsOf({ endpoint: { method: '', path: '/' } }, 0), { path: '/' });
  });
});

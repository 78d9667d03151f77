import assert from 'node:assert/strict';
import { nothingKnown } from '../../../../server/src/address/clientNetworks';
import { countedLog } from '../../../../server/src/features/dashboard/countedLog';
import { dashboardOf } from '../../../../server/src/features/dashboard/dashboardOf';
import type { OpenLog } from '../../../../server/src/logDocument';
import {
  STATUS_CLASSES,
  type Dashboard,
  type DashboardChart,
  type DashboardQuery,
  type StatusClass,
} from '../../../../server/src/protocol';
import { combinedLine } from '../../../support/lines';
import { openLogOf } from '../../../support/openLog';
import { SeededRandom } from '../../../support/random';
import { DAY, every, HOUR, logText, MINUTE, type Request, request } from '../../../support/traffic';

/** Midnight of 1 November 2021 in Japan. */
const MIDNIGHT = Date.UTC(2021, 9, 31, 15) / 1000;
const NETWORKS = { bundled: { problem: 'No network data in tests.' }, lookup: nothingKnown };

async function logsOf(...texts: readonly string[]): Promise<OpenLog[]> {
  return Promise.all(texts.map(async (text, n) => ({ ...(await openLogOf(text)), uri: `file:///${n}.log` })));
}

function counted(logs: readonly OpenLog[], query: Partial<DashboardQuery> = {}): Dashboard {
  return dashboardOf(logs.map(countedLog), { bars: 48, ...query }, NETWORKS);
}

/** A line of labelled values (http://ltsv.org), of which any may be missing. */
function ltsvLine(...values: readonly string[]): string {
  return `${[...values, 'req:GET /x HTTP/1.1', 'status:200'].join('\t')}\n`;
}

/** Entries in all bars. */
function inChart({ counts }: DashboardChart): number {
  return STATUS_CLASSES.reduce((sum, name) => sum + counts[name].reduce((own, count) => own + count, 0), 0);
}

/** Entries of a list, named or not. */
function total({ listed, others }: Dashboard['clients']): number {
  return listed.reduce((sum, { count }) => sum + count, others);
}

function someTraffic(random: SeededRandom, count: number): Request[] {
  return Array.from({ length: count }, () => {
    const ask =
      `${random.pick(['GET', 'POST'])} /${random.integer(0, 20)} ${random.pick([200, 302, 404, 500])}` as const;
    return request(`192.0.2.${random.integer(0, 30)}`, random.integer(0, DAY - 1), ask);
  });
}

describe('The figures of a dashboard', () => {
  it('have the flood in the hour in which it was', async () => {
    const [log] = await logsOf(
      logText(every(10 * MINUTE, 144, '192.0.2.1', 'GET /'), every(2, 1000, '192.0.2.9', 'POST /form.php', 10 * HOUR)),
    );
    const { chart } = counted([log!], { bars: 24 });
    assert.deepEqual([chart?.start, chart?.step, chart?.zone], [MIDNIGHT, HOUR, 540]);
    assert.equal(chart?.counts['2xx'].indexOf(Math.max(...chart.counts['2xx'])), 10);
    assert.equal(chart?.counts['2xx'][10], 1006);
    assert.equal(chart?.flagged[10], 1000);
    assert.equal(chart?.flagged[11], 0);
  });

  it('count every entry once, whatever is asked', async () => {
    const random = new SeededRandom(7);
    const traffic = someTraffic(random, 3000);
    const logs = await logsOf(logText(traffic.slice(0, 2000)), logText(traffic.slice(2000)));
    for (let round = 0; round < 50; round++) {
      const from = random.integer(0, DAY);
      const to = from + random.integer(1, DAY);
      const wanted = random.pick([undefined, `192.0.2.${random.integer(0, 30)}`]);
      const path = random.pick([undefined, `/${random.integer(0, 20)}`]);
      const status = random.pick([undefined, '404', '5xx']);
      const hasSpan = random.pick([true, false]);
      const meets = (each: Request, but?: 'client' | 'endpoint' | 'status' | 'time'): boolean =>
        (but === 'client' || wanted === undefined || each.client === wanted) &&
        (but === 'endpoint' || path === undefined || (each.method === 'GET' && each.target === path)) &&
        (but === 'status' || status === undefined || String(each.status).startsWith(status.replace('xx', ''))) &&
        (but === 'time' || !hasSpan || (each.at >= from && each.at < to));
      const figures = counted(logs, {
        ...(wanted !== undefined && { clients: [wanted] }),
        ...(path !== undefined && { endpoint: { method: 'GET', path } }),
        ...(status !== undefined && { status }),
        ...(hasSpan && { chosen: { from: MIDNIGHT + from, to: MIDNIGHT + to } }),
      });
      const expected = (but?: 'client' | 'endpoint' | 'status' | 'time'): number =>
        traffic.filter((each) => meets(each, but)).length;
      assert.equal(figures.entries, 3000);
      assert.equal(figures.matching, expected());
      assert.equal(inChart(figures.chart!), expected('time'));
      assert.equal(total(figures.clients), expected('client'));
      assert.equal(total(figures.networks), expected('client'));
      assert.equal(total(figures.endpoints), expected('endpoint'));
      assert.equal(total(figures.statuses), expected('status'));
      for (const { name, count } of figures.clients.listed) {
        assert.equal(count, traffic.filter((each) => each.client === name && meets(each, 'client')).length, name);
      }
    }
  });

  it('put statuses into their classes', async () => {
    const [log] = await logsOf(
      [100, 200, 206, 302, 404, 499, 503, 999, '-' as const].map((status) => combinedLine({ status })).join('\n'),
    );
    const { chart, statuses } = counted([log!]);
    const totals = STATUS_CLASSES.map((name): [StatusClass, number] => [
      name,
      chart!.counts[name].reduce((sum, count) => sum + count, 0),
    ]);
    assert.deepEqual(Object.fromEntries(totals), { '2xx': 2, '3xx': 1, '4xx': 2, '5xx': 1, other: 3 });
    assert.equal(statuses.listed.find(({ status }) => status === 0)?.count, 1);
  });

  it('tell of the shown time alone, and draw it finer', async () => {
    const [log] = await logsOf(logText(every(MINUTE, 24 * 60, '192.0.2.1', 'GET /')));
    const shown = { from: MIDNIGHT + 3 * HOUR, to: MIDNIGHT + 4 * HOUR };
    const { chart, matching } = counted([log!], { bars: 60, shown });
    assert.deepEqual([chart?.start, chart?.step, inChart(chart!), matching], [shown.from, MINUTE, 60, 60]);
    assert.deepEqual(chart?.all, { from: MIDNIGHT, to: MIDNIGHT + DAY });
  });

  it('keep entries without a time in the lists, but not when a time is chosen', async () => {
    const timed = ltsvLine('time:[01/Nov/2021:10:00:00 +0900]', 'host:192.0.2.1').repeat(9);
    const [log] = await logsOf(timed + ltsvLine('host:192.0.2.2'));
    const all = counted([log!]);
    assert.deepEqual([all.matching, all.chart?.untimed, inChart(all.chart!)], [10, 1, 9]);
    const chosen = counted([log!], { chosen: { from: MIDNIGHT, to: MIDNIGHT + DAY } });
    assert.deepEqual([chosen.matching, chosen.clients.listed.length], [9, 1]);
  });

  it('have no chart where no entry has a time', async () => {
    const [log] = await logsOf(ltsvLine('host:192.0.2.2').repeat(5));
    const { chart, matching } = counted([log!]);
    assert.deepEqual([chart, matching], [undefined, 5]);
  });

  it('are nothing where no log is', () => {
    const { chart, entries, clients } = counted([]);
    assert.deepEqual([chart, entries, clients], [undefined, 0, { listed: [], others: 0 }]);
  });

  it('say how much of which log meets the conditions', async () => {
    const logs = await logsOf(
      logText(every(MINUTE, 3, '192.0.2.1', 'GET /')),
      logText(every(MINUTE, 5, '192.0.2.1', 'GET /'), every(MINUTE, 4, '192.0.2.2', 'GET /')),
    );
    const { logs: told } = counted(logs, { clients: ['192.0.2.1'] });
    assert.deepEqual(
      told.map(({ uri, count }) => [uri, count]),
      [
        ['file:///1.log', 5],
        ['file:///0.log', 3],
      ],
    );
  });

  it('join the addresses of a network that is chosen', async () => {
    const [log] = await logsOf(
      logText(
        every(MINUTE, 3, '192.0.2.1', 'GET /'),
        every(MINUTE, 4, '192.0.2.2', 'GET /'),
        every(MINUTE, 5, '10.0.0.1', 'GET /'),
      ),
    );
    const [first] = counted([log!]).networks.listed;
    assert.deepEqual([first?.count, first?.clients], [7, ['192.0.2.2', '192.0.2.1']]);
    assert.equal(counted([log!], { clients: first!.clients }).matching, 7);
  });
});

// What the figures of a dashboard cost: npx tsx test/bench/dashboard.ts [LOG]
// Prints processor time in ms of each question, the least of several, on the log of the bench or the one given.
import { readFile } from 'node:fs/promises';
import { nothingKnown } from '../../server/src/address/clientNetworks';
import { countedLog } from '../../server/src/features/dashboard/countedLog';
import { dashboardOf } from '../../server/src/features/dashboard/dashboardOf';
import type { DashboardQuery } from '../../server/src/protocol';
import { openLogOf } from '../support/openLog';
import { describeMachine, markdownTable } from './figures';
import { prepareInput } from './input';

const USUAL_LINES = 1_000_000;
const RUNS = 7;
const BARS = 180;

async function benchDashboard(): Promise<void> {
  const file = process.argv[2] ?? (await prepareInput(USUAL_LINES)).log;
  const log = await openLogOf(await readFile(file, 'utf8'));
  const ask = (query: Partial<DashboardQuery>) =>
    dashboardOf([countedLog(log)], { bars: BARS, ...query }, { bundled: { problem: '' }, lookup: nothingKnown });
  const { chart, clients, endpoints, entries } = ask({});
  if (chart === undefined) throw new Error('The log has no times.');
  const chosen = { from: chart.start + chart.step, to: chart.start + 2 * chart.step };
  const questions: Readonly<Record<string, Partial<DashboardQuery>>> = {
    everything: {},
    'a part of the time': { chosen },
    'an address': { clients: [clients.listed[0]!.name] },
    'a path': { endpoint: endpoints.listed[0]! },
    'a status': { status: '404' },
    'all of them': { chosen, clients: [clients.listed[0]!.name], endpoint: endpoints.listed[0]!, status: '2xx' },
  };
  const rows = Object.entries(questions).map(([name, query]) => {
    const times = Array.from({ length: RUNS }, () => processorTime(() => ask(query)));
    return [name, Math.min(...times).toFixed(0)];
  });
  console.log(`${describeMachine()}; ${entries} entries.\n\n${markdownTable(['question', 'ms'], rows)}`);
}

/** In ms. */
function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

void benchDashboard();

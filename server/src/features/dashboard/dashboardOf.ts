import { addressDataAttribution } from '../../address/attribution';
import { clientNetworks } from '../../address/clientNetworks';
import { networkName } from '../../address/networkWords';
import {
  MOST_BARS,
  MOST_LISTED,
  MOST_NETWORK_CLIENTS,
  STATUS_CLASSES,
  type Dashboard,
  type DashboardChart,
  type DashboardQuery,
  type NetworkList,
  type StatusClass,
} from '../../protocol';
import type { KnownNetworks } from '../knownNetworks';
import type { CountedLog } from './countedLog';
import { countRows, type RowCounts } from './countRows';
import { rowFilter } from './rowFilter';
import { timeOfLogs, type TimeOfLogs } from './timeOfLogs';
import { timeScale, type TimeScale } from './timeScale';
import { topNames, type NameCounts, type TopNames } from './topNames';

/** Where nothing is open. */
export const NO_DASHBOARD: Dashboard = {
  logs: [],
  hasOnlyRequests: true,
  entries: 0,
  matching: 0,
  clients: { listed: [], others: 0 },
  networks: { listed: [], others: 0 },
  endpoints: { listed: [], others: 0 },
  statuses: { listed: [], others: 0 },
};

/** No bars. */
const NO_SCALE: TimeScale = { start: 0, step: 1, bars: 0 };

/** What was counted in a log. */
interface LogCounts extends Omit<RowCounts, 'files'>, Pick<CountedLog, 'files' | 'table'> {
  /** Entries by file. */
  readonly byFile: Uint32Array;
}

/** Counts what a query asks for in some logs. */
export function dashboardOf(
  logs: readonly CountedLog[],
  query: Omit<DashboardQuery, 'logs'>,
  networks: Pick<KnownNetworks, 'bundled' | 'lookup'>,
): Dashboard {
  const time = timeOfLogs(logs);
  const bars = Math.min(MOST_BARS, query.bars);
  const scale = time === undefined ? NO_SCALE : timeScale(query.shown ?? time.all, time.zone, bars);
  const counted = logs.map((log): LogCounts => {
    const { files: byFile, ...counts } = countRows(log, rowFilter(log, query), scale, query.chosen ?? query.shown);
    return { files: log.files, table: log.table, byFile, ...counts };
  });
  const clients = topNames(counted.map(clientCounts), MOST_NETWORK_CLIENTS);
  return {
    logs: counted
      .flatMap(({ files, byFile }) => files.map((file, number) => ({ ...file, count: byFile[number]! })))
      .toSorted((a, b) => b.count - a.count),
    hasOnlyRequests: counted.every(({ table }) => table.hasOnlyRequests),
    entries: counted.reduce((sum, { table }) => sum + table.rows, 0),
    matching: counted.reduce((sum, { matching }) => sum + matching, 0),
    ...(time !== undefined && { chart: chartOf(counted, time, scale, bars) }),
    clients: firstOf(clients, MOST_LISTED),
    networks: networksOf(clients, networks),
    endpoints: endpointsOf(counted),
    statuses: statusesOf(counted),
  };
}

function chartOf(logs: readonly LogCounts[], time: TimeOfLogs, scale: TimeScale, mostBars: number): DashboardChart {
  const { start, step, bars } = scale;
  const ofBars = (countIn: (log: LogCounts, bar: number) => number): number[] =>
    Array.from({ length: bars }, (_, bar) => logs.reduce((sum, log) => sum + countIn(log, bar), 0));
  const counts = STATUS_CLASSES.map(
    (name, place) => [name, ofBars((log, bar) => log.bars[place * bars + bar]!)] as const,
  );
  const whole = timeScale(time.all, time.zone, mostBars);
  return {
    all: { from: whole.start, to: whole.start + whole.step * whole.bars },
    start,
    step,
    zone: time.zone,
    counts: Object.fromEntries(counts) as Record<StatusClass, number[]>,
    flagged: ofBars((log, bar) => log.flagged[bar]!),
    untimed: logs.reduce((sum, { untimed }) => sum + untimed, 0),
  };
}

function clientCounts({ table, clients }: LogCounts): NameCounts {
  return { counts: clients, nameOf: (id) => table.texts.client.text(id) };
}

function firstOf({ listed, others }: TopNames, most: number): TopNames {
  const rest = listed.slice(most).reduce((sum, { count }) => sum + count, others);
  return { listed: listed.slice(0, most), others: rest };
}

function networksOf(clients: TopNames, { bundled, lookup }: Pick<KnownNetworks, 'bundled' | 'lookup'>): NetworkList {
  const counted = clients.listed.map(({ name, count }) => ({ address: name, count }));
  const all = clientNetworks(counted, lookup);
  const rest = all.slice(MOST_LISTED).reduce((sum, { requests }) => sum + requests, clients.others);
  return {
    listed: all.slice(0, MOST_LISTED).map((network) => ({
      key: network.key,
      name: networkName(network),
      count: network.requests,
      clients: network.clients.map(({ address }) => address),
    })),
    others: rest,
    ...(bundled.data !== undefined && { attribution: addressDataAttribution(bundled.data.date) }),
  };
}

function endpointsOf(logs: readonly LogCounts[]): Dashboard['endpoints'] {
  const counts = logs.map(({ table, endpoints }): NameCounts => {
    const nameOf = (id: number): string => {
      const { method, path } = table.endpoint(id);
      return `${method} ${path}`;
    };
    return { counts: endpoints, nameOf };
  });
  const { listed, others } = topNames(counts, MOST_LISTED);
  return { listed: listed.map(({ name, count }) => ({ name: name.trimStart(), count, ...endpointOf(name) })), others };
}

/** Methods have no blanks; a name without one begins with the blank. */
function endpointOf(name: string): { method: string; path: string } {
  const end = name.indexOf(' ');
  return { method: name.slice(0, end), path: name.slice(end + 1) };
}

function statusesOf(logs: readonly LogCounts[]): Dashboard['statuses'] {
  const counts = logs.map(({ statuses }): NameCounts => ({ counts: statuses, nameOf: String }));
  const { listed, others } = topNames(counts, MOST_LISTED);
  return { listed: listed.map(({ name, count }) => ({ name, count, status: Number(name) })), others };
}

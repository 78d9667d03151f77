import { NO_ENTRY } from '../../log/logTable';
import { rowsOf } from '../../log/rowGroups';
import { count } from '../../numbers';
import { attackers } from '../../rules/log/exploits/attempts';
import { isRefusal } from '../../rules/log/facts/clients';
import { logInAttempts } from '../../rules/log/facts/logIns';
import { endpointMarks, STATIC, WRITING } from '../../rules/log/facts/marks';
import { NumberList } from '../../rules/log/facts/numberList';
import { PathMark } from '../../rules/log/facts/pathWords';
import { requestsOf } from '../../rules/log/facts/requestRows';
import { inTimeOrder, joinRows, type ClientRows } from '../../rules/log/facts/selection';
import { t } from '../../words';
import { networksOfClients, type CompanyNetwork } from './company';
import { eventAt, leftOut } from './eventAt';
import type { IncidentEvent } from './incidentEvent';
import { isBefore, type Traces } from './traces';

/** Networks beyond this number are counted. */
const MOST_NETWORKS = 20;
/** Answers from here on say that nothing was done. */
const NOT_DONE = 400;

/** What clients did before, as rows. */
interface Deeds {
  readonly logIns: NumberList;
  readonly attacks: NumberList;
  /** Requests for what is not there or not allowed. */
  readonly refused: NumberList;
  /** Requests that sent something to other programs and were carried out. */
  readonly writes: NumberList;
}

/** What the networks of those who used the bad files did before, counted by kind; the busiest networks. */
export function beforeEvents(traces: Traces): IncidentEvent[] {
  if (traces.begin === undefined) return [];
  const deedsOf = deedsFinder(traces);
  const networks = networksOfClients(traces.model, traces.company.circle())
    .map((network) => ({ network, deeds: deedsOf(network) }))
    .filter(({ deeds }) => sizeOf(deeds) > 0)
    .toSorted((one, other) => sizeOf(other.deeds) - sizeOf(one.deeds));
  return [
    ...networks.slice(0, MOST_NETWORKS).map(({ network, deeds }) => describe(traces, network, deeds)),
    ...leftOut(networks.length - MOST_NETWORKS, (more) =>
      t('{0} more networks of those who used the bad files were there before.', more),
    ),
  ];
}

function sizeOf({ logIns, attacks, refused, writes }: Deeds): number {
  return [logIns, attacks, refused, writes].reduce((sum, { values }) => sum + values.length, 0);
}

function describe({ model }: Traces, { name }: CompanyNetwork, deeds: Deeds): IncidentEvent {
  const { logIns, attacks, refused, writes } = deeds;
  const counted = [
    [logIns, (times: string) => t('tries to log in: {0}', times)],
    [attacks, (times: string) => t('requests that look like attacks: {0}', times)],
    [refused, (times: string) => t('requests for what is not there or not allowed: {0}', times)],
    [writes, (times: string) => t('requests that sent something to other programs: {0}', times)],
  ] as const;
  const told = counted.flatMap(([{ values }, word]) => (values.length === 0 ? [] : [word(count(values.length))]));
  const rows = joinRows(counted.map(([{ values }]) => values.toSorted())).filter((row, at, all) => row !== all[at - 1]);
  return eventAt(model, inTimeOrder(model, rows), {
    kind: 'before',
    certainty: 'confirmed',
    text: t('{0} came before the bad files were used; {1}.', name, told.join(t(', '))),
  });
}

function deedsFinder(traces: Traces): (network: CompanyNetwork) => Deeds {
  const { model, company } = traces;
  const circle = new Set(company.circle());
  const logIns = rowsByClient(
    circle,
    logInAttempts(model).flatMap(({ clients }) => clients),
  );
  const attacks = rowsByClient(circle, attackers(model));
  const requests = requestsOf(model);
  const kindOf = deedTest(traces);
  const counts = (row: number): boolean => isBefore(traces, row) && traces.trailOfRow(row) === undefined;
  return ({ clients }) => {
    const deeds = {
      logIns: new NumberList(),
      attacks: new NumberList(),
      refused: new NumberList(),
      writes: new NumberList(),
    };
    for (const client of clients) {
      for (const row of logIns.get(client) ?? []) if (counts(row)) deeds.logIns.push(row);
      for (const row of attacks.get(client) ?? []) if (counts(row)) deeds.attacks.push(row);
      for (const row of rowsOf(requests.byClient, client)) {
        const kind = kindOf(row);
        if (kind !== undefined && counts(row)) deeds[kind].push(row);
      }
    }
    return deeds;
  };
}

function deedTest({ model }: Traces): (row: number) => 'refused' | 'writes' | undefined {
  const { endpoint, status } = model.table.data;
  const marks = endpointMarks(model);
  return (row) => {
    if (endpoint[row] === NO_ENTRY) return undefined;
    const mark = marks[endpoint[row]!]!;
    if ((mark & (STATIC | PathMark.logIn)) !== 0) return undefined;
    if (isRefusal(status[row]!)) return 'refused';
    return status[row]! < NOT_DONE && (mark & WRITING) !== 0 ? 'writes' : undefined;
  };
}

function rowsByClient(wanted: ReadonlySet<number>, all: readonly ClientRows[]): Map<number, Uint32Array> {
  const byClient = new Map<number, Uint32Array>();
  for (const { client, rows } of all) {
    if (wanted.has(client)) byClient.set(client, joinRows([byClient.get(client) ?? new Uint32Array(0), rows]));
  }
  return byClient;
}

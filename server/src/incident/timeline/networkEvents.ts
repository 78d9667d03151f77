import { NO_ENTRY } from '../../log/logTable';
import { count } from '../../numbers';
import { inTimeOrder } from '../../rules/log/facts/selection';
import { t } from '../../words';
import { networksOfClients, type CompanyNetwork } from './company';
import { eventAtRow, leftOut } from './eventAt';
import type { IncidentEvent } from './incidentEvent';
import type { Traces } from './traces';

/** Networks beyond this number are counted. */
const MOST_NETWORKS = 20;

/** When each network of those who used the bad files came first; those beyond some number are counted. */
export function networkEvents(traces: Traces): IncidentEvent[] {
  const networks = networksOfClients(traces.model, traces.company.members);
  const firsts = firstRows(traces, networks);
  // Who came alone and first is told of with the file.
  const known = new Set(traces.trails.map(({ uses }) => uses[0]));
  const seen = [...firsts].filter(([, row]) => !known.has(row));
  const events = seen.slice(0, MOST_NETWORKS).map(([{ name, clients }, row]) =>
    eventAtRow(traces.model, row, {
      kind: 'network-call',
      certainty: 'confirmed',
      text:
        clients.length === 1
          ? t('{0} used the bad files for the first time.', name)
          : t(
              'The network {0} used the bad files for the first time ({1} of its addresses did).',
              name,
              count(clients.length),
            ),
    }),
  );
  return [...events, ...leftOut(seen.length - events.length, (more) => t('{0} more networks came later.', more))];
}

/** The first use of each network, in the order of time. */
function firstRows({ model, trails }: Traces, networks: readonly CompanyNetwork[]): Map<CompanyNetwork, number> {
  const byClient = new Map(networks.flatMap((network) => network.clients.map((client) => [client, network] as const)));
  const { client, time } = model.table.data;
  const firsts = new Map<CompanyNetwork, number>();
  for (const { uses } of trails) {
    for (let at = 0; at < uses.length; at++) {
      const row = uses[at]!;
      const network = client[row] === NO_ENTRY ? undefined : byClient.get(client[row]!);
      if (network === undefined) continue;
      const first = firsts.get(network);
      if (first === undefined || time[row]! < time[first]!) firsts.set(network, row);
    }
  }
  const inOrder = inTimeOrder(model, Uint32Array.from(firsts.values()));
  const networkOfRow = new Map([...firsts].map(([network, row]) => [row, network]));
  return new Map(Array.from(inOrder, (row) => [networkOfRow.get(row)!, row]));
}

import type {
  ClientInLog,
  ClientOfLogs,
  ClientsOfLogs,
  FindingOfClient,
  NetworkOfClients,
  Severity,
} from '../../../server/src/protocol';
import { bySeverity } from '../severityOrder';

/** An element of the tree of clients: plain data, from which its item is made when it is shown. */
export type ClientElement =
  | NetworkElement
  | AddressElement
  | { readonly kind: 'log'; readonly parent: AddressElement; readonly log: ClientInLog }
  | { readonly kind: 'finding'; readonly parent: AddressElement; readonly finding: FindingOfClient }
  | { readonly kind: 'more'; readonly parent: AddressElement; readonly left: number };

/** A network with its clients. */
export interface NetworkElement {
  readonly kind: 'network';
  readonly network: NetworkOfClients;
  /** Most urgent of the findings in which its clients are; `undefined` for none. */
  readonly severity: Severity | undefined;
}

/** A client, below its network. */
export interface AddressElement {
  readonly kind: 'client';
  readonly parent: NetworkElement;
  readonly client: ClientOfLogs;
  /** Most urgent first. */
  readonly findings: readonly FindingOfClient[];
}

/** The networks, the one with most requests first. */
export function networkElements(clients: ClientsOfLogs): NetworkElement[] {
  return clients.networks.map((network) => {
    const places = new Set(network.clients.flatMap(({ findings }) => findings));
    const [mostUrgent] = findingsAt(clients, [...places]).toSorted(bySeverity);
    return { kind: 'network', network, severity: mostUrgent?.severity };
  });
}

/** The children of an element: the clients of a network; the logs of a client, where there are several, and its findings. */
export function childrenOf(element: ClientElement, clients: ClientsOfLogs): ClientElement[] {
  switch (element.kind) {
    case 'network':
      return element.network.clients.map((client) => ({
        kind: 'client',
        parent: element,
        client,
        findings: findingsAt(clients, client.findings),
      }));
    case 'client':
      return [...logElements(element), ...findingElements(element)];
    case 'log':
    case 'finding':
    case 'more':
      return [];
  }
}

/** A name for an element that it keeps when the tree is drawn anew. */
export function clientElementId(element: ClientElement): string {
  switch (element.kind) {
    case 'network':
      return `network ${element.network.key}`;
    case 'client':
      return `client ${element.client.address}`;
    case 'log':
      return `log ${element.log.uri} ${clientElementId(element.parent)}`;
    case 'finding': {
      const { rule, log, line, title } = element.finding;
      return `finding ${JSON.stringify([rule, log, line, title])} ${clientElementId(element.parent)}`;
    }
    case 'more':
      return `more ${clientElementId(element.parent)}`;
  }
}

function logElements(parent: AddressElement): ClientElement[] {
  const { logs } = parent.client;
  return logs.length < 2 ? [] : logs.map((log) => ({ kind: 'log', parent, log }));
}

function findingElements(parent: AddressElement): ClientElement[] {
  const { moreFindings } = parent.client;
  return [
    ...parent.findings.map((finding): ClientElement => ({ kind: 'finding', parent, finding })),
    ...(moreFindings > 0 ? [{ kind: 'more', parent, left: moreFindings } as const] : []),
  ];
}

function findingsAt({ findings }: ClientsOfLogs, places: readonly number[]): FindingOfClient[] {
  return places.map((place) => findings[place]).filter((finding) => finding !== undefined);
}

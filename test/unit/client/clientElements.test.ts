import { strict as assert } from 'node:assert';
import {
  childrenOf,
  clientElementId,
  networkElements,
  type ClientElement,
} from '../../../client/src/views/clientElements';
import type { ClientInLog, ClientOfLogs, ClientsOfLogs, FindingOfClient } from '../../../server/src/protocol';

const FINDINGS: readonly FindingOfClient[] = [
  { rule: 'flood-address', severity: 'error', title: 'Flood', log: 'file:///a.log', line: 3 },
  { rule: 'crawl', severity: 'information', title: 'Crawl', log: 'file:///a.log', line: 9 },
];

function inLog(name: string): ClientInLog {
  return { uri: `file:///${name}`, name, requests: 5 };
}

function client(address: string, more: Partial<ClientOfLogs> = {}): ClientOfLogs {
  return { address, requests: 5, logs: [inLog('a.log')], findings: [], moreFindings: 0, ...more };
}

function clientsOf(...groups: readonly (readonly ClientOfLogs[])[]): ClientsOfLogs {
  const networks = groups.map((clients, n) => ({
    key: String(n),
    name: `Network ${n}`,
    kind: 'public' as const,
    requests: 5,
    clients,
  }));
  return { logs: 1, requests: 5, leftOut: 0, networks, findings: FINDINGS };
}

function kindsBelow(clients: ClientsOfLogs, element: ClientElement | undefined): string[] {
  return element === undefined ? [] : childrenOf(element, clients).map(({ kind }) => kind);
}

/** Names of all elements of the tree. */
function idsOf(clients: ClientsOfLogs): string[] {
  const networks = networkElements(clients);
  const addresses = networks.flatMap((network) => childrenOf(network, clients));
  const rest = addresses.flatMap((address) => childrenOf(address, clients));
  return [...networks, ...addresses, ...rest].map(clientElementId);
}

describe('The elements of the tree of clients', () => {
  it('are the networks in the order given, as urgent as the worst that their clients did', () => {
    const clients = clientsOf([client('192.0.2.1'), client('192.0.2.2', { findings: [0, 1] })], [client('192.0.2.3')]);
    assert.deepEqual(
      networkElements(clients).map(({ network, severity }) => [network.name, severity]),
      [
        ['Network 0', 'error'],
        ['Network 1', undefined],
      ],
    );
  });

  it('have below a client its findings, and its logs where there are several', () => {
    const logs = [inLog('a.log'), inLog('b.log')];
    const clients = clientsOf([
      client('192.0.2.1', { findings: [0] }),
      client('192.0.2.2', { logs, findings: [0, 1] }),
    ]);
    const [network] = networkElements(clients);
    const [first, second] = childrenOf(network!, clients);
    assert.deepEqual(kindsBelow(clients, first), ['finding']);
    assert.deepEqual(kindsBelow(clients, second), ['log', 'log', 'finding', 'finding']);
  });

  it('say how many findings are not named', () => {
    const clients = clientsOf([client('192.0.2.1', { findings: [0], moreFindings: 7 })]);
    const [network] = networkElements(clients);
    const [address] = childrenOf(network!, clients);
    const more = childrenOf(address!, clients).at(-1);
    assert.deepEqual([more?.kind, more?.kind === 'more' && more.left], ['more', 7]);
  });

  it('keep their names when what is counted changes, and have names of their own', () => {
    const before = clientsOf([client('192.0.2.1', { findings: [0, 1] }), client('192.0.2.2', { findings: [0] })]);
    const after = clientsOf([
      client('192.0.2.1', { requests: 9, findings: [0, 1] }),
      client('192.0.2.2', { findings: [0] }),
    ]);
    const ids = idsOf(before);
    assert.deepEqual(ids, idsOf(after));
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(ids.length, 1 + 2 + 3);
  });
});

import assert from 'node:assert/strict';
import type { AddressDataState } from '../../../../server/src/address/addressDataSource';
import type { RegistryNetwork } from '../../../../server/src/address/registry/registryNetwork';
import type { KnownNetworkLookup } from '../../../../server/src/address/clientNetworks';
import { openClientLog } from '../../../../server/src/features/clients/clientLog';
import { clientsOfLogs } from '../../../../server/src/features/clients/clientsOfLogs';
import { knownNetworks } from '../../../../server/src/features/knownNetworks';
import { NO_REGISTRIES, type RegistryKnowledge } from '../../../../server/src/features/registries/registryRequests';
import type { OpenLog } from '../../../../server/src/logDocument';
import type { ClientsOfLogs } from '../../../../server/src/protocol';
import { combinedLine } from '../../../support/lines';
import { openLogOf } from '../../../support/openLog';
import { every, logText } from '../../../support/traffic';

const ROBOT = '8.8.0.1';
const network: AddressDataState = {
  // Only what this asks of the data.
  data: { date: '2026-06-17', lookup: () => ({ country: 'HK', asn: 64_500 }) } as unknown as NonNullable<
    AddressDataState['data']
  >,
};
const lookup: KnownNetworkLookup = ({ text }) => {
  return text.startsWith('8.8.') ? { country: 'HK', asn: 64_500, organisation: 'Example' } : undefined;
};

async function clientsOf(texts: readonly string[], most?: number, registries = NO_REGISTRIES): Promise<ClientsOfLogs> {
  const logs = await Promise.all(
    texts.map(async (text, n): Promise<OpenLog> => {
      return { ...(await openLogOf(text)), uri: `file:///logs/${n}.log`, name: `${n}.log` };
    }),
  );
  return clientsOfLogs(logs.map(openClientLog), { bundled: network, registries, lookup }, most);
}

describe('The clients of open logs', () => {
  it('are grouped by network, those with most requests first and those of no visitor last', async () => {
    const text = logText(
      every(60, 3, '8.8.0.1', 'GET /'),
      every(60, 5, '8.8.0.2', 'GET /'),
      every(60, 70, '192.168.0.1', 'GET /'),
    );
    const { logs, requests, leftOut, networks, attribution } = await clientsOf([text]);
    assert.deepEqual([logs, requests, leftOut], [1, 78, 0]);
    assert.deepEqual(
      networks.map(({ name, kind, requests: of, clients }) => [name, kind, of, clients.map(({ address }) => address)]),
      [
        ['AS64500 Example, HK', 'public', 8, ['8.8.0.2', '8.8.0.1']],
        ['private address of a local network', 'special', 70, ['192.168.0.1']],
      ],
    );
    assert.match(attribution ?? '', /CC BY 4\.0/);
  });

  it('have the findings that they are in, most urgent first, and when they were seen', async () => {
    const { networks, findings } = await clientsOf([logText(every(3, 300, ROBOT, 'POST /form.php', 500))]);
    const [client] = networks[0]!.clients;
    assert.deepEqual(
      client?.findings.map((place) => findings[place]?.rule),
      ['flood-address', 'hot-endpoint'],
    );
    const [flood] = findings;
    assert.deepEqual([flood?.severity, flood?.log, flood?.line], ['error', 'file:///logs/0.log', 0]);
    assert.deepEqual(
      client?.logs.map(({ name, requests, first, last }) => [name, requests, first, last]),
      [['0.log', 300, '2021-11-01 00:08:20', '2021-11-01 00:23:17']],
    );
  });

  it('count in all logs together', async () => {
    const { networks } = await clientsOf([
      logText(every(60, 3, ROBOT, 'GET /'), every(60, 9, '9.9.0.1', 'GET /')),
      logText(every(60, 8, ROBOT, 'GET /')),
    ]);
    const robot = networks.flatMap(({ clients }) => clients).find(({ address }) => address === ROBOT);
    assert.equal(robot?.requests, 11);
    assert.deepEqual(
      robot.logs.map(({ name, requests }) => [name, requests]),
      [
        ['1.log', 8],
        ['0.log', 3],
      ],
    );
  });

  it('are the busiest ones of a log with very many, and how much is not shown is said', async () => {
    const many = Array.from({ length: 50 }, (_, n) => every(60, n + 1, `8.8.1.${n}`, 'GET /'));
    const { networks, requests, leftOut } = await clientsOf([logText(...many)], 10);
    const shown = networks.flatMap(({ clients }) => clients);
    assert.deepEqual(
      shown.map(({ requests: each }) => each),
      [50, 49, 48, 47, 46, 45, 44, 43, 42, 41],
    );
    assert.equal(requests, (50 * 51) / 2);
    assert.equal(leftOut, (40 * 41) / 2);
  });

  it('are there without networks when the data can’t be read, and why is said', async () => {
    const log = await openLogOf(`${combinedLine({ client: ROBOT })}\n`);
    const { networks, problem, attribution } = clientsOfLogs([openClientLog(log)], {
      bundled: { problem: 'No data.' },
      registries: NO_REGISTRIES,
      lookup: () => undefined,
    });
    assert.deepEqual(
      networks.map(({ name, clients }) => [name, clients.length]),
      [['unknown network', 1]],
    );
    assert.equal(problem, 'No data.');
    assert.equal(attribution, undefined);
  });

  it('have what a registry said of their network, and its name where all of them share it', async () => {
    const said: RegistryNetwork = {
      first: '8.8.0.0',
      last: '8.8.255.255',
      cidrs: ['8.8.0.0/16'],
      netname: 'EXAMPLE-HK1',
      description: [],
      abuse: ['abuse@example.net'],
      registry: 'APNIC',
      source: 'whois',
      server: 'whois.example.net',
      answered: '2026-11-22T00:00:00.000Z',
    };
    const text = logText(every(60, 3, '8.8.0.1', 'GET /'), every(60, 2, '192.168.0.1', 'GET /'));
    const asked = async (): Promise<RegistryKnowledge> => ({ ...NO_REGISTRIES, known: () => said });
    const { networks } = clientsOfLogs(
      [openClientLog(await openLogOf(text))],
      await knownNetworks(async () => network, asked),
    );
    assert.deepEqual(
      networks.map(({ name, clients: [client] }) => [name, client?.registry?.netname]),
      [
        ['EXAMPLE-HK1, HK', 'EXAMPLE-HK1'],
        ['private address of a local network', undefined],
      ],
    );
  });

  it('are none where no log is open', async () => {
    const { logs, networks } = await clientsOf([]);
    assert.deepEqual([logs, networks], [0, []]);
  });
});

import assert from 'node:assert/strict';
import { nothingKnown } from '../../../../server/src/address/clientNetworks';
import { incidentClientLog } from '../../../../server/src/features/clients/clientLog';
import { clientsOfLogs } from '../../../../server/src/features/clients/clientsOfLogs';
import { countedIncident, type IncidentLog } from '../../../../server/src/features/dashboard/countedLog';
import { dashboardOf } from '../../../../server/src/features/dashboard/dashboardOf';
import { namesBelow } from '../../../../server/src/features/dashboard/namesBelow';
import { NO_REGISTRIES } from '../../../../server/src/features/registries/registryRequests';
import { countedEntries } from '../../../../server/src/incident/countedEntries';
import { readIncident } from '../../../../server/src/readIncident';
import type { Dashboard, DashboardQuery } from '../../../../server/src/protocol';
import { FakeDisk } from '../../../support/fakeDisk';
import { every, logText, MINUTE } from '../../../support/traffic';

const ROBOT = '192.0.2.9';
const FORM = 'POST /form.php';
const LOGS = {
  '/account/example.jp/1.log': logText(every(MINUTE, 30, '192.0.2.1', 'GET /'), every(2, 400, ROBOT, FORM)),
  '/account/example.jp/2.log': logText(every(MINUTE, 20, '192.0.2.2', 'GET /a', 90_000)),
  '/account/shop.example.jp/1.log': logText(every(MINUTE, 10, '192.0.2.1', 'GET /b', 30)),
};

async function incidentLogs(): Promise<IncidentLog> {
  const texts = Object.entries(LOGS).map(([path, text]) => [path, Buffer.from(text)] as const);
  const { incident, analysis, logs } = await readIncident(new FakeDisk(Object.fromEntries(texts)), {
    logs: ['/account'],
  });
  const crossed = structuredClone(countedEntries(analysis!, incident.files));
  return countedIncident(crossed, logs, analysis!.findings, (name) => `file:///account/${name}`);
}

function byLog({ logs: told }: Dashboard): Record<string, number> {
  return Object.fromEntries(told.map(({ uri, count }) => [uri.slice('file:///account/'.length), count]));
}

describe('The dashboard of an incident', () => {
  let logs: IncidentLog;

  before(async () => {
    logs = await incidentLogs();
  });

  function counted(query: Partial<DashboardQuery> = {}): Dashboard {
    const { logs: _, ...conditions } = { logs: 'incident', bars: 48, ...query } as DashboardQuery;
    return dashboardOf([logs], conditions, { bundled: { problem: '' }, lookup: nothingKnown });
  }

  it('has all domains and days in one chart, and says what is from which log', () => {
    const all = counted();
    assert.deepEqual([all.entries, all.matching], [460, 460]);
    assert.deepEqual(byLog(all), { 'example.jp/1.log': 430, 'example.jp/2.log': 20, 'shop.example.jp/1.log': 10 });
    assert.deepEqual(
      all.clients.listed.map(({ name, count }) => [name, count]),
      [
        [ROBOT, 400],
        ['192.0.2.1', 40],
        ['192.0.2.2', 20],
      ],
    );
    assert.equal(
      all.chart?.flagged.reduce((sum, count) => sum + count, 0),
      400,
    );
  });

  it('narrows everything but the list of logs to the log that is chosen', () => {
    const log = 'file:///account/shop.example.jp/1.log';
    const one = counted({ log });
    assert.deepEqual([one.matching, one.clients.listed], [10, [{ name: '192.0.2.1', count: 10 }]]);
    assert.deepEqual(byLog(one), byLog(counted()));
    const both = counted({ log, clients: [ROBOT] });
    assert.deepEqual([both.matching, byLog(both)['example.jp/1.log']], [0, 400]);
    assert.equal(counted({ log: 'file:///other.log' }).matching, 0);
  });
});

/** How many entries are flagged where the host lists files. */
async function flaggedOf(list: string, log: string): Promise<number> {
  const disk = new FakeDisk({ '/logs/access.log': Buffer.from(log) });
  const { incident, analysis } = await readIncident(disk, { list, logs: ['/logs'] });
  const { isFlagged } = countedEntries(analysis!, incident.files);
  return isFlagged.filter((flag) => flag === 1).length;
}

describe('Calls of files to act on', () => {
  const SHELL = every(MINUTE, 5, ROBOT, 'POST /l.php');
  const READERS = ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4'].flatMap((reader) => [
    ...every(1, 6, reader, 'GET /a.css'),
    ...every(MINUTE, 3, reader, 'GET /page.php'),
  ]);

  it('are flagged like the entries of findings', async () => {
    const log = logText(SHELL, READERS);
    assert.equal(await flaggedOf('', log), 0);
    assert.equal(await flaggedOf('/home/u/public_html/l.php\n', log), 5);
  });

  it('are not where visitors come to the page that was changed', async () => {
    assert.equal(await flaggedOf('/home/u/public_html/page.php\n', logText(SHELL, READERS)), 0);
  });
});

describe('Names of logs', () => {
  it('lose the folders that all have in common, never themselves', () => {
    assert.deepEqual(namesBelow(['/a/b/x/1.log', '/a/b/y/1.log']), ['x/1.log', 'y/1.log']);
    assert.deepEqual(namesBelow([String.raw`C:\a\1.log`, String.raw`C:\a\b\2.log`]), ['1.log', 'b/2.log']);
    assert.deepEqual(namesBelow(['/a/1.log']), ['1.log']);
    assert.deepEqual(namesBelow(['/a/b', '/a/b/1.log']), ['b', 'b/1.log']);
    assert.deepEqual(namesBelow([]), []);
  });
});

describe('The clients of an incident', () => {
  it('are told for all domains and days, with the logs that each is in and the findings about it', async () => {
    const { logs, requests, networks, findings } = clientsOfLogs([incidentClientLog(await incidentLogs())], {
      bundled: { problem: '' },
      registries: NO_REGISTRIES,
      lookup: nothingKnown,
    });
    assert.deepEqual([logs, requests], [3, 460]);
    const clients = networks.flatMap((network) => network.clients);
    assert.deepEqual(
      clients.map((client) => [client.address, client.logs.map(({ name, requests: own }) => `${name} ${own}`)]),
      [
        [ROBOT, ['example.jp/1.log 400']],
        ['192.0.2.1', ['example.jp/1.log 30', 'shop.example.jp/1.log 10']],
        ['192.0.2.2', ['example.jp/2.log 20']],
      ],
    );
    const [flood] = clients[0]!.findings.map((place) => findings[place]!);
    assert.deepEqual([flood?.rule, flood?.log, flood?.line], ['flood-address', 'file:///account/example.jp/1.log', 1]);
  });
});

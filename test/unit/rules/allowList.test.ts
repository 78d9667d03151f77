import assert from 'node:assert/strict';
import { LogTable } from '../../../server/src/log/logTable';
import { withoutRows } from '../../../server/src/log/withoutRows';
import { allowedRows, EMPTY_ALLOW_LIST, readAllowList, type AllowList } from '../../../server/src/rules/allowList';
import { linesIn } from '../../../server/src/rules/finding';
import { entriesOf, readEntries } from '../../support/entries';
import { combinedLine, logOf } from '../../support/lines';
import { openLogOf } from '../../support/openLog';
import { every, logText } from '../../support/traffic';

const list = (part: Partial<AllowList>): AllowList => ({ ...EMPTY_ALLOW_LIST, ...part });

async function tableOf(text: string): Promise<LogTable> {
  return new LogTable((await readEntries(text)).table);
}

/** Whether a list allows a request. */
async function allows(part: Partial<AllowList>, line: Parameters<typeof combinedLine>[0]): Promise<boolean> {
  return allowedRows(await tableOf(`${combinedLine(line)}\n`), list(part)) !== undefined;
}

const get = (target: string): { request: string } => ({ request: `GET ${target} HTTP/1.1` });

describe('An allow-list', () => {
  it('allows nothing when it is empty', async () => {
    assert.equal(allowedRows(await tableOf(`${combinedLine()}\n`), EMPTY_ALLOW_LIST), undefined);
  });

  it('knows addresses however they are written, networks and host names', async () => {
    assert.ok(await allows({ addresses: ['2001:DB8:0::1'] }, { client: '2001:db8::1' }));
    assert.ok(await allows({ addresses: ['192.0.2.0/24'] }, { client: '192.0.2.200' }));
    assert.ok(await allows({ addresses: ['Office.example.jp'] }, { client: 'office.example.jp' }));
    assert.ok(!(await allows({ addresses: ['192.0.2.1', '192.0.3.0/24', 'example.jp'] }, { client: '192.0.2.10' })));
    assert.ok(!(await allows({ addresses: ['example.jp'] }, { client: 'office.example.jp' })));
  });

  it('knows paths, and all below them, whatever the query', async () => {
    assert.ok(await allows({ paths: ['/status'] }, get('/status')));
    assert.ok(await allows({ paths: ['/status'] }, get('/status/now?x=1')));
    assert.ok(await allows({ paths: ['/status/'] }, get('/status/now')));
    assert.ok(!(await allows({ paths: ['/status/'] }, get('/status'))));
    assert.ok(!(await allows({ paths: ['/status'] }, get('/statuses'))));
    assert.ok(!(await allows({ paths: ['/status'] }, get('/x/status'))));
    assert.ok(await allows({ paths: ['/'] }, get('/?x=1')));
    assert.ok(!(await allows({ paths: ['/'] }, get('/x'))));
  });

  it('knows paths with a star for any characters', async () => {
    assert.ok(await allows({ paths: ['/api/*/feed'] }, get('/api/v2/users/feed')));
    assert.ok(await allows({ paths: ['*.php'] }, get('/a/b.php')));
    assert.ok(await allows({ paths: ['/a*b*c'] }, get('/abc')));
    assert.ok(!(await allows({ paths: ['/api/*/feed'] }, get('/api/feed'))));
    assert.ok(!(await allows({ paths: ['/ab*ba'] }, get('/aba'))));
    assert.ok(!(await allows({ paths: ['/a*x*c'] }, get('/abxbcd'))));
    assert.ok(!(await allows({ paths: ['/a.c'] }, get('/abc'))));
  });

  it('answers for a pattern of many stars at once', async () => {
    const path = `/${'a'.repeat(4_000)}`;
    assert.ok(!(await allows({ paths: [`/${'*a'.repeat(1_000)}*b`] }, get(path))));
  });

  for (const devious of [
    '/status/../shell.php',
    '/status/%2e%2e/shell.php',
    '/status/.%2E/shell.php',
    '/status/..%2fshell.php',
    '/status//shell.php',
    '/status/%252e%252e/shell.php',
    String.raw`/status/..\\shell.php`,
    '/status/a%00.php',
  ]) {
    it(`does not allow ${devious}, which leads elsewhere`, async () => {
      assert.ok(!(await allows({ paths: ['/status', '*'] }, get(devious))));
    });
  }

  it('knows parts of agents in whatever case', async () => {
    assert.ok(await allows({ agents: ['uptimerobot'] }, { agent: 'Mozilla/5.0+(compatible; UptimeRobot/2.0)' }));
    assert.ok(!(await allows({ agents: ['uptimerobot'] }, { agent: '-' })));
    assert.ok(!(await allows({ agents: ['.*'] }, { agent: 'Mozilla/5.0' })));
  });

  it('takes from the settings what it understands', () => {
    const written = { addresses: ['192.0.2.1', 5, '', ' 192.0.2.2 ', null], paths: '/x', agents: ['  '] };
    assert.deepEqual(readAllowList(written), { addresses: ['192.0.2.1', '192.0.2.2'], paths: [], agents: [] });
    for (const nonsense of [undefined, null, 5, 'x', []]) assert.deepEqual(readAllowList(nonsense), EMPTY_ALLOW_LIST);
  });
});

describe('A table without some rows', () => {
  it('keeps the others with their lines', async () => {
    const text = logOf(9, (index) =>
      index === 4
        ? 'no entry'
        : combinedLine({ client: `192.0.2.${index}`, bytes: index === 7 ? 5_000_000_000 : index }),
    );
    const table = await tableOf(text);
    const left = Uint8Array.from([1, 0, 1, 0, 0, 1, 0, 0]);
    const rest = new LogTable(withoutRows(table, left));
    assert.deepEqual(
      entriesOf(rest),
      entriesOf(table).filter((_, row) => left[row] === 0),
    );
    assert.deepEqual(
      entriesOf(rest).map(({ line }) => line),
      [2, 4, 6, 8, 9],
    );
  });
});

describe('The findings of a log', () => {
  const flood = every(3, 300, '192.0.2.66', 'POST /form.php');
  const other = every(3, 200, '192.0.2.67', 'POST /other.php', 1);
  const people = every(600, 40, '192.0.2.1', 'GET /');
  const text = logText(flood, other, people);
  const rules = async (part: Partial<AllowList>): Promise<string[]> => {
    const { findings } = await openLogOf(text, { allowList: list(part) });
    return findings.filter(({ rule }) => rule === 'flood-address').map(({ clients }) => clients[0]!.address);
  };

  it('leave out requests that are allowed', async () => {
    assert.deepEqual(await rules({}), ['192.0.2.66', '192.0.2.67']);
    assert.deepEqual(await rules({ addresses: ['192.0.2.66'] }), ['192.0.2.67']);
    assert.deepEqual(await rules({ paths: ['/other.php'] }), ['192.0.2.66']);
    assert.deepEqual(await rules({ agents: ['X'] }), []);
  });

  it('keep their lines, and the log counts all', async () => {
    const before = await openLogOf(text);
    const after = await openLogOf(text, { allowList: list({ addresses: ['192.0.2.66'] }) });
    const [kept] = after.findings;
    const same = before.findings.find(({ clients }) => clients[0]!.address === '192.0.2.67')!;
    assert.deepEqual(linesIn(kept!, 'access.log'), linesIn(same, 'access.log'));
    assert.deepEqual(kept!.places, same.places);
    assert.equal(after.allowed, 300);
    assert.equal(after.model.table.rows, 540);
    assert.equal(before.allowed, 0);
  });
});

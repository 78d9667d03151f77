import assert from 'node:assert/strict';
import type { CodeLens } from 'vscode-languageserver-protocol';
import { logLenses } from '../../../server/src/features/codeLens';
import { logSymbols } from '../../../server/src/features/documentSymbols';
import { logMarks } from '../../../server/src/features/marks';
import type { Severity } from '../../../server/src/rules/finding';
import { HOSTILE_TEXTS } from '../../support/hostile';
import { combinedLine } from '../../support/lines';
import { LOG_URI, openLogOf } from '../../support/openLog';
import { SeededRandom } from '../../support/random';
import { DAY, every, HOUR, logText, readers, request } from '../../support/traffic';

const ROBOT = '192.0.2.66';
const FLOOD = every(3, 300, ROBOT, 'POST /tw/form.php', 500);
const BEFORE = every(30, 10, '192.0.2.1', 'GET /');

function titlesAt(lenses: readonly CodeLens[], line: number): string[] {
  return lenses.filter(({ range }) => range.start.line === line).map(({ command }) => command?.title ?? '');
}

function commandOf(lenses: readonly CodeLens[], title: string): CodeLens['command'] {
  return lenses.findLast(({ command }) => command?.title === title)?.command;
}

describe('Lenses of a log', () => {
  it('sum the log up above its first line', async () => {
    const log = await openLogOf(`${logText(BEFORE)}no entry\n`);
    assert.deepEqual(titlesAt(logLenses(log), 0), [
      '10 requests · 1 addresses · 2021-11-01 00:00:00 – 00:04:30 · 0 findings',
      '1 unreadable lines',
    ]);
    assert.deepEqual(commandOf(logLenses(log), '1 unreadable lines')?.arguments, [
      { log: LOG_URI, filter: { kind: 'unreadable' } },
    ]);
  });

  it('name both days where there is more than one', async () => {
    const log = await openLogOf(logText([request('192.0.2.1', DAY - 1, 'GET /'), request('192.0.2.1', DAY, 'GET /')]));
    assert.match(titlesAt(logLenses(log), 0)[0] ?? '', /2021-11-01 23:59:59 – 2021-11-02 00:00:00/);
  });

  it('offer at each finding’s first line what can be done', async () => {
    const lenses = logLenses(await openLogOf(logText(BEFORE, FLOOD)));
    const titles = titlesAt(lenses, 10);
    assert.ok(titles.includes('192.0.2.66: 300 × POST /tw/form.php'), titles.join('\n'));
    assert.deepEqual(titles.slice(1, 4), ['Show only these lines', 'Show the file', 'Look up address']);
    const filter = { kind: 'addressOnEndpoint', address: ROBOT, method: 'POST', path: '/tw/form.php' };
    assert.deepEqual(commandOf(lenses, 'Show only these lines')?.arguments, [{ log: LOG_URI, filter }]);
    assert.deepEqual(commandOf(lenses, 'Show the file')?.arguments, ['/tw/form.php']);
    assert.deepEqual(commandOf(lenses, 'Look up address')?.arguments, [{ log: LOG_URI, address: ROBOT, line: 10 }]);
  });

  it('lead from the first line to the most urgent finding', async () => {
    const lenses = logLenses(await openLogOf(logText(BEFORE, FLOOD)));
    const lead = lenses.find(({ range, command }) => range.start.line === 0 && command?.title.includes('(line 11)'));
    assert.deepEqual(lead?.command?.arguments, [{ uri: LOG_URI, line: 10 }]);
  });

  it('show the lines of all clients of an endpoint', async () => {
    const lenses = logLenses(await openLogOf(logText(FLOOD, every(3, 300, '192.0.2.67', 'POST /tw/form.php', 500))));
    assert.deepEqual(commandOf(lenses, 'Show only these lines')?.arguments, [
      { log: LOG_URI, filter: { kind: 'endpoint', method: 'POST', path: '/tw/form.php' } },
    ]);
  });

  it('name the network that all clients of an endpoint are of', async () => {
    const two = logText(every(3, 300, '8.8.0.1', 'POST /form.php'), every(3, 300, '8.8.0.2', 'POST /form.php'));
    const titles = logLenses(await openLogOf(two), () => ({ country: 'HK', asn: 64_500, organisation: '$(x)' }));
    const shared = titles.map(({ command }) => command?.title).find((title) => title?.includes('addresses, all'));
    assert.equal(shared, '2 addresses, all AS64500, HK: 600 × POST /form.php');
  });

  it('have no icons of the names that a registry gives', async () => {
    const two = logText(every(3, 300, '8.8.0.1', 'POST /form.php'), every(3, 300, '8.8.0.2', 'POST /form.php'));
    const lenses = logLenses(await openLogOf(two), () => ({ asn: 64_500, netname: '$(bug)\u202e' }));
    const shared = lenses.map(({ command }) => command?.title).find((title) => title?.includes('addresses, all'));
    assert.match(shared ?? '', /all \$ \(bug\)\\u\{202e\}: 600/);
  });

  for (const [name, text] of Object.entries(HOSTILE_TEXTS)) {
    it(`and the outline have no icons, breaks or hidden signs of an attacker: ${name}`, async () => {
      const path = `/${text.replaceAll(/[\n\r?]/g, '')}${'x'.repeat(5000)}`;
      const lines = Array.from({ length: 300 }, () =>
        combinedLine({ client: ROBOT, request: `POST ${path} HTTP/1.1` }),
      );
      const log = await openLogOf(lines.join('\n'));
      const titles = logLenses(log).map(({ command }) => command?.title ?? '');
      const names = logSymbols(log).flatMap(({ children = [] }) => children.map((symbol) => symbol.name));
      assert.ok(titles.length > 5 && names.length > 2);
      for (const shown of titles) assert.doesNotMatch(shown, /\$\(/);
      for (const shown of [...titles, ...names]) {
        assert.doesNotMatch(shown, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        assert.ok(shown.length < 600);
      }
    });
  }
});

describe('The outline of a log', () => {
  it('has its findings and its hours, with the lines of each', async () => {
    const later = every(600, 3, '192.0.2.1', 'GET /', 5 * HOUR);
    const [findings, hours] = logSymbols(await openLogOf(logText(BEFORE, FLOOD, later)));
    assert.deepEqual(
      hours?.children?.map(({ name, detail, range }) => [name, detail, range.start.line, range.end.line]),
      [
        ['2021-11-01 00:00', '310 entries', 0, 309],
        ['2021-11-01 05:00', '3 entries', 310, 312],
      ],
    );
    assert.deepEqual(
      findings?.children?.map(({ range }) => range.start.line),
      [10, 10],
    );
  });

  it('holds every selection within its symbol, as editors demand', async () => {
    const log = await openLogOf(logText(readers(new SeededRandom(15), 30), FLOOD));
    for (const symbol of logSymbols(log).flatMap((group) => [group, ...(group.children ?? [])])) {
      assert.ok(symbol.name !== '');
      assert.ok(symbol.range.start.line <= symbol.selectionRange.start.line);
      assert.ok(symbol.range.end.line >= symbol.selectionRange.end.line);
    }
  });

  it('is empty for a log without entries', async () => assert.deepEqual(logSymbols(await openLogOf('')), []));
});

describe('Marks of a log', () => {
  it('are the lines of all findings, joined, under the most urgent one', async () => {
    const log = await openLogOf(logText(BEFORE, FLOOD));
    const [flood, hot] = log.findings;
    const lines = Uint32Array.of(2, 3, 4, 7);
    const findings = [
      { ...flood!, severity: 'error' as Severity, lines: [{ file: log.name, lines: Uint32Array.of(3, 9, 10) }] },
      { ...hot!, severity: 'warning' as Severity, lines: [{ file: log.name, lines }] },
    ];
    assert.deepEqual(logMarks({ ...log, findings }), {
      error: [2, 2, 8, 9],
      warning: [1, 1, 3, 3, 6, 6],
      information: [],
      hint: [],
    });
  });

  it('cover every line of a flood', async () => {
    const { error } = logMarks(await openLogOf(logText(BEFORE, FLOOD)));
    assert.deepEqual(error, [10, 309]);
  });
});

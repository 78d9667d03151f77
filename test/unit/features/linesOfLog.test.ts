import assert from 'node:assert/strict';
import { logDefinition } from '../../../server/src/features/definition';
import { entryAt } from '../../../server/src/features/entryAt';
import {
  filteredLines,
  filteredLinesOf,
  linesOfFilter,
  MOST_FILTERED_LINES,
} from '../../../server/src/features/filteredLines';
import { lineNumberHints } from '../../../server/src/features/inlayHints';
import type { LogPosition } from '../../../server/src/features/logPosition';
import { fieldAt } from '../../../server/src/log/fieldAt';
import type { OpenLog } from '../../../server/src/logDocument';
import { linesUri, parseLinesUri, type LineFilter } from '../../../server/src/protocol';
import { SiteStore } from '../../../server/src/siteStore';
import { FakeDisk } from '../../support/fakeDisk';
import { HOSTILE_TEXTS } from '../../support/hostile';
import { combinedLine, logOf } from '../../support/lines';
import { LOG_URI, openLogOf } from '../../support/openLog';

const LINES = [
  combinedLine({ client: '192.0.2.1', request: 'GET /a?x HTTP/1.1' }),
  'no entry',
  combinedLine({ client: '192.0.2.2', request: 'POST /a HTTP/1.1' }),
  combinedLine({ client: '192.0.2.1', request: 'POST /a HTTP/1.1' }),
  '',
  combinedLine({ client: '192.0.2.1', request: 'GET /a HTTP/1.1' }),
];
const endpoint = { method: 'POST', path: '/a' };

async function positionOf(log: OpenLog, line: number, word: string): Promise<LogPosition> {
  const text = (await log.lines.line(line)) ?? '';
  return { log, line, text, row: log.model.table.rowOfLine(line), field: fieldAt(text, text.indexOf(word)) };
}

async function gone(): Promise<never> {
  throw Object.assign(new Error('gone'), { code: 'ENOENT' });
}

describe('Some lines of a log', () => {
  const filters: [filter: LineFilter, lines: number[]][] = [
    [{ kind: 'address', address: '192.0.2.1' }, [1, 4, 6]],
    [{ kind: 'address', address: '192.0.2.99' }, []],
    [{ kind: 'endpoint', method: 'GET', path: '/a' }, [1, 6]],
    [{ kind: 'endpoint', method: 'PUT', path: '/a' }, []],
    [{ kind: 'addressOnEndpoint', address: '192.0.2.1', ...endpoint }, [4]],
    [{ kind: 'addressOnEndpoint', address: '192.0.2.1', method: 'POST', path: '/b' }, []],
    [{ kind: 'unreadable' }, [2, 5]],
  ];
  for (const [filter, lines] of filters) {
    it(`are those that pass ${JSON.stringify(filter)}`, async () => {
      const log = await openLogOf(LINES.join('\n'));
      assert.deepEqual([...linesOfFilter(log, filter)], lines);
      const text = lines.map((line) => LINES[line - 1]).join('\n');
      assert.deepEqual(await filteredLines(log, filter), { text, total: lines.length, shown: lines.length });
    });
  }

  it('are no more than an editor can take, and how many there are is said', async () => {
    const log = await openLogOf(logOf(MOST_FILTERED_LINES + 5, () => combinedLine()));
    const { text, total, shown } = await filteredLines(log, { kind: 'address', address: '192.0.2.1' });
    assert.deepEqual([total, shown], [MOST_FILTERED_LINES + 5, MOST_FILTERED_LINES]);
    assert.equal(text.split('\n').length, MOST_FILTERED_LINES);
  });

  it('are no more than an editor can take where they are very long', async () => {
    const log = await openLogOf(`${logOf(60, () => combinedLine())}${logOf(60, () => 'x'.repeat(1024 * 1024))}`);
    const { total, shown } = await filteredLines(log, { kind: 'unreadable' });
    assert.deepEqual([total, shown], [60, 48]);
  });

  it('say why there are none when the log was deleted meanwhile, could not be read or is not open', async () => {
    const filter: LineFilter = { kind: 'unreadable' };
    const log: OpenLog = { ...(await openLogOf(LINES.join('\n'))), lines: { line: gone, lines: gone } };
    assert.match((await filteredLinesOf({ kind: 'read', log }, filter)).problem ?? '', /was not found/);
    assert.equal((await filteredLinesOf({ kind: 'problem', message: 'unreadable' }, filter)).problem, 'unreadable');
    assert.match((await filteredLinesOf(undefined, filter)).problem ?? '', /not open/);
  });

  it('have their numbers in the log before them, which lead there', async () => {
    const log = await openLogOf(LINES.join('\n'));
    const visible = { start: { line: 1, character: 0 }, end: { line: 50, character: 0 } };
    const hints = lineNumberHints(log, { kind: 'address', address: '192.0.2.1' }, visible);
    assert.deepEqual(
      hints.map(({ position, label }) => [position.line, typeof label === 'string' ? label : label[0]?.value]),
      [
        [1, '4'],
        [2, '6'],
      ],
    );
    const [part] = hints[0]?.label ?? [];
    assert.ok(typeof part === 'object');
    assert.deepEqual([part.location?.uri, part.location?.range.start.line], [LOG_URI, 3]);
  });

  for (const [name, text] of Object.entries(HOSTILE_TEXTS)) {
    it(`have an address of their own that brings everything back: ${name}`, () => {
      const lines = {
        log: LOG_URI,
        filter: { kind: 'addressOnEndpoint', address: text, method: text, path: text },
      } as const;
      const uri = linesUri(lines);
      assert.deepEqual(parseLinesUri(uri), lines);
      assert.match(uri, /^log-lines:\/[^/?#\s]*\?[^?#\s]*$/);
    });
  }

  it('have an address that other documents do not have', () => {
    for (const uri of [
      LOG_URI,
      'log-lines:/x',
      'log-lines:/x?%',
      'log-lines:/x?{}',
      'log-lines:/x?null',
      `log-lines:/x?{"log":1}`,
    ]) {
      assert.equal(parseLinesUri(uri), undefined);
    }
    const odd = encodeURIComponent(JSON.stringify({ log: LOG_URI, filter: { kind: 'endpoint', method: 'GET' } }));
    assert.equal(parseLinesUri(`log-lines:/x?${odd}`), undefined);
  });
});

describe('The way from a line', () => {
  const disk = new FakeDisk({
    '/site/public/a/index.php': Buffer.of(),
    '/site/b.php': Buffer.of(),
    '/etc/passwd': Buffer.of(),
  });
  const sites = new SiteStore(disk);
  sites.setFolders(['file:///site', 'vscode-vfs://github/x']);

  const find = (path: string, host?: string): Promise<string | null> => sites.find(path, host);

  async function targetOf(target: string): Promise<string | undefined> {
    const log = await openLogOf(combinedLine({ request: `GET ${target} HTTP/1.1` }));
    return (await logDefinition(await positionOf(log, 1, target), LOG_URI, 0, find))?.uri;
  }

  it('leads from a request path to the file in the site folder or below it', async () => {
    assert.equal(await targetOf('/b.php?x=y'), 'file:///site/b.php');
    assert.equal(await targetOf('/a/'), 'file:///site/public/a/index.php');
  });

  it('leads nowhere for a file that the site does not have, and never out of it', async () => {
    for (const target of [
      '/c.php',
      '/../etc/passwd',
      '/%2e%2e/etc/passwd',
      '/..%5c..%5cetc/passwd',
      '/%00',
      '/%',
      '//etc/passwd',
    ]) {
      assert.equal(await targetOf(target), undefined, target);
    }
  });

  it('leads from some lines back to the log', async () => {
    const log = await openLogOf(LINES.join('\n'));
    const place = await positionOf(log, 4, '192.0.2.1');
    const definition = await logDefinition(place, linesUri({ log: LOG_URI, filter: { kind: 'unreadable' } }), 0, find);
    assert.deepEqual([definition?.uri, definition?.range.start.line], [LOG_URI, 3]);
    assert.equal(await logDefinition(place, LOG_URI, 0, find), null);
  });

  it('tells the commands which entry stands there', async () => {
    const log = await openLogOf(LINES.join('\n'));
    assert.deepEqual(entryAt(await positionOf(log, 4, ' ')), { log: LOG_URI, line: 3, address: '192.0.2.1', endpoint });
    assert.equal(entryAt(await positionOf(log, 2, 'no')), null);
    const odd = await openLogOf(combinedLine({ request: '-' }));
    assert.deepEqual(entryAt(await positionOf(odd, 1, ' ')), { log: LOG_URI, line: 0, address: '192.0.2.1' });
  });

  it('shows a site file under the name of its folder', async () => {
    assert.deepEqual(await sites.stateOf('/b.php'), {
      kind: 'found',
      file: 'site/b.php',
      uri: 'file:///site/b.php',
      findings: [],
    });
    assert.deepEqual(await sites.stateOf('/c.php'), { kind: 'missing' });
    assert.deepEqual(await new SiteStore(disk).stateOf('/b.php'), { kind: 'noSite' });
  });
});

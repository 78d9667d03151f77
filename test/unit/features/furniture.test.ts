import assert from 'node:assert/strict';
import { namedFiles } from '../../../server/src/features/filePaths';
import { logLinks } from '../../../server/src/features/documentLinks';
import { logFoldingRanges } from '../../../server/src/features/foldingRanges';
import { logTokens, tokenLegend } from '../../../server/src/features/semanticTokens';
import { findServerFile } from '../../../server/src/features/serverFile';
import type { ShownLines } from '../../../server/src/features/shownLines';
import { fieldsOfLine } from '../../../server/src/log/fieldAt';
import type { OpenLog } from '../../../server/src/logDocument';
import { HOSTILE_TEXTS } from '../../support/hostile';
import { combinedLine } from '../../support/lines';
import { openLogOf } from '../../support/openLog';
import { every, logText } from '../../support/traffic';

const DAY = 24 * 3600;

/** All lines of a log, as an editor shows them. */
async function shown(log: OpenLog): Promise<ShownLines> {
  const numbers = Uint32Array.from({ length: log.model.table.lines }, (_, index) => index + 1);
  const texts = await log.lines.lines(numbers);
  return { log, lines: texts.map((text, at) => ({ at, line: at + 1, text, fields: fieldsOfLine(text) })) };
}

/** Tokens as `[line, column, length, type, modifiers]`. */
function decoded(data: readonly number[]): [number, number, number, string | undefined, number][] {
  let line = 0;
  let column = 0;
  return Array.from({ length: data.length / 5 }, (_, index) => {
    const [lines, columns, length, type, modifiers] = data.slice(index * 5, index * 5 + 5) as [
      number,
      number,
      number,
      number,
      number,
    ];
    column = lines === 0 ? column + columns : columns;
    line += lines;
    return [line, column, length, tokenLegend.tokenTypes[type], modifiers];
  });
}

describe('The colours of visible lines', () => {
  it('are those of the fields, and what a finding accuses stands out', async () => {
    const quiet = combinedLine({ client: '192.0.2.1', request: 'GET /a HTTP/1.1', status: 404 });
    const log = await openLogOf(`${quiet}\n${logText(every(2, 300, '192.0.2.66', 'POST /form.php'))}`);
    const tokens = decoded(logTokens(await shown(log)).data);
    const ofLine = (line: number): [string | undefined, number][] =>
      tokens.filter(([at]) => at === line).map(([, , , type, modifiers]) => [type, modifiers]);
    assert.deepEqual(ofLine(0).slice(0, 5), [
      ['logClient', 0],
      ['logTime', 0],
      ['logMethod', 0],
      ['logTarget', 0],
      ['logClientError', 0],
    ]);
    assert.deepEqual(ofLine(1).slice(0, 5), [
      ['logClient', 1],
      ['logTime', 0],
      ['logMethod', 0],
      ['logTarget', 1],
      ['logStatus', 0],
    ]);
  });

  it('lie within their line and in order, whatever the line holds', async () => {
    for (const text of Object.values(HOSTILE_TEXTS)) {
      const agent = text.replaceAll(/[\n\r]/g, ' ').replaceAll('"', "'");
      const line = combinedLine({ agent, referrer: agent, request: `GET /${agent} HTTP/1.1` });
      const log = await openLogOf(line);
      let last = 0;
      for (const [at, start, length] of decoded(logTokens(await shown(log)).data)) {
        assert.equal(at, 0);
        assert.ok(start >= last && length > 0 && start + length <= line.length);
        last = start + length;
      }
    }
  });
});

describe('Folding', () => {
  it('takes hours, which do not overlap though lines are not quite in order', async () => {
    const log = await openLogOf(
      logText(
        every(600, 6, '192.0.2.1', 'GET /'),
        every(600, 6, '192.0.2.2', 'GET /', 3590),
        every(600, 6, '192.0.2.3', 'GET /', 9000),
      ),
    );
    const ranges = logFoldingRanges(log);
    assert.ok(ranges.length >= 2);
    ranges.slice(1).forEach((range, index) => assert.ok(range.startLine > ranges[index]!.endLine));
    assert.equal(ranges.at(-1)?.endLine, log.model.table.lines - 1);
  });

  it('takes days where the hours are too many', async () => {
    const log = await openLogOf(logText(every(1800, 48 * 60, '192.0.2.1', 'GET /')));
    assert.equal(logFoldingRanges(log).length, 60);
    assert.equal(logFoldingRanges(log)[1]!.startLine, DAY / 1800);
  });

  it('takes the lines that belong to the entry before them', async () => {
    const entry = combinedLine({});
    const log = await openLogOf([entry, 'Stack trace:', '#0 a', entry, entry, 'one'].join('\n'));
    assert.deepEqual(
      logFoldingRanges(log).map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 2],
        [4, 5],
      ],
    );
  });
});

describe('Files that messages name', () => {
  it('are found with their lines', () => {
    const text =
      "PHP Warning:  x in /home/a/public_html/form.php on line 12, see '/b/c.php:7' and (/d/e.html), /f/g.php.";
    assert.deepEqual(
      namedFiles(text).map(({ path, line, start, end }) => [path, line, text.slice(start, end) === path]),
      [
        ['/home/a/public_html/form.php', 12, true],
        ['/b/c.php', 7, true],
        ['/d/e.html', undefined, true],
        ['/f/g.php', undefined, true],
      ],
    );
  });

  it('are no addresses of pages, and few', () => {
    assert.deepEqual(namedFiles('http://192.0.2.1/x.php //a/b.php a/b.php /etc/passwd'), []);
    assert.ok(namedFiles('/a.php '.repeat(1000)).length < 20);
  });

  it('are looked for without the folders that only the server has', async () => {
    const copy = new Set(['/tw/form.php', '/index.php']);
    const find = async (path: string): Promise<string | null> => (copy.has(path) ? `file:///site${path}` : null);
    assert.equal(await findServerFile('/home/a/public_html/tw/form.php', find), 'file:///site/tw/form.php');
    assert.equal(await findServerFile('/home/a/public_html/index.php', find), 'file:///site/index.php');
    assert.equal(await findServerFile('/usr/share/php/index.php', find), null);
    assert.equal(await findServerFile('/', find), null);
  });
});

describe('Links in a log', () => {
  it('lead from request paths and messages to the files that the site has', async () => {
    const lines = [
      combinedLine({ request: 'POST /tw/form.php?a=b HTTP/1.1' }),
      combinedLine({ request: 'GET /gone.php HTTP/1.1' }),
      '#1 /home/a/public_html/tw/form.php(30): send()',
    ];
    const log = await openLogOf(lines.join('\n'));
    const links = await logLinks(await shown(log), async (path) =>
      path === '/tw/form.php' ? `file:///s${path}` : null,
    );
    assert.deepEqual(
      links.map(({ range, target }) => [
        lines[range.start.line]!.slice(range.start.character, range.end.character),
        target,
      ]),
      [
        ['/tw/form.php', 'file:///s/tw/form.php'],
        ['/home/a/public_html/tw/form.php', 'file:///s/tw/form.php#L30'],
      ],
    );
  });

  it('look for each path once, and never for many', async () => {
    const lines = Array.from({ length: 1000 }, (_, n) => combinedLine({ request: `GET /${n % 500}.php HTTP/1.1` }));
    const log = await openLogOf(lines.join('\n'));
    let asked = 0;
    await logLinks(await shown(log), async () => {
      asked++;
      return null;
    });
    assert.ok(asked <= 200);
  });
});

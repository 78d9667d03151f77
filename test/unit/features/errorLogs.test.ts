import assert from 'node:assert/strict';
import { MarkupContent, type Hover } from 'vscode-languageserver-protocol';
import { logLenses } from '../../../server/src/features/codeLens';
import { logSymbols } from '../../../server/src/features/documentSymbols';
import { directiveBefore } from '../../../server/src/features/directiveBefore';
import { entryAt } from '../../../server/src/features/entryAt';
import { FormatProblems } from '../../../server/src/features/formatProblems';
import { filteredLines } from '../../../server/src/features/filteredLines';
import { logFoldingRanges } from '../../../server/src/features/foldingRanges';
import { knownNetworks } from '../../../server/src/features/knownNetworks';
import { logHover } from '../../../server/src/features/hover/logHover';
import type { LogPosition } from '../../../server/src/features/logPosition';
import { fieldAt, fieldsOfLine } from '../../../server/src/log/fieldAt';
import { formatsOfLog } from '../../../server/src/log/knownFormats';
import type { OpenLog } from '../../../server/src/logDocument';
import { logOf } from '../../support/lines';
import { openLogOf } from '../../support/openLog';

const AUDIT = [
  '--ab12cd34-A--',
  '[01/Nov/2021:10:56:55 +0900] YX8AAQ 192.0.2.1 34882 198.51.100.1 80',
  '--ab12cd34-B--',
  'POST /wp-login.php HTTP/1.1',
  'Host: example.jp',
  '',
  '--ab12cd34-F--',
  'HTTP/1.1 403 Forbidden',
  '',
  '--ab12cd34-H--',
  'Message: Access denied with code 403 (phase 2). [severity "CRITICAL"]',
  '',
  '--ab12cd34-Z--',
  '',
].join('\n');

const LOGS: Readonly<Record<string, string>> = {
  Apache: logOf(3, (n) => `[Mon Nov 01 10:56:5${n} 2021] [error] [client 192.0.2.1] File does not exist: /a${n}.php`),
  'Apache without clients': '[Mon Nov 01 10:56:55 2021] [notice] caught SIGTERM\n',
  nginx: logOf(
    3,
    (n) =>
      `2021/11/01 10:56:5${n} [error] 1#1: *1 x, client: 192.0.2.1, server: a.jp, request: "GET /${n} HTTP/1.1", host: "a"`,
  ),
  PHP: '[01-Nov-2021 10:56:55 Asia/Tokyo] PHP Fatal error:  x in /home/a/b.php:3\nStack trace:\n#0 {main}\n  thrown\n',
  LiteSpeed: '2021-11-01 10:56:55.123 [NOTICE] [1] [192.0.2.1:5:HTTP2-1#a.jp] File not found [/home/a/x.php]\n',
  ModSecurity: `${AUDIT}\n${AUDIT.replaceAll('ab12cd34', 'ef56ab78')}\n`,
};

async function positionOn(log: OpenLog, line: number, column: number): Promise<LogPosition> {
  const text = (await log.lines.line(line)) ?? '';
  const field = fieldAt(text, column, await directiveBefore(log, line), formatsOfLog(log.format, log));
  return { log, line, text, row: log.model.table.rowAtLine(line), field };
}

function hoverOn(position: LogPosition): Promise<Hover | null> {
  return logHover(position, {
    networks: () => knownNetworks(async () => ({ problem: 'none' })),
    siteFile: async () => ({ kind: 'missing' }),
    siteZone: 'Asia/Tokyo',
  });
}

async function hoverText(log: OpenLog, line: number, word: string): Promise<string> {
  const text = (await log.lines.line(line)) ?? '';
  const hover = await hoverOn(await positionOn(log, line, text.indexOf(word)));
  return hover !== null && MarkupContent.is(hover.contents) ? hover.contents.value : '';
}

describe('Error logs in the editor', () => {
  for (const [name, text] of Object.entries(LOGS)) {
    it(`show everything of a log of ${name}, whatever its entries lack`, async () => {
      const log = await openLogOf(text);
      assert.ok(log.model.table.rows > 0);
      for (let line = 1; line <= log.model.table.lines; line++) {
        const lineText = (await log.lines.line(line)) ?? '';
        for (let column = 0; column <= lineText.length; column += 3) {
          const position = await positionOn(log, line, column);
          await hoverOn(position);
          entryAt(position);
        }
      }
      assert.ok(logLenses(log).length > 0);
      assert.ok(Array.isArray(logSymbols(log)) && Array.isArray(logFoldingRanges(log)));
    });
  }

  it('tell how often an address failed', async () => {
    for (const name of ['Apache', 'nginx']) {
      const hover = await hoverText(await openLogOf(LOGS[name]!), 1, '192.0.2.1');
      assert.ok(hover.includes('**3**'), `${name}: ${hover}`);
    }
  });

  it('tell of an address, a path and a status wherever they stand in the lines of one entry', async () => {
    const log = await openLogOf(LOGS['ModSecurity']!);
    assert.ok((await hoverText(log, 2, '192.0.2.1')).includes('**2**'));
    assert.ok((await hoverText(log, 4, '/wp-login')).includes('**2**'));
    assert.ok((await hoverText(log, 8, '403')).includes('403'));
    const { address, endpoint } = entryAt(await positionOn(log, 11, 0))!;
    assert.deepEqual([address, endpoint], ['192.0.2.1', { method: 'POST', path: '/wp-login.php' }]);
  });

  it('call no line unreadable that belongs to an entry', async () => {
    for (const name of ['PHP', 'ModSecurity']) {
      const log = await openLogOf(LOGS[name]!);
      assert.equal((await filteredLines(log, { kind: 'unreadable' })).total, 0);
      assert.ok(!logLenses(log).some(({ command }) => command?.title.includes('unreadable')));
    }
    const log = await openLogOf(`${LOGS['Apache']}x\n#0 trace\ny\n${LOGS['Apache']}`);
    assert.equal((await filteredLines(log, { kind: 'unreadable' })).text, 'x\ny');
  });

  it('have the fields of a line in the log’s own format', async () => {
    const line = '[Mon Nov 01 10:56:55 2021] [error] [client 192.0.2.1] x';
    const formats = formatsOfLog('timed-message', {});
    assert.deepEqual(
      fieldsOfLine(line, '', formats).map(({ name }) => name),
      ['time', 'message'],
    );
  });
});

describe('Formats in the settings', () => {
  it('are told of once when they can’t be understood', () => {
    const shown: string[] = [];
    const problems = new FormatProblems((message) => shown.push(message));
    problems.tell(['%h %r', '%y\u202e', '[x](command:y)']);
    problems.tell(['%y\u202e', '%h%u']);
    assert.equal(shown.length, 3);
    assert.ok(shown[0]?.includes('\\u{202e}') && shown[0].includes('%y is not known'));
    assert.ok(!shown[1]?.includes(']('));
    assert.ok(shown[2]?.includes('between %h and %u'));
  });
});

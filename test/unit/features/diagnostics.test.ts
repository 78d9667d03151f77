import assert from 'node:assert/strict';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-protocol';
import { logDiagnostics } from '../../../server/src/features/diagnostics';
import { memorySource } from '../../../server/src/log/byteSource';
import { readLog } from '../../../server/src/log/readLog';
import type { LogOutcome, OpenLog } from '../../../server/src/logDocument';
import { linesIn } from '../../../server/src/rules/finding';
import { textOf } from '../../support/diagnosticText';
import { HOSTILE_TEXTS } from '../../support/hostile';
import { combinedLine } from '../../support/lines';
import { LOG_URI, logTextOf, openLogOf } from '../../support/openLog';
import { every, logText, readers } from '../../support/traffic';
import { SeededRandom } from '../../support/random';

const ROBOT = '192.0.2.66';
const QUIET = readers(new SeededRandom(14), 40);

async function diagnosticsOf(log: OpenLog): Promise<Diagnostic[]> {
  return logDiagnostics({ kind: 'read', log });
}

/** The text that a diagnostic underlines. */
async function marked(log: OpenLog, { range }: Diagnostic): Promise<string> {
  assert.equal(range.start.line, range.end.line);
  return ((await log.lines.line(range.start.line + 1)) ?? '').slice(range.start.character, range.end.character);
}

async function unknownText(text: string): Promise<LogOutcome> {
  const bytes = Buffer.from(text);
  const { table } = await readLog(memorySource(bytes));
  return { kind: 'unknownFormat', text: logTextOf(bytes, table) };
}

describe('Diagnostics of a log', () => {
  it('are one for each finding, at its first line, with all its words', async () => {
    const log = await openLogOf(logText(QUIET, every(3, 300, ROBOT, 'POST /tw/form.php', 500)));
    const diagnostics = await diagnosticsOf(log);
    assert.deepEqual(
      diagnostics.map(({ code, severity, source }) => [code, severity, source]),
      [
        ['flood-address', DiagnosticSeverity.Error, 'Log & Site Audit'],
        ['hot-endpoint', DiagnosticSeverity.Error, 'Log & Site Audit'],
      ],
    );
    const [finding] = log.findings;
    assert.equal(diagnostics[0]?.message, [finding?.title, finding?.detail, finding?.advice].join('\n'));
    assert.equal(diagnostics[0]?.range.start.line, linesIn(finding!, log.name)[0]! - 1);
    assert.match(textOf(diagnostics[0]), /flooded POST \/tw\/form\.php: 300 requests/);
  });

  it('say of which network the clients are, with whatever it is called made visible', async () => {
    const log = await openLogOf(logText(QUIET, every(3, 300, '8.8.0.1', 'POST /tw/form.php', 500)));
    const [flood] = await logDiagnostics({ kind: 'read', log }, () => ({ asn: 64_500, organisation: 'Evil\u202e' }));
    assert.match(textOf(flood), / Network: AS64500 Evil\\u\{202e\}\.\n/);
  });

  it('underline the address of a single client, and the path of an endpoint with many', async () => {
    const single = await openLogOf(logText(QUIET, every(3, 300, ROBOT, 'POST /a?b')));
    for (const each of await diagnosticsOf(single)) assert.equal(await marked(single, each), ROBOT);
    const clients = ['192.0.2.66', '192.0.2.67'];
    const shared = await openLogOf(logText(QUIET, ...clients.map((client) => every(3, 300, client, 'POST /?b'))));
    const [, , hot] = await diagnosticsOf(shared);
    assert.equal(hot?.code, 'hot-endpoint');
    assert.equal(await marked(shared, hot), '/');
    assert.match(
      ((await shared.lines.line(hot.range.start.line + 1)) ?? '').slice(hot.range.start.character - 6),
      /^"POST \/\?b/,
    );
  });

  it('lead to the first line of each client and to the last line of all', async () => {
    const clients = Array.from({ length: 12 }, (_, n) => `192.0.2.${n + 100}`);
    const log = await openLogOf(
      logText(QUIET, ...clients.map((client, n) => every(10, 150, client, 'POST /form.php', n))),
    );
    const hot = (await diagnosticsOf(log)).find(({ code }) => code === 'hot-endpoint');
    const related = hot?.relatedInformation ?? [];
    assert.equal(related.length, 11);
    for (const [index, { location, message }] of related.entries()) {
      assert.equal(location.uri, LOG_URI);
      const line = (await log.lines.line(location.range.start.line + 1)) ?? '';
      if (index < 10) assert.ok(message.includes(`150 lines of ${line.split(' ')[0]}`), message);
      else assert.equal(location.range.start.line + 1, linesIn(log.findings.at(-1)!, log.name).at(-1));
    }
  });

  it('say that a packed log is damaged, before what was found', async () => {
    const log = { ...(await openLogOf(logText(QUIET, every(3, 300, ROBOT, 'POST /a')))), damaged: true };
    const [first, ...others] = await diagnosticsOf(log);
    assert.deepEqual([first?.code, first?.severity], ['damaged-archive', DiagnosticSeverity.Warning]);
    assert.ok(textOf(first).includes(log.model.table.lines.toLocaleString('en')));
    assert.equal(others.length, 2);
  });

  it('say that a file is no known log, but nothing of an empty one', async () => {
    const [unknown] = await logDiagnostics(await unknownText('nothing\nknown\n'));
    assert.deepEqual([unknown?.code, unknown?.severity], ['unknown-format', DiagnosticSeverity.Information]);
    assert.deepEqual(await logDiagnostics(await unknownText('')), []);
  });

  it('say why a log could not be read', async () => {
    const [problem, ...others] = await logDiagnostics({ kind: 'problem', message: 'Forbidden.' });
    assert.deepEqual(
      [problem?.code, problem?.severity, problem?.message],
      ['unreadable-log', DiagnosticSeverity.Error, 'Forbidden.'],
    );
    assert.deepEqual(problem?.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
    assert.equal(others.length, 0);
  });

  it('are shown also when the file has gone since it was read', async () => {
    const log = await openLogOf(logText(QUIET, every(3, 300, ROBOT, 'POST /a')));
    const gone: OpenLog = {
      ...log,
      lines: { line: () => Promise.reject(new Error('gone')), lines: () => Promise.reject(new Error('gone')) },
    };
    assert.equal((await diagnosticsOf(gone)).length, 2);
  });

  for (const [name, text] of Object.entries(HOSTILE_TEXTS)) {
    it(`show hidden signs as what they are: ${name}`, async () => {
      const path = `/${text.replaceAll(/[\n\r?]/g, '')}`;
      const lines = Array.from({ length: 300 }, (_, n) =>
        combinedLine({
          client: ROBOT,
          request: `POST ${path} HTTP/1.1`,
          time: `01/Nov/2021:10:${String(n % 60).padStart(2, '0')}:00 +0900`,
        }),
      );
      const diagnostics = await diagnosticsOf(await openLogOf(lines.join('\n')));
      assert.ok(diagnostics.length > 0);
      for (const message of diagnostics.map(textOf)) {
        assert.equal(message.split('\n').length, 3);
        assert.doesNotMatch(message.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }
    });
  }
});

describe('Diagnostics of a log with very many findings', () => {
  const clients = Array.from({ length: 1_200 }, (_, n) =>
    every(1, 100, `10.0.${n >> 8}.${n & 255}`, `POST /${n}.php`, n),
  );

  it('are as many as an editor shows, the most urgent ones, and say how many are left out', async () => {
    const log = await openLogOf(logText(...clients));
    const errors = log.findings.filter(({ severity }) => severity === 'error').length;
    assert.ok(log.findings.length >= 1_200);
    const diagnostics = await logDiagnostics({ kind: 'read', log });
    assert.equal(diagnostics.length, 1000);
    const [first, ...shown] = diagnostics;
    assert.equal(first?.code, 'more-findings');
    assert.equal(first?.severity, DiagnosticSeverity.Information);
    assert.equal(first?.range.start.line, 0);
    assert.match(textOf(first), new RegExp(`^${(log.findings.length - 999).toLocaleString('en')} more findings`));
    assert.equal(shown.filter(({ severity }) => severity === DiagnosticSeverity.Error).length, Math.min(999, errors));
  });

  it('are all there as long as they fit', async () => {
    const log = await openLogOf(logText(...clients.slice(0, 100)));
    const codes = (await logDiagnostics({ kind: 'read', log })).map(({ code }) => code);
    assert.equal(codes.length, log.findings.length);
    assert.ok(!codes.includes('more-findings'));
  });
});

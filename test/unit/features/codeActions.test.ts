import assert from 'node:assert/strict';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-protocol';
import { logCodeActions } from '../../../server/src/features/codeActions';
import { logDiagnostics } from '../../../server/src/features/diagnostics';
import { HOSTILE_TEXTS } from '../../support/hostile';
import { combinedLine } from '../../support/lines';
import { LOG_URI, openLogOf } from '../../support/openLog';
import { every, logText } from '../../support/traffic';

const ROBOT = '192.0.2.66';
const BEFORE = every(30, 10, '192.0.2.1', 'GET /');
const FLOOD = every(3, 300, ROBOT, 'POST /tw/form.php', 500);

const lineRange = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 9 } });

function diagnostic(code: string, severity: DiagnosticSeverity): Diagnostic {
  return { code, severity, range: lineRange(3), message: 'x' };
}

describe('The light bulb of a log', () => {
  it('offers nothing where there is no finding', async () => {
    const log = await openLogOf(logText(BEFORE, FLOOD));
    assert.deepEqual(logCodeActions(log, lineRange(3)), []);
  });

  it('offers what can be done, then why, then how to keep it from being reported', async () => {
    const log = await openLogOf(logText(BEFORE, FLOOD));
    const flood = logCodeActions(log, lineRange(10));
    const titles = flood.map(({ title }) => title);
    assert.deepEqual(titles.filter((title) => /^(Why|Not an attack|Report|Switch)/.test(title)).slice(0, 3), [
      'Why this finding?',
      'Why this finding?',
      'Not an attack here: ignore 192.0.2.66',
    ]);
    assert.ok(titles.includes('Not an attack here: ignore requests for /tw/form.php'));
    assert.ok(titles.includes('Report “Flood address” as information only'));
    assert.ok(titles.includes('Switch the rule “Flood address” off'));
    assert.equal(new Set(flood.map(({ command }) => JSON.stringify(command))).size, flood.length, 'offered twice');
  });

  it('hands the commands what they need', async () => {
    const log = await openLogOf(logText(BEFORE, FLOOD));
    const argumentsOf = (start: string): unknown =>
      logCodeActions(log, lineRange(10)).find(({ title }) => title.startsWith(start))?.command?.arguments;
    assert.deepEqual(argumentsOf('Why'), [{ log: LOG_URI, rule: log.findings[0]!.rule, line: 11, nth: 0 }]);
    assert.deepEqual(argumentsOf('Not an attack here: ignore 192'), [ROBOT]);
    assert.deepEqual(argumentsOf('Not an attack here: ignore requests'), ['/tw/form.php']);
    assert.deepEqual(argumentsOf('Switch the rule “Flood address”'), [
      { rule: 'flood-address', severity: 'off', title: 'Flood address' },
    ]);
  });

  it('does not offer to make less of what is an information already', async () => {
    const rules = {
      'flood-address': { severity: 'information' as const },
      'hot-endpoint': { severity: 'off' as const },
    };
    const log = await openLogOf(logText(BEFORE, FLOOD), { rules });
    const titles = logCodeActions(log, lineRange(10)).map(({ title }) => title);
    assert.ok(titles.includes('Switch the rule “Flood address” off'));
    assert.ok(!titles.some((title) => title.startsWith('Report “Flood')));
  });

  it('names no single address where there are several, and no path that stands for more than itself', async () => {
    const two = await openLogOf(logText(FLOOD, every(3, 300, '192.0.2.67', 'POST /tw/form.php', 501)), {
      rules: { 'flood-address': { severity: 'off' } },
    });
    const titles = logCodeActions(two, lineRange(0)).map(({ title }) => title);
    assert.ok(titles.length > 0 && !titles.some((title) => title.startsWith('Not an attack here: ignore 192')));
    for (const path of ['/*', '/a/../b.php', '/%2e%2e/b.php', 'x']) {
      const lines = Array.from({ length: 300 }, () =>
        combinedLine({ client: ROBOT, request: `POST ${path} HTTP/1.1` }),
      );
      const log = await openLogOf(lines.join('\n'));
      assert.ok(log.findings.length > 0, path);
      const offered = logCodeActions(log, lineRange(0)).map(({ title }) => title);
      assert.ok(!offered.some((title) => title.includes('ignore requests')), path);
    }
  });

  it('belongs to the diagnostics that the editor asks for', async () => {
    const log = await openLogOf(logText(BEFORE, FLOOD));
    const diagnostics = await logDiagnostics({ kind: 'read', log });
    const actions = logCodeActions(log, lineRange(10), diagnostics);
    const ofFlood = actions.filter(({ title }) => title.includes('“Flood address”'));
    assert.ok(ofFlood.every(({ diagnostics: own }) => own?.[0]?.code === 'flood-address'));
    const ignore = actions.find(({ title }) => title === 'Not an attack here: ignore 192.0.2.66');
    assert.deepEqual(
      ignore?.diagnostics?.map(({ code }) => code),
      ['flood-address', 'hot-endpoint'],
    );
  });

  it('offers to change the rule of a finding that a whole folder of logs has', async () => {
    const log = await openLogOf(logText(BEFORE));
    const titles = (each: Diagnostic): string[] => logCodeActions(log, lineRange(3), [each]).map(({ title }) => title);
    assert.deepEqual(titles(diagnostic('flood-address', DiagnosticSeverity.Error)), [
      'Report “Flood address” as information only',
      'Switch the rule “Flood address” off',
    ]);
    assert.deepEqual(titles(diagnostic('flood-address', DiagnosticSeverity.Information)), [
      'Switch the rule “Flood address” off',
    ]);
    assert.deepEqual(titles(diagnostic('more-findings', DiagnosticSeverity.Information)), []);
  });

  for (const [name, text] of Object.entries(HOSTILE_TEXTS)) {
    it(`shows nothing hidden of an attacker: ${name}`, async () => {
      const path = `/${text.replaceAll(/[\n\r? ]/g, '')}${'x'.repeat(5000)}`;
      const lines = Array.from({ length: 300 }, () =>
        combinedLine({ client: ROBOT, request: `POST ${path} HTTP/1.1` }),
      );
      const log = await openLogOf(lines.join('\n'));
      const titles = logCodeActions(log, lineRange(0)).map(({ title }) => title);
      assert.ok(titles.length > 4);
      for (const title of titles) {
        assert.doesNotMatch(title, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        assert.ok(title.length < 600);
      }
    });
  }
});

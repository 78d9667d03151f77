import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol';
import { logCodeActions } from '../../../server/src/features/codeActions';
import { logLenses } from '../../../server/src/features/codeLens';
import { logDiagnostics } from '../../../server/src/features/diagnostics';
import { auditLines } from '../../../server/src/features/hover/auditLines';
import type { OpenLog } from '../../../server/src/logDocument';
import { nodeDisk } from '../../../server/src/nodeDisk';
import type { Finding } from '../../../server/src/rules/finding';
import type { SiteAudit } from '../../../server/src/site/auditSite';
import { SiteStore } from '../../../server/src/siteStore';
import { textOf } from '../../support/diagnosticText';
import { HOSTILE_TEXTS } from '../../support/hostile';
import { openLogOf } from '../../support/openLog';
import { findingOfSite } from '../../support/siteFindings';
import { every, logText } from '../../support/traffic';

const SITE = pathToFileURL(resolve('/sites/shop')).toString();
const SHELL = findingOfSite();
const CALLS = every(600, 5, '192.0.2.1', 'GET /l.php?x', 100);
const BEFORE = every(30, 3, '192.0.2.2', 'GET /');

const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 9 } });

/** A store that knows one site with these findings, and the files that they name. */
function storeWith(findings: readonly Finding[]): SiteStore {
  const store = new SiteStore(nodeDisk);
  const paths = [...new Set(findings.flatMap(({ places }) => places.map(({ file }) => file)))];
  const audit: Partial<SiteAudit> = { paths, findings, isSingleFile: false };
  store.add(SITE, audit as SiteAudit);
  return store;
}

async function diagnosticsOf(log: OpenLog, store: SiteStore): Promise<Awaited<ReturnType<typeof logDiagnostics>>> {
  return logDiagnostics({ kind: 'read', log }, undefined, store.suspectsIn(log));
}

describe('A log that calls a file which the site audit suspects', () => {
  it('says so at the path of the first call, and leads to the place in the file', async () => {
    const log = await openLogOf(logText(BEFORE, CALLS));
    const [diagnostic, ...others] = await diagnosticsOf(log, storeWith([SHELL]));
    assert.deepEqual(others, []);
    assert.equal(diagnostic?.severity, DiagnosticSeverity.Error);
    assert.equal(diagnostic.code, 'suspicious-code');
    assert.equal(diagnostic.codeDescription?.href, `${SITE}/l.php#L3,5`);
    const { range, relatedInformation: related } = diagnostic;
    assert.equal(
      textOf(diagnostic),
      [
        'Suspicious code, called by 1 addresses: 5 × l.php',
        'The site audit says of this file: l.php holds code that attackers use · Requests: 5 (GET 5); clients: 1 · ' +
          '2021-11-01 00:01:40 – 00:41:40 +09:00',
        'Delete it.',
      ].join('\n'),
    );
    const text = (await log.lines.line(range.start.line + 1)) ?? '';
    assert.equal(range.start.line, 3);
    assert.equal(text.slice(range.start.character, range.end.character), '/l.php');
    assert.deepEqual(
      related?.map(({ location }) => [location.uri, location.range.start.line, location.range.start.character]),
      [[`${SITE}/l.php`, 2, 4]],
    );
  });

  it('tells it once: a finding that tells of the calls says what the audit says, and is as urgent as both', async () => {
    const flood = every(3, 300, '192.0.2.66', 'POST /l.php', 500);
    const log = await openLogOf(logText(BEFORE, flood));
    const before = await logDiagnostics({ kind: 'read', log });
    const after = await diagnosticsOf(log, storeWith([findingOfSite({ severity: 'warning' })]));
    assert.deepEqual(
      after.map(({ code, range }) => [code, range]),
      before.map(({ code, range }) => [code, range]),
    );
    const saying = after.filter((each) => textOf(each).includes('The site audit says of this file'));
    assert.equal(saying.length, 1);
    assert.equal(saying[0]?.severity, DiagnosticSeverity.Error);
    assert.equal(saying[0]?.relatedInformation?.[0]?.location.uri, `${SITE}/l.php`);
  });

  it('has a lens and a quick fix that lead to the list of findings', async () => {
    const log = await openLogOf(logText(BEFORE, CALLS));
    const suspects = storeWith([findingOfSite({ severity: 'hint' }), SHELL]).suspectsIn(log);
    const key = { folder: SITE, file: 'l.php', rule: 'suspicious-code', nth: 1 };
    const lens = logLenses(log, undefined, suspects).find(({ command }) => command?.title.startsWith('Site audit'));
    assert.equal(lens?.command?.title, 'Site audit: Suspicious code, called by 1 addresses: 5 × l.php');
    assert.deepEqual([lens.range.start.line, lens.command.arguments], [3, [key]]);
    const [action] = logCodeActions(log, at(3), [], suspects);
    assert.deepEqual([action?.title, action?.command?.arguments], ['Show what the site audit says', [key]]);
    assert.deepEqual(logCodeActions(log, at(2), [], suspects), []);
  });

  it('says nothing any more once the audits are forgotten', async () => {
    const log = await openLogOf(logText(BEFORE, CALLS));
    const store = storeWith([SHELL]);
    assert.equal(store.suspectsIn(log).length, 1);
    assert.equal(store.suspectsIn(log), store.suspectsIn(log), 'worked out twice');
    store.clear();
    assert.deepEqual(store.suspectsIn(log), []);
    assert.deepEqual(await diagnosticsOf(log, store), []);
  });

  it('shows names of hostile files as they are', async () => {
    for (const hostile of Object.values(HOSTILE_TEXTS)) {
      const file = 'l.php';
      const finding = findingOfSite({ title: hostile, advice: hostile, places: [{ file, line: 1 }] });
      const log = await openLogOf(logText(BEFORE, CALLS));
      const store = storeWith([finding]);
      const [diagnostic] = await diagnosticsOf(log, store);
      assert.doesNotMatch(textOf(diagnostic).replaceAll('\n', ''), /[\p{Cc}\p{Cf}]/u);
      const lines = auditLines({
        kind: 'found',
        file,
        uri: `${SITE}/l.php`,
        findings: store.findings.inFile(`${SITE}/l.php`),
      });
      const markup = lines.join('\n').replace(/\\[!-/:-@[-`{-~]/g, '');
      const ours = /\[Open the file\]\([^)\s]*\)|\[Show in the list of findings\]\(command:logSiteAudit[^)\s]*\)/g;
      assert.doesNotMatch(markup.replace(ours, ''), /[`<>$@~![\]&]|\]\(|command:/);
    }
  });
});

describe('The hover on a path of which the site audit says something', () => {
  it('tells how sure that is, and leads to the place and to the list', () => {
    const findings = Array.from({ length: 5 }, (_, n) => findingOfSite({ title: `Finding ${n}` }));
    const uri = `${SITE}/l.php`;
    const text = auditLines({
      kind: 'found',
      file: 'l.php',
      uri,
      findings: [{ folder: SITE, file: 'l.php', findings }],
    });
    const shown = text.join('\n').replace(/\\([!-/:-@[-`{-~])/g, '$1');
    assert.match(shown, /\*\*Confirmed\*\* Finding 0/);
    assert.ok(shown.includes(`(${uri}#L3,5)`), shown);
    assert.match(shown, /command:logSiteAudit\.revealFinding\?/);
    assert.doesNotMatch(shown, /Finding 3/);
    assert.match(shown, /… and 2 more/);
  });

  it('says nothing where the audit says nothing', () => {
    assert.deepEqual(auditLines({ kind: 'found', file: 'l.php', uri: `${SITE}/l.php`, findings: [] }), []);
  });
});

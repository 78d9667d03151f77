import assert from 'node:assert/strict';
import { callsOfFiles } from '../../../server/src/incident/fileCalls';
import { suspectCalls, type SuspectCalls } from '../../../server/src/incident/suspectCalls';
import type { Finding, Severity } from '../../../server/src/rules/finding';
import { indexPaths } from '../../../server/src/site/pathIndex';
import { openLogOf } from '../../support/openLog';
import { findingOfSite } from '../../support/siteFindings';
import { every, logText, type Request } from '../../support/traffic';

const MAILER = 'tw/form.php';
const INDEX = indexPaths(['index.html', MAILER, 'l.php', 'old/l.php']);

function said(severity: Severity, file = MAILER): Finding {
  return findingOfSite({ severity, title: `${severity} in ${file}`, places: [{ file, line: 2 }] });
}

async function suspectsOf(findings: readonly Finding[], ...traffic: readonly Request[][]): Promise<SuspectCalls[]> {
  const { model, findings: own } = await openLogOf(logText(...traffic));
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { file } = finding.places[0]!;
    byFile.set(file, [...(byFile.get(file) ?? []), finding]);
  }
  return suspectCalls(callsOfFiles(model, INDEX, new Set(byFile.keys())), INDEX, byFile, own);
}

describe('Calls of files that the audit suspects', () => {
  const few = every(600, 5, '192.0.2.1', `GET /${MAILER}?x=1`);

  it('are those of files with urgent findings alone, and only where somebody called them', async () => {
    assert.deepEqual(await suspectsOf([said('information'), said('hint')], few), []);
    assert.deepEqual(await suspectsOf([said('error', 'l.php')], few), []);
    const [suspect, ...others] = await suspectsOf([said('information'), said('warning')], few);
    assert.deepEqual(others, []);
    assert.deepEqual([suspect?.file, suspect?.calls.requests, suspect?.finding.severity], [MAILER, 5, 'warning']);
  });

  it('stay a warning where few call, and become an error where many write', async () => {
    const [quiet] = await suspectsOf([said('warning')], few);
    assert.equal(quiet?.severity, 'warning');
    const reading = every(600, 60, '192.0.2.1', `GET /${MAILER}`);
    assert.equal((await suspectsOf([said('warning')], reading))[0]?.severity, 'warning');
    const writing = every(600, 60, '192.0.2.1', `POST /${MAILER}`);
    assert.equal((await suspectsOf([said('warning')], writing))[0]?.severity, 'error');
  });

  it('say nothing of a form that visitors use, unless one address sends it as nobody does by hand', async () => {
    const form = { ...said('warning'), rule: 'unprotected-mailer' };
    const visitors = Array.from({ length: 60 }, (_, n) =>
      every(60, 1, `192.0.2.${n}`, `POST /${MAILER}`, n * 60),
    ).flat();
    assert.deepEqual(await suspectsOf([form], visitors), []);
    const [abused] = await suspectsOf([form], visitors, every(60, 60, '203.0.113.9', `POST /${MAILER}`));
    assert.equal(abused?.severity, 'error');
  });

  it('name the most urgent thing that is said of the file, wherever it stands', async () => {
    const [suspect] = await suspectsOf([said('warning'), said('error')], few);
    assert.equal(suspect?.finding.title, `error in ${MAILER}`);
  });

  it('come the most urgent first, of these the most called', async () => {
    const suspects = await suspectsOf(
      [said('warning'), said('error', 'l.php'), said('error', 'old/l.php')],
      few,
      every(600, 2, '192.0.2.2', 'GET /l.php'),
      every(600, 3, '192.0.2.3', 'GET /old/l.php'),
    );
    assert.deepEqual(
      suspects.map(({ file }) => file),
      ['old/l.php', 'l.php', MAILER],
    );
  });

  it('name the finding of the log that tells of most of them, and none that tells of few or of other files', async () => {
    const flood = every(3, 300, '192.0.2.66', `POST /${MAILER}`);
    const [told] = await suspectsOf([said('warning')], few, flood);
    assert.equal(told?.toldBy?.rule, 'flood-address');
    assert.equal(told?.calls.requests, 305);
    const [other] = await suspectsOf([said('warning', 'l.php')], flood, every(600, 2, '192.0.2.2', 'GET /l.php'));
    assert.equal(other?.toldBy, undefined);
    const crowd = Array.from({ length: 20 }, (_, n) => every(3_000, 20, `198.51.100.${n}`, `GET /${MAILER}?${n}`, n));
    const [mostElsewhere] = await suspectsOf(
      [said('warning')],
      every(3, 300, '192.0.2.66', `POST /${MAILER}`),
      ...crowd,
    );
    assert.equal(mostElsewhere?.calls.requests, 700);
    assert.ok((mostElsewhere.toldBy?.count ?? 700) >= 350);
  });
});

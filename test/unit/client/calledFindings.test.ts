import assert from 'node:assert/strict';
import { callsOfFile, resultWithCalls } from '../../../client/src/calledFindings';
import type { Severity, SiteAuditResult, SiteCalls, SiteFinding } from '../../../server/src/protocol';

function finding(file: string, severity: Severity): SiteFinding {
  return { rule: 'x', ruleTitle: 'X', severity, title: 't', detail: '', advice: '', file, related: [] };
}

const AUDITED: SiteAuditResult = {
  folder: 'file:///site',
  files: 2,
  inArchives: 0,
  excluded: 0,
  quiet: 0,
  knownGood: 0,
  bytes: 9,
  findings: [finding('form.php', 'warning'), finding('form.php', 'hint'), finding('other.php', 'warning')],
  problems: [],
};

function called(file: string, isUrgent: boolean): SiteCalls {
  return { logs: 1, requests: { [file]: 300 }, details: { [file]: { text: 'Requests: 300', isUrgent } } };
}

function severities({ findings }: SiteAuditResult): string[] {
  return findings.map(({ severity }) => severity);
}

describe('Findings in files that logs saw called', () => {
  it('are urgent where many wrote to a file under suspicion, and there alone', () => {
    const result = resultWithCalls(AUDITED, called('form.php', true), AUDITED);
    assert.deepEqual(severities(result), ['error', 'hint', 'warning']);
    assert.deepEqual(severities(AUDITED), ['warning', 'hint', 'warning'], 'the audit itself was changed');
  });

  it('stay as the audit says them where few called, nobody did, or nothing is known', () => {
    for (const calls of [called('form.php', false), called('x.php', true), undefined]) {
      assert.equal(resultWithCalls(AUDITED, calls, AUDITED), AUDITED);
    }
  });

  it('stay the same result as long as nothing changes, and go back when the log is closed', () => {
    const first = resultWithCalls(AUDITED, called('form.php', true), AUDITED);
    assert.equal(resultWithCalls(AUDITED, called('form.php', true), first), first);
    assert.deepEqual(severities(resultWithCalls(AUDITED, undefined, first)), ['warning', 'hint', 'warning']);
  });

  it('are not those of a file named like what every object has', () => {
    assert.equal(callsOfFile(called('form.php', true), 'constructor'), undefined);
  });
});

import assert from 'node:assert/strict';
import { filesToRemember } from '../../../client/src/incident/filesToRemember';
import type { IncidentFileItem, SiteAuditResult, SiteFinding } from '../../../server/src/protocol';

const FINDING: SiteFinding = {
  rule: 'orphaned-mailer',
  ruleTitle: 'Left-over mailer',
  severity: 'warning',
  title: 'mail.php can send mail',
  detail: 'd',
  advice: 'a',
  file: 'mail.php',
  related: [],
};

function file(name: string, change: Partial<IncidentFileItem>): IncidentFileItem {
  return {
    file: name,
    path: name,
    isNamed: false,
    severity: 'error',
    state: 'present',
    stateText: '',
    requests: 0,
    facts: [],
    ...change,
  };
}

describe('What is remembered of the copy of a site', () => {
  it('are the files to act on that it has, with what was found in each and its times', () => {
    const counts = { files: 4, inArchives: 0, excluded: 0, quiet: 0, knownGood: 0, bytes: 0 };
    const audit: SiteAuditResult = { folder: 'file:///site', ...counts, findings: [FINDING], problems: [] };
    const times = { modified: 1, changed: 2, copied: 3 };
    const files = [
      file('mail.php', { times }),
      file('named.php', { isNamed: true }),
      file('gone.php', { state: 'gone' }),
      file('odd.php', { severity: 'warning' }),
    ];
    const { rule, severity, title, detail, advice } = FINDING;
    assert.deepEqual(filesToRemember({ files, audits: [audit] }), [
      { file: 'mail.php', findings: [{ rule, severity, title, detail, advice }], times },
      { file: 'named.php', findings: [] },
    ]);
  });
});

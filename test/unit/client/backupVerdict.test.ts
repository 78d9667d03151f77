import { strict as assert } from 'node:assert';
import { backupVerdict } from '../../../client/src/backupVerdict';
import type { SiteFinding } from '../../../server/src/protocol';

function finding(severity: SiteFinding['severity']): SiteFinding {
  return { rule: 'x', ruleTitle: 'x', severity, title: 'x', detail: '', advice: '', file: 'a.php', related: [] };
}

describe('The verdict on a backup', () => {
  const problem = { file: 'b.zip', message: 'cut short' };

  for (const [verdict, what, findings, problems] of [
    ['bad', 'an urgent finding', [finding('warning'), finding('error')], [problem]],
    ['doubtful', 'a suspicion', [finding('information'), finding('warning')], [problem]],
    ['unread', 'a file that could not be read', [finding('information')], [problem]],
    ['clean', 'nothing but information', [finding('information'), finding('hint')], []],
  ] as const) {
    it(`is “${verdict}” with ${what}`, () => assert.equal(backupVerdict({ findings, problems }), verdict));
  }
});

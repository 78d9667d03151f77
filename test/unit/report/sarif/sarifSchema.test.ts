import assert from 'node:assert/strict';
import { sarifLog } from '../../../../server/src/report/sarif/sarifLog';
import { siteReportSarif } from '../../../../server/src/report/siteReport';
import { incidentInForm } from '../../../../server/src/report/incident/incidentForms';
import { madeUpIncident } from '../../../support/madeUpIncidents';
import { factsOf } from '../../../support/reportedIncident';
import { sarifErrors } from '../../../support/sarifSchema';
import { findingOfSite } from '../../../support/siteFindings';

interface SarifLog {
  readonly runs: readonly [{ readonly results: readonly Record<string, unknown>[] }];
}

function accept(text: string): void {
  assert.deepEqual(sarifErrors(JSON.parse(text)), []);
}

describe('The schema of SARIF', () => {
  it('takes what a run without findings, with findings of logs and with findings of several sites says', () => {
    accept(sarifLog({}, 'ja'));
    accept(sarifLog({ logs: [findingOfSite({ rule: 'flood-address', certainty: 'likely', count: 3 })] }, 'en'));
    accept(siteReportSarif(['a', 'b c'].map((site) => ({ site, findings: [findingOfSite()] }))));
  });

  it('takes what hostile incidents say', async () => {
    let results = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const text = incidentInForm('sarif', factsOf(await madeUpIncident(seed)));
      accept(text);
      results += (JSON.parse(text) as SarifLog).runs[0].results.length;
    }
    assert.ok(results > 300, `${results} results`);
  });

  it('refuses what is wrong', () => {
    const log = JSON.parse(sarifLog({ site: [findingOfSite()] }, 'en')) as SarifLog;
    const [result] = log.runs[0].results;
    for (const change of [
      { level: 'urgent' },
      { message: {} },
      { more: 1 },
      { locations: [{ physicalLocation: 1 }] },
    ]) {
      assert.notDeepEqual(sarifErrors({ ...log, runs: [{ ...log.runs[0], results: [{ ...result, ...change }] }] }), []);
    }
    assert.notDeepEqual(sarifErrors({ ...log, version: '2.0.0' }), []);
  });
});

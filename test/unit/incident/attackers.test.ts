import assert from 'node:assert/strict';
import { attackersOf } from '../../../server/src/incident/attackers';
import { joinIncident } from '../../../server/src/incident/incident';
import type { Finding } from '../../../server/src/rules/finding';
import { openLogOf } from '../../support/openLog';
import { findingOfSite } from '../../support/siteFindings';
import { every, logText } from '../../support/traffic';

const VISITOR = '192.0.2.7';
const ROBOT = '203.0.113.9';

async function attackers(findings: readonly Finding[], logFindings: readonly Finding[] = []): Promise<string[]> {
  const log = logText(
    every(600, 2, VISITOR, 'POST /l.php'),
    every(60, 60, ROBOT, 'POST /l.php'),
    every(60, 60, '192.0.2.8', 'GET /l.php'),
  );
  const { model } = await openLogOf(log);
  const incident = joinIncident({ model, logFindings, site: { paths: ['l.php'], findings } });
  return attackersOf(incident).map(({ address }) => address);
}

describe('The attackers of an incident', () => {
  it('are all who wrote to what strangers put there', async () => {
    assert.deepEqual(await attackers([findingOfSite()]), [ROBOT, VISITOR]);
  });

  it('are of a form of the site’s own only those who used it as nobody does by hand', async () => {
    const left = findingOfSite({ rule: 'orphaned-mailer', severity: 'warning' });
    assert.deepEqual(await attackers([left]), [ROBOT]);
  });

  it('are those of urgent findings in the logs as well', async () => {
    const flood = findingOfSite({
      rule: 'flood-address',
      places: [],
      clients: [{ address: '198.51.100.1', count: 9 }],
    });
    assert.deepEqual(
      await attackers([], [flood, { ...flood, severity: 'warning', clients: [{ address: '198.51.100.2', count: 9 }] }]),
      ['198.51.100.1'],
    );
  });
});

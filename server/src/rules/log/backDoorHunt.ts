import type { LogModel } from '../../log/logModel';
import { count } from '../../numbers';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule } from '../rule';
import { bucketOptions } from './bucketOptions';
import { findingsOfCampaigns } from './campaignFindings';
import { LeakyBucket } from './facts/leakyBucket';
import { endpointsMarked } from './facts/marks';
import { PathMark } from './facts/pathWords';
import { pathOfRow } from './facts/requests';
import { byClient, distinct, joinRows, rowsOfEndpoints, type ClientRows } from './facts/selection';
import { unvisitedScripts } from './facts/scripts';
import { addressesOf, listed, logFinding, when } from './logFinding';

const options = {
  ...bucketOptions(1, 5, 'CrowdSec http-backdoors-attempts: 1 and 5 s.'),
  names: {
    default: 2,
    minimum: 1,
    unit: 'files',
    description: () => t('Different names of back doors that one address asks for at any pace.'),
    source: 'One name may be chance, two are a list.',
  },
};

/** Addresses that look for back doors that others left. */
export const backDoorHunt = defineRule<LogModel, typeof options>({
  id: 'back-door-hunt',
  family: 'compromise',
  severity: 'information',
  title: () => t('Search for back doors'),
  explanation: () =>
    t(
      'Addresses ask for programs by names that web shells and mass mailers have: wso.php, alfa.php, leafmailer.php. They look for doors that others left open. A program of such a name that answers is reported by itself.',
    ),
  options,
  find(model, values): Finding[] {
    const { time } = model.table.data;
    const rows = rowsOfEndpoints(model, endpointsMarked(model, PathMark.shell | PathMark.script));
    const hunting = byClient(model, rows).filter((each) => {
      if (distinct(model.table.data.endpoint, each.rows).size >= values.names) return true;
      const bucket = new LeakyBucket(values.burst, values.pause);
      return each.rows.some((row) => bucket.pour(time[row]!, pathOfRow(model, row)));
    });
    return findingsOfCampaigns(model, hunting, (campaign) => describe(model, campaign));
  },
});

function describe(model: LogModel, hunting: readonly ClientRows[]): Finding {
  const rows = joinRows(hunting.map((each) => each.rows));
  const names = [...distinct(model.table.data.endpoint, rows)].map((id) => model.table.endpoint(id).path);
  const answering = unvisitedScripts(model).filter(
    ({ path, marks }) => (marks & PathMark.shell) !== 0 && names.includes(path),
  );
  return logFinding(model, rows, {
    rule: 'back-door-hunt',
    severity: 'information',
    title: t('{0} looked for back doors: {1} requests', addressesOf(model, hunting), count(rows.length)),
    detail: [
      t('{0} they asked for {1} names, for example {2}.', when(model, rows), count(names.length), listed(names, 3)),
      answering.length > 0
        ? t('{0} of them answered, which is reported by itself.', count(answering.length))
        : t('None of them was there.'),
    ],
    advice: t('There is nothing to do as long as none of these files is in the copy of your site.'),
  });
}

import type { LogModel } from '../../log/logModel';
import { count } from '../../numbers';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type OptionValues } from '../rule';
import { bucketOptions } from './bucketOptions';
import { findingsOfCampaigns } from './campaignFindings';
import { loadsPages, refusedShare } from './facts/clients';
import { LeakyBucket } from './facts/leakyBucket';
import { pathOfRow } from './facts/requests';
import { handedOutFiles, secretEndpoints } from './facts/secretFiles';
import { byClient, distinct, joinRows, rowsOfEndpoints, type ClientRows } from './facts/selection';
import { addressesOf, listed, logFinding, when } from './logFinding';

const options = {
  ...bucketOptions(3, 5, 'CrowdSec http-sensitive-files: 4 different requests and 5 s.'),
  files: {
    default: 5,
    minimum: 1,
    unit: 'files',
    description: () => t('Different secret files that one address may ask for at any pace.'),
    source: 'One more than CrowdSec http-sensitive-files lets pass at once.',
  },
};

/** A visitor's browser or an application asks for one of these now and then; who asks for little else looks for them. */
const SEARCHING = 0.3;

/** Addresses that look for passwords, source code and copies of databases. */
export const sensitiveFileHunt = defineRule<LogModel, typeof options>({
  id: 'sensitive-file-hunt',
  family: 'probing',
  severity: 'information',
  title: () => t('Search for secret files'),
  explanation: () =>
    t(
      'Addresses ask for files that people forget on servers: settings with passwords (.env, copies of wp-config.php), source code (.git), copies of databases (.sql, .zip), server pages (phpinfo). What was really handed out is reported by itself.',
    ),
  options,
  find(model, values): Finding[] {
    const asked = byClient(model, rowsOfEndpoints(model, secretEndpoints(model)));
    const hunting = asked.filter((each) => isHunting(model, each, values));
    return findingsOfCampaigns(model, hunting, (campaign) => describe(model, campaign));
  },
});

type Values = OptionValues<typeof options>;

function isHunting(model: LogModel, { client, rows }: ClientRows, values: Values): boolean {
  if (loadsPages(model, client) && refusedShare(model, client) < SEARCHING) return false;
  if (distinct(model.table.data.endpoint, rows).size > values.files) return true;
  const bucket = new LeakyBucket(values.burst, values.pause);
  return rows.some((row) => bucket.pour(model.table.data.time[row]!, pathOfRow(model, row)));
}

function describe(model: LogModel, hunting: readonly ClientRows[]): Finding {
  const rows = joinRows(hunting.map((each) => each.rows));
  const files = [...distinct(model.table.data.endpoint, rows)];
  const asked = new Set(rows);
  const handedOut = handedOutFiles(model).filter((file) => file.rows.some((row) => asked.has(row))).length;
  return logFinding(model, rows, {
    rule: 'sensitive-file-hunt',
    severity: 'information',
    title: t('{0} looked for secret files: {1} requests', addressesOf(model, hunting), count(rows.length)),
    detail: [
      t(
        '{0} they asked for {1} different files, for example {2}.',
        when(model, rows),
        count(files.length),
        listed(files.slice(0, 3).map((id) => model.table.endpoint(id).path)),
      ),
      handedOut > 0
        ? t('{0} of these files were handed out, which is reported by itself.', count(handedOut))
        : t('None of them was handed out.'),
    ],
    advice: t('See that no copies of settings, databases or source code lie where the web server can reach them.'),
  });
}

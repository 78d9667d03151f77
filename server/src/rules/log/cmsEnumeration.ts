import type { LogModel } from '../../log/logModel';
import { count } from '../../numbers';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type OptionValues } from '../rule';
import { answeredShare } from './evidence';
import { bucketOptions } from './bucketOptions';
import { findingsOfCampaigns } from './campaignFindings';
import { isRefusal, loadsPages, refusedShare } from './facts/clients';
import { LeakyBucket } from './facts/leakyBucket';
import { endpointMarks, READING, STATIC } from './facts/marks';
import { PathMark } from './facts/pathWords';
import { byClient, distinct, joinRows, rowsOfEndpoints, type ClientRows } from './facts/selection';
import { addressesOf, listed, logFinding, when } from './logFinding';

const options = {
  ...bucketOptions(3, 10, 'CrowdSec http-wordpress-scan: 3 different requests and 10 s.'),
  files: {
    default: 10,
    minimum: 2,
    unit: 'files',
    description: () => t('Different such files of one address that count at any pace.'),
    source: 'Three times what CrowdSec http-wordpress-scan lets pass at once.',
  },
};

/** A visitor or an administrator gets what they ask for. */
const SEARCHING = 0.3;

/** Addresses that ask which content management system, plug-ins and themes are installed, and in which version. */
export const cmsEnumeration = defineRule<LogModel, typeof options>({
  id: 'cms-enumeration',
  family: 'probing',
  severity: 'information',
  title: () => t('Search for installed plug-ins'),
  explanation: () =>
    t(
      'Addresses ask for the files by which WordPress, Joomla and others tell what is installed and how old it is: readme.txt of plug-ins, wlwmanifest.xml, programs of WordPress that are not there. Known faults of old versions are tried next.',
    ),
  options,
  find(model, values): Finding[] {
    const asked = byClient(model, tellingRows(model));
    const searching = asked.filter((each) => isSearching(model, each, values));
    return findingsOfCampaigns(model, searching, (campaign) => describe(model, campaign));
  },
});

type Values = OptionValues<typeof options>;

/** Rows that ask for what tells a version, or for programs of WordPress and of plug-ins that are not there. */
function tellingRows(model: LogModel): Uint32Array {
  const { status } = model.table.data;
  const marks = endpointMarks(model);
  const endpoints: number[] = [];
  marks.forEach((mark, endpoint) => {
    const isProgram = (mark & PathMark.wordPress) !== 0 && (mark & PathMark.script) !== 0;
    const isPart = (mark & (PathMark.extension | STATIC)) === PathMark.extension;
    if (isPart || isProgram || (mark & PathMark.version) !== 0) endpoints.push(endpoint);
  });
  return rowsOfEndpoints(model, endpoints).filter((row) => {
    const mark = marks[model.table.data.endpoint[row]!]!;
    if ((mark & READING) === 0) return false;
    return (mark & PathMark.version) !== 0 || isRefusal(status[row]!);
  });
}

function isSearching(model: LogModel, { client, rows }: ClientRows, values: Values): boolean {
  if (loadsPages(model, client) && refusedShare(model, client) < SEARCHING) return false;
  if (distinct(model.table.data.endpoint, rows).size >= values.files) return true;
  const bucket = new LeakyBucket(values.burst, values.pause);
  const { time, endpoint } = model.table.data;
  return rows.some((row) => bucket.pour(time[row]!, endpoint[row]));
}

function describe(model: LogModel, searching: readonly ClientRows[]): Finding {
  const rows = joinRows(searching.map((each) => each.rows));
  const files = [...distinct(model.table.data.endpoint, rows)];
  const answered = Math.round(answeredShare(model, rows) * rows.length);
  return logFinding(model, rows, {
    rule: 'cms-enumeration',
    severity: 'information',
    title: t(
      '{0} asked which plug-ins and versions are installed: {1} requests',
      addressesOf(model, searching),
      count(rows.length),
    ),
    detail: [
      t(
        '{0} they asked for {1} different files, for example {2}.',
        when(model, rows),
        count(files.length),
        listed(files.slice(0, 3).map((id) => model.table.endpoint(id).path)),
      ),
      answered > 0
        ? t('{0} of the requests were answered, so what is installed is probably known now.', count(answered))
        : t('None of them was answered.'),
    ],
    advice: t(
      'Bring WordPress and the like, all plug-ins and themes up to date, and remove those that you do not use.',
    ),
  });
}

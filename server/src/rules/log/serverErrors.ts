import { busiest, sortedTimes } from '../../log/burst';
import type { LogModel } from '../../log/logModel';
import { tally } from '../../log/tally';
import { count, percent } from '../../numbers';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type OptionValues } from '../rule';
import { rowsByStatus } from './facts/requests';
import { listed, logFinding, when } from './logFinding';

const options = {
  errors: {
    default: 50,
    minimum: 5,
    unit: 'requests',
    description: () => t('Fewest server errors within ten minutes.'),
    source: 'OSSEC counts 12 within 90 s, which is 80 within ten minutes; small sites have fewer requests.',
  },
  share: {
    default: 10,
    minimum: 1,
    unit: 'percent',
    description: () => t('Least share of the requests of these ten minutes that failed.'),
    source: 'A single broken page stays below; a data base that is gone takes most pages with it.',
  },
  earnest: {
    default: 500,
    minimum: 10,
    unit: 'requests',
    description: () => t('From how many server errors on the finding is a warning.'),
    source: 'Visitors notice when hundreds of requests fail.',
  },
};

const TEN_MINUTES = 600;
/** Share of the requests of the busiest ten minutes from which on the site was down for most. */
const DOWN = 0.5;

/** A stretch of time in which the server's own programs failed. */
export const serverErrors = defineRule<LogModel, typeof options>({
  id: 'server-errors',
  family: 'volume',
  severity: 'information',
  title: () => t('Server errors'),
  explanation: () =>
    t(
      'For some minutes many requests failed with an error of the server itself (status 500 to 599). A program is broken, the database is gone, or a flood uses up what the host allows.',
    ),
  options,
  find(model, values): Finding[] {
    const { time } = model.table.data;
    const failed = rowsByStatus(model).errors;
    if (failed.length < values.errors) return [];
    const worst = busiest(sortedTimes(time, failed), TEN_MINUTES);
    if (worst.count < values.errors) return [];
    const all = requestsWithin(model, worst.start, worst.start + TEN_MINUTES);
    return worst.count * 100 < all * values.share ? [] : [describe(model, failed, worst.count, all, values)];
  },
});

type Values = OptionValues<typeof options>;

function requestsWithin(model: LogModel, start: number, end: number): number {
  const { time, status } = model.table.data;
  let requests = 0;
  for (let row = 0; row < time.length; row++) {
    if (time[row]! >= start && time[row]! < end && status[row]! > 0) requests++;
  }
  return requests;
}

function describe(model: LogModel, rows: Uint32Array, worst: number, all: number, values: Values): Finding {
  const statuses = tally(model.table.data.status, rows);
  const finding = logFinding(model, rows, {
    rule: 'server-errors',
    severity:
      rows.length >= values.earnest || (worst > all * DOWN && worst >= 2 * values.errors) ? 'warning' : 'information',
    title: t('The server failed {0} times', count(rows.length)),
    detail: [
      t(
        '{0} requests failed, at worst {1} within ten minutes, {2} of all that came then.',
        when(model, rows),
        count(worst),
        percent(worst / all),
      ),
      t('By status: {0}.', listed(statuses.map(([status, times]) => `${status} (${count(times)})`))),
    ],
    advice: t(
      'Look in the error log of that time for the program that failed, and whether another finding shows a flood then. Status 503 and 508 often mean that the limits of the hosting plan were reached.',
    ),
  });
  // Who asked for a page that failed did nothing wrong.
  return { ...finding, clients: [] };
}

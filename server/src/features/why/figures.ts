import { busiest, HOUR, MINUTE, sortedTimes } from '../../log/burst';
import type { LogModel } from '../../log/logModel';
import { NO_ENTRY } from '../../log/logTable';
import { countValues, tally } from '../../log/tally';
import { count, percent } from '../../numbers';
import { terminalText } from '../../report/terminal';
import { answeredShare, localTimeOf, span } from '../../rules/log/evidence';
import { t } from '../../words';

const MOST_STATUSES = 8;

/** What was measured of some rows (at least one, ascending), a line for each figure: what thresholds are compared with. */
export function figuresOf(model: LogModel, rows: Uint32Array): string[] {
  const { time, client, endpoint, query, agent } = model.table.data;
  const [first, last] = span(model, rows);
  const times = sortedTimes(time, rows);
  const figures: [name: string, value: string][] = [
    [t('Requests'), `${count(rows.length)} (${t('{0} of the log', percent(rows.length / model.table.rows))})`],
    [t('Time'), t('{0} to {1}', localTimeOf(model, first), localTimeOf(model, last))],
    [t('Busiest minute'), count(busiest(times, MINUTE).count)],
    [t('Busiest hour'), count(busiest(times, HOUR).count)],
    [t('Answered'), percent(answeredShare(model, rows))],
    [t('Statuses'), statuses(model, rows)],
    [t('Addresses'), count(distinct(client, rows))],
    [t('Different paths and methods'), count(distinct(endpoint, rows))],
    [t('Different queries'), count(distinct(query, rows))],
    [t('Different user agents'), count(distinct(agent, rows))],
  ];
  return figures.map(([name, value]) => t('{0}: {1}', name, terminalText(value)));
}

function statuses({ table }: LogModel, rows: Uint32Array): string {
  const counts = tally(table.data.status, rows).filter(([status]) => status !== 0);
  const shown = counts.slice(0, MOST_STATUSES).map(([status, each]) => `${status}: ${count(each)}`);
  return shown.length === 0 ? '-' : [...shown, ...(counts.length > shown.length ? ['…'] : [])].join(' · ');
}

function distinct(column: Uint32Array, rows: Uint32Array): number {
  return column.length === 0 ? 0 : countValues(column, rows).filter(([value]) => value !== NO_ENTRY).length;
}

import type { LogModel } from '../../log/logModel';
import { count, percent } from '../../numbers';
import { t } from '../../words';
import { describeStatus } from '../httpStatus';
import { markdownText } from '../markdown';

/** What a status means and how frequent it is in the log, as Markdown. */
export function statusHover(model: LogModel, status: number): string {
  const { name, meaning } = describeStatus(status);
  const requests = model.table.data.status.reduce((sum, each) => (each === status ? sum + 1 : sum), 0);
  const share = percent(requests / Math.max(1, model.table.rows));
  return [
    `### ${status} ${markdownText(name)}`,
    meaning,
    t('{0} requests of this log ({1}) were answered so.', count(requests), share),
  ].join('\n\n');
}

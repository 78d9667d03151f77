import { EntryKind } from '../../log/entryFields';
import type { LogModel } from '../../log/logModel';
import { count, percent } from '../../numbers';
import { t } from '../../words';
import { describeStatus } from '../httpStatus';
import { describeFtpReply, describeMailReply } from '../replyCodes';
import { markdownText } from '../../report/markdown';

const DESCRIBE: Readonly<Record<EntryKind, typeof describeStatus>> = {
  [EntryKind.request]: describeStatus,
  [EntryKind.error]: describeStatus,
  [EntryKind.ftp]: describeFtpReply,
  [EntryKind.mail]: describeMailReply,
};

/** What the status of a row means and how frequent it is in the log, as Markdown. */
export function statusHover({ table }: LogModel, row: number): string {
  const status = table.data.status[row]!;
  const kind = table.kind(row);
  const { name, meaning } = DESCRIBE[kind](status);
  const same = table.data.status.reduce(
    (sum, each, other) => (each === status && table.kind(other) === kind ? sum + 1 : sum),
    0,
  );
  const share = percent(same / Math.max(1, table.rows));
  return [
    `### ${status} ${markdownText(name)}`,
    meaning,
    t('{0} entries of this log ({1}) were answered so.', count(same), share),
  ].join('\n\n');
}

import { EntryKind } from '../../../log/entryFields';
import { NO_ENTRY } from '../../../log/logTable';
import { rowsOf } from '../../../log/rowGroups';
import { perModel } from './perModel';
import { joinRows } from './selection';

/** SMTP replies that say that a mail was taken (RFC 5321 section 4.2); 0 where the log has none. */
const isSent = (status: number): boolean => status === 0 || (status >= 200 && status < 300);

/** Mails that were taken over for sending; `undefined` where no log of mails was read. */
export const sentMails = perModel((model): Uint32Array | undefined => {
  if (!model.table.data.kind.includes(EntryKind.mail)) return undefined;
  const wanted = model.table.texts.method.find('MAIL');
  const { endpoints, endpoint, status } = model.table.data;
  const parts = Array.from(endpoints.method.keys())
    .filter((id) => endpoints.method[id] === wanted)
    .map((id) => rowsOf(model.byEndpoint, id));
  return joinRows(parts).filter(
    (row) => model.table.kind(row) === EntryKind.mail && endpoint[row] !== NO_ENTRY && isSent(status[row]!),
  );
});

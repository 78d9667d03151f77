import { EntryKind } from '../../../log/entryFields';
import type { LogModel } from '../../../log/logModel';
import { NO_ENTRY } from '../../../log/logTable';
import { groupRows } from '../../../log/rowGroups';
import { perModel } from './perModel';

/**
 * The model whose groups hold requests to a web server alone, for rules that count requests: commands to FTP servers, steps of
 * mails and messages (which often tell of a request that another log has) are no requests. Its table has all rows.
 */
export const requestsOf = perModel((model): LogModel => {
  const { kind, client, endpoint } = model.table.data;
  if (kind.length === 0) return model;
  const ofRequests = (column: Uint32Array): Uint32Array =>
    column.map((id, row) => (kind[row] === EntryKind.request ? id : NO_ENTRY));
  return {
    ...model,
    byClient: groupRows(ofRequests(client), model.table.texts.client.size),
    byEndpoint: groupRows(ofRequests(endpoint), model.table.endpointCount),
  };
});

/** How many rows are requests to a web server. */
export const requestCount = perModel(({ table }): number => {
  const { kind } = table.data;
  return kind.length === 0 ? table.rows : kind.reduce((sum, each) => sum + Number(each === EntryKind.request), 0);
});

import type { Connection } from 'vscode-languageserver';
import * as protocol from '../protocol';
import type { Answer } from '../runner';
import type { LogViews } from './logViews';

const NO_ROWS: protocol.LogViewRows = { version: -1, rows: [] };
const NO_OVERVIEW: protocol.LogViewOverview = {
  severities: { error: [], warning: [], information: [], hint: [] },
  found: [],
};

/** Answers viewers of logs on a connection. */
export function answerViews(connection: Connection, views: LogViews, answer: Answer): void {
  connection.onNotification(protocol.LogViewOpened, ({ view, uri }) => views.open(view, uri));
  connection.onNotification(protocol.LogViewClosed, ({ view }) => views.close(view));
  connection.onNotification(protocol.FilterLogView, ({ view, conditions }) =>
    views.view(view)?.filter(conditions ?? undefined),
  );
  connection.onNotification(protocol.SearchLogView, ({ view, search }) =>
    views.view(view)?.search(search ?? undefined),
  );
  connection.onRequest(protocol.LogViewRowsRequest, ({ view, first, count }, token) =>
    answer('logViewRows', NO_ROWS, token, async () => (await views.view(view)?.rows(first, count)) ?? NO_ROWS),
  );
  connection.onRequest(protocol.LogViewRowOfLine, ({ view, line }, token) =>
    answer('logViewRowOfLine', line, token, () => views.view(view)?.rowOfLine(line) ?? line),
  );
  connection.onRequest(protocol.LogViewMatchRequest, ({ view, row, backwards }, token) =>
    answer('logViewMatch', null, token, () => views.view(view)?.match(row, backwards) ?? null),
  );
  connection.onRequest(protocol.LogViewOverviewRequest, ({ view, parts }, token) =>
    answer('logViewOverview', NO_OVERVIEW, token, async () => (await views.view(view)?.overview(parts)) ?? NO_OVERVIEW),
  );
}

import * as protocol from '../protocol';
import type { Services } from '../services';
import { incidentClientLog, openClientLog } from './clients/clientLog';
import { clientsOfLogs, NO_CLIENTS } from './clients/clientsOfLogs';
import { countedLog } from './dashboard/countedLog';
import { dashboardOf, NO_DASHBOARD } from './dashboard/dashboardOf';
import { entryAt } from './entryAt';
import { filteredLinesOf } from './filteredLines';
import { readLogFolder } from './logFolder/readLogFolder';
import { logPosition } from './logPosition';
import { openReadLogs } from './logs/readLogs';
import { logMarks, NO_MARKS } from './marks';
import { unpackForClient } from './unpackForClient';
import { whyFinding } from './why/whyFinding';

/** Answers what the client asks of logs beside what every editor asks. */
export function answerLogs({
  connection,
  answer,
  log,
  tools,
  logs,
  incidentLogs,
  judgedLogs,
  board,
  networks,
}: Services): void {
  connection.onRequest(protocol.LogMarksRequest, ({ uri }, token) =>
    answer('logMarks', NO_MARKS, token, async () => {
      const open = await logs.log(uri);
      return open === undefined ? NO_MARKS : logMarks(open);
    }),
  );

  connection.onRequest(protocol.FilteredLinesRequest, ({ log: uri, filter }, token) =>
    answer('filteredLines', { text: '', total: 0, shown: 0 }, token, async () =>
      filteredLinesOf(await logs.outcome(uri), filter),
    ),
  );

  connection.onRequest(protocol.WhyFindingRequest, (which, token) =>
    answer('whyFinding', { text: '', actions: [] }, token, async () => {
      const { settings, addressData } = await tools();
      const [outcome, network] = await Promise.all([logs.outcome(which.log), addressData()]);
      return whyFinding(outcome, which, { rules: settings.rules, network });
    }),
  );

  connection.onRequest(protocol.EntryAtRequest, ({ uri, line }, token) =>
    answer('entryAt', null, token, async () => {
      const place = await logPosition(logs, uri, { line, character: 0 });
      return place === undefined ? null : entryAt(place);
    }),
  );

  connection.onRequest(protocol.LineInLogRequest, ({ uri, line }, token) =>
    answer('lineInLog', null, token, async () => {
      const place = await logPosition(logs, uri, { line, character: 0 });
      return place === undefined ? null : { uri: place.log.uri, line: place.line - 1 };
    }),
  );

  connection.onRequest(protocol.ClientsRequest, ({ withIncident }, token) =>
    answer('clients', NO_CLIENTS, token, async () => {
      const incident = withIncident ? incidentLogs.current : undefined;
      const others = (await logs.logs()).filter(({ uri }) => !incident?.files.some((file) => file.uri === uri));
      const counted = [...(incident ? [incidentClientLog(incident)] : []), ...others.map(openClientLog)];
      return clientsOfLogs(counted, await networks());
    }),
  );

  connection.onRequest(protocol.OpenLogsRequest, (token) =>
    answer('openLogs', [], token, async () => openReadLogs(await logs.logs())),
  );

  connection.onRequest(protocol.DashboardRequest, ({ logs: uris, ...query }, token) =>
    answer('dashboard', NO_DASHBOARD, token, async () => {
      if (uris === 'incident') return dashboardOf([incidentLogs.current ?? []].flat(), query, await networks());
      const wanted = uris.length === 0 ? await logs.logs() : await Promise.all(uris.map((uri) => logs.log(uri)));
      const readable = wanted.filter((each) => each !== undefined);
      return dashboardOf(readable.map(countedLog), query, await networks());
    }),
  );

  connection.onRequest(protocol.ReadLogFolderRequest, async (parameters, token) =>
    readLogFolder(connection, parameters, token, {
      ...(await tools()),
      board,
      judgedLogs,
      networks: async () => (await networks()).lookup,
    }),
  );

  connection.onNotification(protocol.LogFoldersCleared, () => {
    judgedLogs.forgetFolders();
    board.clearFolders().catch((error: unknown) => log(`clear: ${String(error)}`));
  });

  connection.onRequest(protocol.UnpackRequest, async (parameters, token) =>
    unpackForClient(parameters, token, await tools()),
  );
}

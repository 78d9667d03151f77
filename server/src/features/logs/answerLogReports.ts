import * as protocol from '../../protocol';
import { logReportCsv, logReportJson, logReportMarkdown, logReportSarif, type LogReport } from '../../report/logReport';
import type { KnownNetworkLookup } from '../../address/clientNetworks';
import type { Services } from '../../services';
import { t } from '../../words';

const WRITERS: Readonly<
  Record<protocol.ReportFormat, (reports: readonly LogReport[], lookup: KnownNetworkLookup) => string>
> = {
  csv: logReportCsv,
  json: logReportJson,
  markdown: logReportMarkdown,
  sarif: logReportSarif,
};

/** Hands on what was found in logs: in those of the incident, of folders that were read together, and in the open ones. */
export function answerLogReports({ connection, answer, logs, judgedLogs, networks }: Services): void {
  connection.onRequest(protocol.LogReportRequest, ({ format }, token) =>
    answer('logReport', { text: '', findings: 0 }, token, async () => {
      const judged = judgedLogs.with(await logs.logs());
      const findings = judged.reduce((sum, each) => sum + each.findings.length, 0);
      if (findings === 0) return { text: '', findings };
      const reports = judged.map((each) => ({ ...each, name: each.name || t('Logs of the incident') }));
      return { text: WRITERS[format](reports, (await networks()).lookup), findings };
    }),
  );
}

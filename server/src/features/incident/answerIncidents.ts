import { attachedList } from '../../incident/mail/attachedList';
import { readHostText } from '../../incident/mail/hostText';
import type { EvidenceSources } from '../../packEvidence';
import * as protocol from '../../protocol';
import { denyRulesOf } from '../../report/denyRules/denyRulesOf';
import { hardeningIn } from '../../report/hardening/hardeningIn';
import { todaysReport } from '../../report/incident/todaysReport';
import type { Services } from '../../services';
import type { SiteAudit } from '../../site/auditSite';
import type { JudgedLogs } from '../../judgedLogs';
import { urisOfLogsAt } from '../logFolder/logUris';
import { abuseMailInEnglish } from './abuseMailInEnglish';
import { buildIncident } from './buildIncident';
import { replyInHostsLanguage } from './replyInHostsLanguage';
import { saveEvidence } from './saveEvidence';

/** What there is to shut out when no incident was built. */
const NO_DENY_RULES: protocol.DenyRulesAnswer = { text: '', networks: 0, refused: [] };

/** Builds incidents on a connection, and answers from the one that was built last. */
export function answerIncidents({
  connection,
  answer,
  tools,
  sites,
  incidentLogs,
  judgedLogs,
  publisher,
}: Services): void {
  let built: EvidenceSources | undefined;
  const keepAudit = (folder: string, audit: SiteAudit): void => {
    sites.add(folder, audit);
    void publisher.showSites();
  };

  connection.onRequest(protocol.BuildIncidentRequest, async (parameters, token) =>
    buildIncident(connection, parameters, token, {
      ...(await tools()),
      keepAudit,
      keepLogs: (read) => (incidentLogs.current = read),
      keep: (sources) => {
        built = sources;
        judgedLogs.setIncident(logsOfIncident(sources));
      },
    }),
  );

  connection.onNotification(protocol.IncidentForgotten, () => {
    built = undefined;
    incidentLogs.current = undefined;
    judgedLogs.forgetIncident();
  });

  connection.onRequest(protocol.HostTextRequest, ({ base64 }, token) =>
    answer('hostText', { text: '' }, token, () => {
      const mail = readHostText(Buffer.from(base64, 'base64'));
      const list = attachedList(mail);
      return { text: mail.text, ...(list !== undefined && { list }) };
    }),
  );

  connection.onRequest(protocol.ReplyToHostRequest, ({ done }, token) =>
    answer('replyToHost', '', token, async () =>
      built ? replyInHostsLanguage(built.incident, done, (await tools()).languageOf) : '',
    ),
  );

  connection.onRequest(protocol.IncidentReportRequest, (wanted, token) =>
    answer('incidentReport', '', token, async () =>
      built ? todaysReport(built.incident, wanted, await (await tools()).addressData()) : '',
    ),
  );

  connection.onRequest(protocol.EvidenceRequest, async (parameters, token) =>
    built ? saveEvidence(connection, built, parameters, token, await tools()) : { isBuilt: false },
  );

  connection.onRequest(protocol.HardeningRequest, ({ form }, token) =>
    answer('hardening', '', token, () =>
      built ? hardeningIn(form, built.incident, new Date().toISOString().slice(0, 10)) : '',
    ),
  );

  connection.onRequest(protocol.AbuseMailRequest, (wanted, token) =>
    answer('abuseMail', { isBuilt: false }, token, async () => abuseMailInEnglish(built, wanted, await tools())),
  );

  connection.onRequest(protocol.DenyRulesRequest, ({ format }, token) =>
    answer('denyRules', NO_DENY_RULES, token, async () => {
      if (built === undefined) return NO_DENY_RULES;
      const { addressData, settings } = await tools();
      const { data } = await addressData();
      return denyRulesOf(built.incident, format, settings.allowList.addresses, data);
    }),
  );
}

function logsOfIncident({ incident, logs, read }: EvidenceSources): JudgedLogs {
  const uriOf = urisOfLogsAt(logs, read);
  return { name: '', uris: read.map(({ name }) => uriOf(name)), findings: incident.logFindings };
}

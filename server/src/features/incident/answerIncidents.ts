import type { Connection } from 'vscode-languageserver';
import type { AddressDataSource } from '../../address/addressDataSource';
import type { Incident } from '../../incident/incident';
import type { Language } from '../../jobs';
import * as protocol from '../../protocol';
import { denyRulesOf } from '../../report/denyRules/denyRulesOf';
import { todaysReport } from '../../report/incident/todaysReport';
import type { Answer } from '../../runner';
import { abuseMailInEnglish } from './abuseMailInEnglish';
import { buildIncident, type IncidentTools } from './buildIncident';
import { replyInHostsLanguage } from './replyInHostsLanguage';

/** What there is to shut out when no incident was built. */
const NO_DENY_RULES: protocol.DenyRulesAnswer = { text: '', networks: 0, refused: [] };

/** What answers about incidents are made with. */
export interface IncidentServices {
  /** As they are now: settings change. */
  readonly tools: () => Promise<Omit<IncidentTools, 'keep' | 'keepAudit'>>;
  readonly keepAudit: IncidentTools['keepAudit'];
  readonly addressData: AddressDataSource;
  /** A language with its messages, for texts that the host is to read. */
  readonly languageOf: (locale: string) => Promise<Language>;
}

/** Builds incidents on a connection, and answers from the one that was built last. */
export function answerIncidents(
  connection: Connection,
  answer: Answer,
  { tools, keepAudit, addressData, languageOf }: IncidentServices,
): void {
  let incident: Incident | undefined;

  connection.onRequest(protocol.BuildIncidentRequest, async (parameters, token) =>
    buildIncident(connection, parameters, token, {
      ...(await tools()),
      keepAudit,
      keep: (built) => (incident = built),
    }),
  );

  connection.onRequest(protocol.ReplyToHostRequest, ({ done }, token) =>
    answer('replyToHost', '', token, () => (incident ? replyInHostsLanguage(incident, done, languageOf) : '')),
  );

  connection.onRequest(protocol.IncidentReportRequest, (wanted, token) =>
    answer('incidentReport', '', token, async () =>
      incident ? todaysReport(incident, wanted, await addressData()) : '',
    ),
  );

  connection.onRequest(protocol.AbuseMailRequest, (wanted, token) =>
    answer('abuseMail', { isBuilt: false }, token, () => abuseMailInEnglish(incident, wanted)),
  );

  connection.onRequest(protocol.DenyRulesRequest, ({ format }, token) =>
    answer('denyRules', NO_DENY_RULES, token, async () => {
      if (incident === undefined) return NO_DENY_RULES;
      const { data } = await addressData();
      return denyRulesOf(incident, format, (await tools()).settings.allowList.addresses, data);
    }),
  );
}

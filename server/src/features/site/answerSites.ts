import { ResponseError, type CancellationToken } from 'vscode-languageserver';
import * as protocol from '../../protocol';
import type { Services } from '../../services';
import { t } from '../../words';
import { auditFolder } from '../auditFolder';
import { knownGoodAnswer } from '../knownGoodAnswer';
import { decodedDocument } from './decodedText';
import { memberText } from './memberText';
import { protectForm } from './protectForm';
import { reportFindings } from './reportFindings';

/** Audits sites on a connection, and answers from what was found. */
export function answerSites({ connection, answer, tools, logs, sites, publisher }: Services): void {
  const audit = async (
    parameters: protocol.AuditSiteParams & Partial<protocol.CompareParams>,
    token: CancellationToken,
  ): ReturnType<typeof auditFolder> => {
    const result = await auditFolder(connection, parameters, token, { ...(await tools()), sites });
    if (!(result instanceof ResponseError)) void publisher.showSites();
    return result;
  };
  connection.onRequest(protocol.AuditSiteRequest, audit);
  connection.onRequest(protocol.CompareWithCleanCopyRequest, audit);

  connection.onNotification(protocol.AuditsCleared, () => {
    sites.clear();
    return publisher.showSites();
  });

  connection.onRequest(protocol.AddKnownGoodRequest, (parameters, token) =>
    answer('addKnownGood', unreadable(), token, async () =>
      knownGoodAnswer((await tools()).disk, parameters, new Date()),
    ),
  );

  connection.onRequest(protocol.DecodedTextRequest, (which, token) =>
    answer('decodedText', '', token, () => decodedDocument(which.file, sites.findings.find(which))),
  );

  connection.onRequest(protocol.ProtectFormRequest, (which, token) =>
    answer('protectForm', '', token, async () =>
      protectForm(which, sites.mailForm(which.folder, which.file), (await tools()).disk),
    ),
  );

  connection.onRequest(protocol.MemberTextRequest, ({ uri }, token) =>
    answer('memberText', unreadable(), token, async () => memberText(uri, token, await tools())),
  );

  connection.onRequest(protocol.SiteReportRequest, (wanted, token) =>
    answer('siteReport', { text: '', unknown: wanted.findings.length }, token, () =>
      reportFindings(sites.findings, wanted),
    ),
  );

  connection.onRequest(protocol.SiteFileRequest, ({ path }, token) =>
    answer('siteFile', null, token, () => sites.find(path)),
  );

  connection.onRequest(protocol.SiteCallsRequest, ({ folder }, token) =>
    answer('siteCalls', { logs: 0, requests: {}, details: {} }, token, async () =>
      sites.calls(folder, await logs.logs()),
    ),
  );
}

function unreadable(): { problem: string } {
  return { problem: t('The file could not be read.') };
}

import type * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import * as protocol from '../../../server/src/protocol';
import type { WorkProgress, Works } from './works';

/** What the server is asked about an incident. All of it rejects when the server fails or the token is used. */
export class IncidentRequests {
  readonly #client: LanguageClient;
  readonly #works: Works;

  constructor(client: LanguageClient, works: Works) {
    this.#client = client;
    this.#works = works;
  }

  /** Joins what the host wrote with logs and a site. */
  async build(
    parts: Omit<protocol.BuildIncidentParams, 'workDoneToken'>,
    onProgress: WorkProgress,
    token: vscode.CancellationToken,
  ): Promise<protocol.IncidentResult> {
    return this.#works.run(onProgress, (workDoneToken) =>
      this.#client.sendRequest(protocol.BuildIncidentRequest, { ...parts, workDoneToken }, token),
    );
  }

  /** Forgets the incident that was built. */
  forget(): Promise<void> {
    return this.#client.sendNotification(protocol.IncidentForgotten);
  }

  /** The text of a file that a host wrote, whatever it was saved as. */
  hostText(bytes: Uint8Array): Promise<protocol.HostTextAnswer> {
    return this.#client.sendRequest(protocol.HostTextRequest, { base64: Buffer.from(bytes).toString('base64') });
  }

  /** A draft of the reply to the host; empty when no incident was built. */
  replyToHost(parameters: protocol.ReplyToHostParams): Promise<string> {
    return this.#client.sendRequest(protocol.ReplyToHostRequest, parameters);
  }

  /** A report on the incident; empty when none was built. */
  report(wanted: protocol.WantedReport): Promise<string> {
    return this.#client.sendRequest(protocol.IncidentReportRequest, wanted);
  }

  /** Writes the evidence for the incident that was built to a file. */
  saveEvidence(
    wanted: Omit<protocol.EvidenceParams, 'workDoneToken'>,
    onProgress: WorkProgress,
    token: vscode.CancellationToken,
  ): Promise<protocol.EvidenceAnswer> {
    return this.#works.run(onProgress, (workDoneToken) =>
      this.#client.sendRequest(protocol.EvidenceRequest, { ...wanted, workDoneToken }, token),
    );
  }

  /** A draft of a mail to those who run a network that attacked. */
  abuseMail(network: protocol.AbuseMailParams): Promise<protocol.AbuseMailAnswer> {
    return this.#client.sendRequest(protocol.AbuseMailRequest, network);
  }

  /** How the site of the incident is made safer; empty when none was built. */
  hardening(form: protocol.HardeningForm): Promise<string> {
    return this.#client.sendRequest(protocol.HardeningRequest, { form });
  }

  /** Rules that shut out the attackers of the incident that was built. */
  denyRules(parameters: { readonly format: protocol.DenyFormat }): Promise<protocol.DenyRulesAnswer> {
    return this.#client.sendRequest(protocol.DenyRulesRequest, parameters);
  }
}

import { RequestType } from 'vscode-languageserver-protocol';
import type { Severity } from '../rules/finding';
import type { RegistryNetwork } from './addresses';

/** Addresses that are shown at once, those with most requests. */
export const MOST_CLIENTS = 1000;

/** Findings that are named of one address, the most urgent ones. */
export const MOST_FINDINGS_OF_CLIENT = 20;

/**
 * Client → server: who is in the open logs and in those of the incident, by the networks that they are of; waits for logs that are being
 * read. Nobody is asked: what is known of networks is bundled, or was said by registries before.
 */
export const ClientsRequest = new RequestType<ClientsParams, ClientsOfLogs, void>('logSiteAudit/clients');
export interface ClientsParams {
  /** Whether an incident is shown, whose logs count, open or not. */
  readonly withIncident: boolean;
}

/** The clients of some logs. Texts are hostile: of the logs, of whoever runs a network, of registries. */
export interface ClientsOfLogs {
  /** Logs that could be read. */
  readonly logs: number;
  /** Entries that have a client. */
  readonly requests: number;
  /** Entries of clients that are not among the `MOST_CLIENTS` with most of them; 0 when all clients are here. */
  readonly leftOut: number;
  /** The network with most requests first, `special` ones behind all others. */
  readonly networks: readonly NetworkOfClients[];
  /** The findings that the clients name by their place in this list. */
  readonly findings: readonly FindingOfClient[];
  /** Why no networks are known, in the user's language. */
  readonly problem?: string;
  /** Whose data this is; to be shown with it. Absent when there is none. */
  readonly attribution?: string;
}

/** Clients of one AS and country; private addresses, host names and the servers of a proxy operator have networks of their own. */
export interface NetworkOfClients {
  /** Differs from that of every other network. */
  readonly key: string;
  /** What it is called, in the user's language. */
  readonly name: string;
  /** `special`: addresses that no visitor from the internet has (RFC 6890). `host`: names instead of addresses. */
  readonly kind: 'public' | 'special' | 'proxy' | 'host';
  /** ISO 3166-1 alpha-2, and its name in the user's language. */
  readonly country?: string;
  readonly countryName?: string;
  readonly asn?: number;
  readonly organisation?: string;
  /** What there is to know about such addresses, in the user's language. */
  readonly note?: string;
  readonly requests: number;
  /** Busiest first. */
  readonly clients: readonly ClientOfLogs[];
}

export interface ClientOfLogs {
  readonly address: string;
  readonly requests: number;
  /** The logs in which it is, that with most requests first. */
  readonly logs: readonly ClientInLog[];
  /** Places in `ClientsOfLogs.findings`, most urgent first, at most `MOST_FINDINGS_OF_CLIENT`. */
  readonly findings: readonly number[];
  /** Findings beyond those. */
  readonly moreFindings: number;
  /** What the registry said of its network, where it was asked before. */
  readonly registry?: RegistryNetwork;
}

export interface ClientInLog {
  /** URI of the log's document, and its name for people. */
  readonly uri: string;
  readonly name: string;
  readonly requests: number;
  /** First and last request in the log's own time, as people read it; absent where no line says the time. */
  readonly first?: string;
  readonly last?: string;
}

export interface FindingOfClient {
  readonly rule: string;
  readonly severity: Severity;
  readonly title: string;
  /** URI of the log, and the line (from 0) at which it is shown. */
  readonly log: string;
  readonly line: number;
}

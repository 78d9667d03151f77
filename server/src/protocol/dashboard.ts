import { RequestType } from 'vscode-languageserver-protocol';
import type { Endpoint } from '../log/logTable';

export type { Endpoint };

/** Classes of statuses that a dashboard tells apart; `other`: those that are no usual answer, and entries without one. */
export const STATUS_CLASSES = ['2xx', '3xx', '4xx', '5xx', 'other'] as const;
export type StatusClass = (typeof STATUS_CLASSES)[number];

/** Most bars that a chart has. */
export const MOST_BARS = 400;

/** Names in each list of a dashboard. */
export const MOST_LISTED = 12;

/** Busiest addresses of which the networks are told. */
export const MOST_NETWORK_CLIENTS = 1000;

/** Client → server: what there is to draw of logs; waits for those that are being read. */
export const DashboardRequest = new RequestType<DashboardQuery, Dashboard, void>('logSiteAudit/dashboard');

/** A stretch of time, in seconds since 1970-01-01 UTC; `to` is not part of it. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/** What to count. All that is given must hold. */
export interface DashboardQuery {
  /** URIs of logs, all that are open when there are none; or all logs of the incident that was built last. */
  readonly logs: readonly string[] | 'incident';
  /** Bars that there is room for. */
  readonly bars: number;
  /** The time that the chart shows; absent: that of all entries. */
  readonly shown?: TimeSpan;
  /** The time that the lists tell of; absent: that which the chart shows. */
  readonly chosen?: TimeSpan;
  /** URI of the one of these logs that is looked at. */
  readonly log?: string;
  readonly clients?: readonly string[];
  readonly endpoint?: Endpoint;
  /** As `LineConditions` has it. */
  readonly status?: string;
}

/**
 * Counts of entries. Each list leaves its own condition alone and keeps the others, so that one can choose another name in it.
 * Names are hostile.
 */
export interface Dashboard {
  /** Readable logs that were looked at, with their entries; most entries first. */
  readonly logs: readonly { readonly uri: string; readonly name: string; readonly count: number }[];
  /** Whether all entries are requests to a web server. */
  readonly hasOnlyRequests: boolean;
  /** All entries of these logs. */
  readonly entries: number;
  /** Entries that meet all conditions. */
  readonly matching: number;
  /** Absent when no entry has a time. */
  readonly chart?: DashboardChart;
  readonly clients: TopList;
  readonly networks: NetworkList;
  readonly endpoints: TopList<Endpoint>;
  readonly statuses: TopList<{ readonly status: number }>;
}

/** Entries by time; the chosen time is no condition here. */
export interface DashboardChart {
  /** Time of all entries of these logs, whole bars. */
  readonly all: TimeSpan;
  /** Beginning of the first bar, in seconds since 1970-01-01 UTC, and length of each in seconds. */
  readonly start: number;
  readonly step: number;
  /** Offset from UTC of the first log, by which times are written, in minutes. */
  readonly zone: number;
  /** For each class of statuses the entries of each bar. */
  readonly counts: Readonly<Record<StatusClass, readonly number[]>>;
  /** Those of them that belong to a finding that is an error or a warning, by bar. */
  readonly flagged: readonly number[];
  /** Entries that meet the conditions and have no time. */
  readonly untimed: number;
}

/** The busiest of something. */
export interface TopList<Detail = unknown> {
  /** Busiest first. */
  readonly listed: readonly (Detail & Counted)[];
  /** Entries of those that are not listed. */
  readonly others: number;
}

/** A name with its entries. */
export interface Counted {
  readonly name: string;
  readonly count: number;
}

/** The networks of the `MOST_NETWORK_CLIENTS` busiest addresses. */
export interface NetworkList extends TopList<{
  /** Differs from that of every other network. */
  readonly key: string;
  /** Those of the addresses that are in it. */
  readonly clients: readonly string[];
}> {
  /** Whose data this is; to be shown with it. Absent when there is none. */
  readonly attribution?: string;
}

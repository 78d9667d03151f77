import type {
  Dashboard,
  DashboardChart,
  DashboardQuery,
  Endpoint,
  LineConditions,
  StatusClass,
  TimeSpan,
} from '../../../server/src/protocol';

/** What the dashboard's page and the extension say to each other. Types only: each side has its own code. */

export type { Dashboard, DashboardChart, DashboardQuery, Endpoint, LineConditions, StatusClass, TimeSpan };

/** Words of the page in the user's language, by their names. */
export type Words = Readonly<Record<WordName, string>>;

/** Names of the page's words. `{0}`, `{1}` and `{2}` in a word stand for numbers and names. */
export type WordName =
  | 'tools'
  | 'allLogs'
  | 'incidentLogs'
  | 'showLines'
  | 'zoomIn'
  | 'wholeTime'
  | 'asTable'
  | 'showEverything'
  | 'withoutCondition'
  | 'conditions'
  | 'time'
  | 'log'
  | 'client'
  | 'network'
  | 'endpoint'
  | 'status'
  | 'requestsOf'
  | 'entriesOf'
  | 'noLog'
  | 'noIncident'
  | 'failed'
  | 'chart'
  | 'chartHelp'
  | 'peak'
  | 'flaggedPeak'
  | 'flagged'
  | 'bar'
  | 'untimed'
  | 'noTime'
  | 'total'
  | 'classOther'
  | 'logs'
  | 'clients'
  | 'networks'
  | 'networksOfBusiest'
  | 'endpoints'
  | 'statuses'
  | 'noStatus'
  | 'nothing'
  | 'others';

/** Of which logs the page tells: one, all that are open, or all of the incident. */
export type Subject =
  | { readonly kind: 'log'; readonly uri: string; readonly name: string }
  | { readonly kind: 'open' }
  | { readonly kind: 'incident' };

/** Extension → page. */
export type HostMessage =
  | { readonly type: 'words'; readonly words: Words; readonly locale: string }
  | { readonly type: 'subject'; readonly subject: Subject }
  /** The logs may say something else now. */
  | { readonly type: 'changed' }
  /** `dashboard` is absent when the question could not be answered. */
  | { readonly type: 'answer'; readonly id: number; readonly dashboard?: Dashboard };

/** Page → extension. */
export type ViewMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'query'; readonly id: number; readonly query: DashboardQuery }
  /** Opens the lines that meet conditions, of the log (a URI) where one is chosen; else the user says of which. */
  | { readonly type: 'showLines'; readonly conditions: LineConditions; readonly log?: string };

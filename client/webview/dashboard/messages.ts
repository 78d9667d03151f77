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
  | 'showLines'
  | 'zoomIn'
  | 'wholeTime'
  | 'asTable'
  | 'showEverything'
  | 'withoutCondition'
  | 'conditions'
  | 'time'
  | 'client'
  | 'network'
  | 'endpoint'
  | 'status'
  | 'requestsOf'
  | 'entriesOf'
  | 'noLog'
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
  | 'clients'
  | 'networks'
  | 'networksOfBusiest'
  | 'endpoints'
  | 'statuses'
  | 'noStatus'
  | 'nothing'
  | 'others';

/** Extension → page. */
export type HostMessage =
  | { readonly type: 'words'; readonly words: Words; readonly locale: string }
  /** URI and name of the log that the page is about; absent: all that are open. */
  | { readonly type: 'log'; readonly log?: { readonly uri: string; readonly name: string } }
  /** The logs may say something else now. */
  | { readonly type: 'changed' }
  /** `dashboard` is absent when the question could not be answered. */
  | { readonly type: 'answer'; readonly id: number; readonly dashboard?: Dashboard };

/** Page → extension. */
export type ViewMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'query'; readonly id: number; readonly query: DashboardQuery }
  /** Opens the lines that meet conditions; that of which log of those that were asked for is the extension's matter. */
  | { readonly type: 'showLines'; readonly conditions: LineConditions };

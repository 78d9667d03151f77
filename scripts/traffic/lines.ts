/** One request as a web server remembers it. */
export interface LoggedRequest {
  /** When it came in, s since 1970-01-01 UTC. */
  readonly time: number;
  /** How long it took, s. Apache writes a line when the request is over, so a long one stands below later ones. */
  readonly duration?: number;
  readonly client: string;
  /** Name that the client logged in with at the server itself (basic authentication). */
  readonly user?: string;
  readonly method: string;
  /** Path and query as sent. */
  readonly target: string;
  readonly protocol: string;
  readonly status: number;
  /** Bytes of the answer's body; 0 is logged as `-`. */
  readonly bytes: number;
  /** `-` when the client sent none. */
  readonly referrer: string;
  readonly userAgent: string;
}

/**
 * Apache's `common` and `combined` formats and the vhost-prefixed `combined` of shared hosts
 * (https://httpd.apache.org/docs/2.4/mod/mod_log_config.html).
 */
export type LineFormat = 'common' | 'combined' | 'vhostCombined';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY = 86_400;
/** Japan Standard Time is 9 hours ahead of UTC all year. */
const JST_OFFSET = 9 * 3_600;

/** The first second of a day in Japan, s since 1970-01-01 UTC. `month` is 1 to 12. */
export function japaneseMidnight(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 1_000 - JST_OFFSET;
}

/** Makes a writer of log lines, without line ends. `host` is the name that vhost-prefixed lines begin with. */
export function createLineWriter(format: LineFormat, host: string): (request: LoggedRequest) => string {
  const stamp = createTimeStamp();
  const prefix = format === 'vhostCombined' ? `${host} ` : '';
  return (request) => {
    const { client, method, target, protocol, status, bytes } = request;
    // A client that spoke no HTTP has no method: what it sent is logged as it came.
    const requestLine = method === '' ? target : `${method} ${target} ${protocol}`;
    const size = bytes === 0 ? '-' : bytes;
    const common = `${prefix}${client} - ${request.user ?? '-'} [${stamp(request.time)}] "${requestLine}" ${status} ${size}`;
    return format === 'common' ? common : `${common} "${request.referrer}" "${request.userAgent}"`;
  };
}

/** A million time stamps are asked for nearly in order: what belongs to the day is made once a day. */
function createTimeStamp(): (time: number) => string {
  let day = Number.NaN;
  let date = '';
  return (time) => {
    const local = time + JST_OFFSET;
    const second = local % DAY;
    if (local - second !== day) {
      day = local - second;
      const midnight = new Date(day * 1_000);
      date = `${twoDigits(midnight.getUTCDate())}/${MONTHS[midnight.getUTCMonth()]}/${midnight.getUTCFullYear()}`;
    }
    const hour = Math.floor(second / 3_600);
    const minute = Math.floor(second / 60) % 60;
    return `${date}:${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second % 60)} +0900`;
  };
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

/** Sorts requests into the order in which a server writes them: by the end of each, earlier generated first. */
export function inLogOrder(requests: readonly LoggedRequest[]): LoggedRequest[] {
  return requests.toSorted((a, b) => endOf(a) - endOf(b));
}

/** When a request was over and its line written, s since 1970-01-01 UTC. */
export function endOf(request: LoggedRequest): number {
  return request.time + (request.duration ?? 0);
}

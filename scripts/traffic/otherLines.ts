import { createLineWriter, type LineFormat, type LoggedRequest } from './lines';

/**
 * LTSV with the labels of http://ltsv.org, JSON as nginx's log_format writes it (`escape=json`), the extended format of W3C with
 * the fields that IIS logs unless told otherwise, and nginx's error log of requests that were too many.
 */
export type OtherFormat = 'ltsv' | 'json' | 'w3c' | 'nginxError';

/** Every format that a generated log may have. */
export type LogFormatName = LineFormat | OtherFormat;

/** Writes the lines of a log, without line ends. */
export interface LogWriter {
  /** Lines before all others. */
  readonly head: readonly string[];
  readonly write: (request: LoggedRequest) => string;
}

const MS_PER_SECOND = 1_000;
/** Japan Standard Time is 9 hours ahead of UTC all year. */
const JST_OFFSET = 9 * 3_600;

/** Makes a writer of any format. `host` is the name of the site. */
export function createLogWriter(format: LogFormatName, host: string): LogWriter {
  switch (format) {
    case 'ltsv':
      return { head: [], write: (request) => ltsvLine(request, host) };
    case 'json':
      return { head: [], write: (request) => jsonLine(request, host) };
    case 'w3c':
      return { head: W3C_HEAD, write: w3cLine };
    case 'nginxError':
      return { head: [], write: createErrorWriter(host) };
    default:
      return { head: [], write: createLineWriter(format, host) };
  }
}

function ltsvLine(request: LoggedRequest, host: string): string {
  const { client, status, bytes, referrer, userAgent } = request;
  const time = `${localTime(request)}+09:00`;
  const values = { time, host: client, vhost: host, req: requestLine(request), status, size: bytes };
  const all = { ...values, referer: referrer, ua: userAgent };
  return Object.entries(all)
    .map(([label, value]) => `${label}:${value}`)
    .join('\t');
}

function jsonLine(request: LoggedRequest, host: string): string {
  return JSON.stringify({
    time: `${localTime(request)}+09:00`,
    remote_addr: request.client,
    host,
    request: requestLine(request),
    status: request.status,
    body_bytes_sent: request.bytes,
    http_referer: request.referrer,
    http_user_agent: request.userAgent,
  });
}

const W3C_HEAD = [
  '#Software: Microsoft Internet Information Services 10.0',
  '#Version: 1.0',
  '#Fields: date time cs-method cs-uri-stem cs-uri-query c-ip cs(User-Agent) cs(Referer) sc-status sc-bytes',
];

function w3cLine(request: LoggedRequest): string {
  const [path = '', query] = request.target.split('?', 2);
  const [date, clock] = new Date(request.time * MS_PER_SECOND).toISOString().slice(0, 19).split('T');
  const agent = request.userAgent.replaceAll(' ', '+');
  const { client, status, bytes, referrer } = request;
  // A client that spoke no HTTP has no method, and what it sent may have blanks.
  const method = request.method || '-';
  const stem = path.replaceAll(' ', '+') || '-';
  return `${date} ${clock} ${method} ${stem} ${query || '-'} ${client} ${agent} ${referrer} ${status} ${bytes}`;
}

function createErrorWriter(host: string): (request: LoggedRequest) => string {
  let connection = 0;
  return (request) => {
    const time = localTime(request).replace('T', ' ').replaceAll('-', '/');
    const where = `client: ${request.client}, server: ${host}, request: "${requestLine(request)}", host: "${host}"`;
    const referrer = request.referrer === '-' ? '' : `, referrer: "${request.referrer}"`;
    return `${time} [error] 31#31: *${++connection} limiting requests, excess: 5.120 by zone "one", ${where}${referrer}`;
  };
}

function requestLine({ method, target, protocol }: LoggedRequest): string {
  return method === '' ? target : `${method} ${target} ${protocol}`;
}

/** The time of a request in Japan, `2021-11-01T10:56:55`. */
function localTime({ time }: LoggedRequest): string {
  return new Date((time + JST_OFFSET) * MS_PER_SECOND).toISOString().slice(0, 19);
}

/** One request as a test writes it; everything has a usual value. */
export interface LoggedLine {
  readonly client?: string;
  readonly user?: string;
  /** Time as the log writes it, without brackets. */
  readonly time?: string;
  /** The request line as the log writes it, without quotes. */
  readonly request?: string;
  readonly status?: number | '-';
  readonly bytes?: number | '-';
  readonly referrer?: string;
  readonly agent?: string;
}

export const USUAL_AGENT = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/95.0';

/** A line of the common log format. */
export function commonLine(line: LoggedLine = {}): string {
  const { client = '192.0.2.1', user = '-', time = '01/Nov/2021:10:56:55 +0900' } = line;
  const { request = 'GET /index.html HTTP/1.1', status = 200, bytes = 512 } = line;
  return `${client} - ${user} [${time}] "${request}" ${status} ${bytes}`;
}

/** A line of the combined log format. */
export function combinedLine(line: LoggedLine = {}): string {
  const { referrer = 'https://example.jp/', agent = USUAL_AGENT } = line;
  return `${commonLine(line)} "${referrer}" "${agent}"`;
}

/** `count` times what `make` gives, joined to a log with a line feed at the end of each line. */
export function logOf(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `${make(index)}\n`).join('');
}

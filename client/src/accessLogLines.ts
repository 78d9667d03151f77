/** Lines that are looked at, and the share of the non-empty ones that must be log lines; the server's own rule. */
export const MOST_LINES = 200;
const LEAST_SHARE = 0.5;

/** Lines are looked at up to this length, in characters: what tells an access log stands near the start. */
const LONGEST_LOOK = 2000;

/** `… [01/Nov/2021:00:00:31 +0900] "`, which every Apache access log has (https://httpd.apache.org/docs/2.4/logs.html#accesslog). */
const ACCESS_LINE = /^\S.* \[\d{2}\/[A-Z][a-z]{2}\/\d{4}:\d{2}:\d{2}:\d{2} [+-]\d{4}\] "/;

/** Whether the first lines of a file are those of an access log. Other programs quote a log line now and then. */
export function looksLikeAccessLog(lines: readonly string[]): boolean {
  const filled = lines.slice(0, MOST_LINES).filter((line) => line.trim() !== '');
  const readable = filled.filter((line) => ACCESS_LINE.test(line.slice(0, LONGEST_LOOK)));
  return readable.length > 0 && readable.length >= filled.length * LEAST_SHARE;
}

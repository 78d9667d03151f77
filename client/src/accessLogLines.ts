/** Lines that are looked at, and the share of the non-empty ones that must be log lines; the server's own rule. */
export const MOST_LINES = 200;
export const LEAST_SHARE = 0.5;

/** Lines are looked at up to this length, in characters: what tells a log stands near the start. */
export const LONGEST_LOOK = 2000;

/** `… [01/Nov/2021:00:00:31 +0900] "`, which every Apache access log has (https://httpd.apache.org/docs/2.4/logs.html#accesslog). */
const ACCESS_LINE = /^\S.* \[\d{2}\/[A-Z][a-z]{2}\/\d{4}:\d{2}:\d{2}:\d{2} [+-]\d{4}\] "/;

/** `status:200` and `req:…` or the like between tabs: labelled tab-separated values (http://ltsv.org/). */
const LTSV_STATUS = /(?:^|\t)(?:status|code):\d{3}(?:\t|$)/;
const LTSV_REQUEST = /(?:^|\t)(?:req|request|method|uri|path):/;

/** The directive that names the fields of a web server's log in the W3C extended format (https://www.w3.org/TR/WD-logfile). */
const W3C_FIELDS = /^#Fields: .*\b(?:cs-method|cs-uri-stem|sc-status)\b/;

/** Whether the first lines of a file are those of an access log. Other programs quote a log line now and then. */
export function looksLikeAccessLog(lines: readonly string[]): boolean {
  const filled = lines.slice(0, MOST_LINES).filter((line) => line.trim() !== '');
  if (filled.some((line) => W3C_FIELDS.test(line.slice(0, LONGEST_LOOK)))) return true;
  const readable = filled.filter((line) => isEntry(line.slice(0, LONGEST_LOOK)));
  return readable.length > 0 && readable.length >= filled.length * LEAST_SHARE;
}

function isEntry(line: string): boolean {
  return ACCESS_LINE.test(line) || (LTSV_STATUS.test(line) && LTSV_REQUEST.test(line));
}

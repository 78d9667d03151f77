/** Lines that are looked at, and the share of the non-empty ones that must be log lines; the server's own rule. */
export const MOST_LINES = 200;
export const LEAST_SHARE = 0.5;

/** Lines are looked at up to this length, in characters: what tells a log stands near the start. */
export const LONGEST_LOOK = 2000;

/** How entries look in formats of their own. */
const ENTRIES: readonly RegExp[] = [
  // `… [01/Nov/2021:00:00:31 +0900] "`, which every Apache access log has (https://httpd.apache.org/docs/2.4/logs.html#accesslog);
  // Werkzeug has no zone.
  /^\S.* \[\d{2}\/[A-Z][a-z]{2}\/\d{4}(?::\d{2}:\d{2}:\d{2} [+-]\d{4}| \d{2}:\d{2}:\d{2})\] "/,
  // mod_ssl's ssl_request_log (https://httpd.apache.org/docs/2.4/mod/mod_ssl.html#logformats), Nginx Proxy Manager.
  /^\[\d{2}\/[A-Z][a-z]{2}\/\d{4}:\d{2}:\d{2}:\d{2} [+-]\d{4}\] (?:\S+ (?:TLS|SSL)v\S+ \S+ "|\S+ (?:\d{3}|-) (?:\d{3}|-) - [A-Z]+ https? )/,
  // Envoy and Istio (https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage).
  /^\[\d{4}-\d\d-\d\dT[\d:.]+Z\] "[A-Z]+ \S+ HTTP\/[\d.]+" \d+ /,
  // HAProxy (https://docs.haproxy.org/2.8/configuration.html#8.2.3).
  / \[\d{2}\/[A-Z][a-z]{2}\/\d{4}:\d{2}:\d{2}:\d{2}\.\d{3}\] \S+ [^\s/]+\/\S+ -?\d+\/-?\d+\/[-\d/]+ (?:\d{3}|-1) \d+ /,
  // Squid (https://wiki.squid-cache.org/Features/LogFormat); SiteGuard logs alarms in the same shape.
  /^\d{10}\.\d{3} +\d+ [\da-fA-F.:]+ [A-Z_]+\/\d{3} \d+ [A-Z]+ (?!.* DETECT-STAT:)/,
  // Load balancers, buckets and CloudFront of AWS, the last without its directives.
  /^(?:https?|h2|wss?|grpcs?) \d{4}-\d\d-\d\dT[\d:.]+Z \S+\/\S+ /,
  /^[\da-f]{64} \S+ \[\d{2}\/[A-Z][a-z]{2}\/\d{4}:\d{2}:\d{2}:\d{2} [+-]\d{4}\] \S+ \S+ \S+ [A-Z]+\./,
  /^\d{4}-\d\d-\d\d\t\d\d:\d\d:\d\d\t[A-Z\d-]+\t\d+\t[\da-f.:]+\t[A-Z]+\t/,
  // Uvicorn.
  /^INFO: +[\da-f.:[\]]+:\d+ - "[A-Z]+ \S+ HTTP\/[\d.]+" \d{3}/,
];

/** A status, a client and something that was asked for, by the names that servers give them in lines of JSON. */
const JSON_STATUS = /"(?:status|statusCode|status_code|response_code|DownstreamStatus|EdgeResponseStatus)": ?"?\d{3}\b/;
const JSON_CLIENT =
  /"(?:remote_addr|remote_ip|remoteIp|client_ip|clientIp|clientIP|ClientIP|ClientHost|ClientAddr|remote_host|downstream_remote_address)": ?"/;
const JSON_REQUEST =
  /"(?:request|uri|request_uri|requestUri|requestUrl|RequestPath|ClientRequestURI|path|url|method|requestMethod)": ?["{]/;

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
  if (line.startsWith('{')) return JSON_STATUS.test(line) && JSON_CLIENT.test(line) && JSON_REQUEST.test(line);
  return ENTRIES.some((shape) => shape.test(line)) || (LTSV_STATUS.test(line) && LTSV_REQUEST.test(line));
}

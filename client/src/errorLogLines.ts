import { LEAST_SHARE, LONGEST_LOOK, MOST_LINES } from './accessLogLines';

const LEVEL =
  '(?:emerg|alert|crit|error|warn|notice|info|debug|trace[1-8]|EMERG|ALERT|CRIT|ERROR|WARN|NOTICE|INFO|DEBUG)';

/** How entries begin. */
const ENTRIES: readonly RegExp[] = [
  // Apache (https://httpd.apache.org/docs/2.4/mod/core.html#errorlogformat), with its own time or that of ISO 8601.
  /^\[[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d+)? \d{4}\] \[[\w.:-]+\]/,
  new RegExp(String.raw`^\[\d{4}[-/]\d\d[-/]\d\d[ T][\d:.]+(?:Z|[+-]\d\d:?\d\d)?\] \[(?:\w*:)?${LEVEL}\]`),
  // nginx (https://nginx.org/en/docs/ngx_core_module.html#error_log).
  new RegExp(String.raw`^\d{4}/\d\d/\d\d \d\d:\d\d:\d\d \[${LEVEL}\] \d+#\d+: `),
  // PHP and PHP-FPM (https://www.php.net/manual/en/errorfunc.configuration.php#ini.error-log).
  /^\[\d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d:\d\d(?:\.\d+)?(?: [\w/+:-]+)?\] /,
  // LiteSpeed (https://docs.litespeedtech.com/lsws/logs/).
  new RegExp(String.raw`^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+ \[${LEVEL}\] \[`),
  // ModSecurity as JSON, SiteGuard.
  /^\{"transaction":\{"(?:client_ip|time|time_stamp)":/,
  /^\d.* DETECT-STAT:WAF:/,
];
/** Lines that belong to the entry before them: stack traces of PHP, and what stands indented. */
const TRACE = /^(?:\s|#\d|Stack trace:|[()[\]{}]$)/;
/** The first line of the audit log of ModSecurity, of which one entry takes many lines. */
const AUDIT = /^---?[0-9A-Za-z]{8}-{1,3}A--$/;

/** Whether the first lines of a file are those of a log of errors, or of a web application firewall. */
export function looksLikeErrorLog(lines: readonly string[]): boolean {
  const filled = lines
    .slice(0, MOST_LINES)
    .filter((line) => line.trim() !== '')
    .map((line) => line.slice(0, LONGEST_LOOK));
  if (AUDIT.test(filled[0]?.trimEnd() ?? '')) return true;
  const entries = filled.filter((line) => ENTRIES.some((shape) => shape.test(line)));
  const traces = filled.filter((line) => TRACE.test(line));
  return entries.length > 0 && entries.length >= (filled.length - traces.length) * LEAST_SHARE;
}

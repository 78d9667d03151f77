/**
 * What servers call their severities, and the number of each (RFC 5424 section 6.2.1): Apache
 * (https://httpd.apache.org/docs/2.4/mod/core.html#loglevel), nginx
 * (https://nginx.org/en/docs/ngx_core_module.html#error_log), LiteSpeed, PHP-FPM and ModSecurity.
 */
const NAMES = Object.entries({
  emerg: 0,
  emergency: 0,
  alert: 1,
  crit: 2,
  critical: 2,
  fatal: 2,
  error: 3,
  err: 3,
  warn: 4,
  warning: 4,
  notice: 5,
  info: 6,
  debug: 7,
  trace: 7,
}).map(([name, level]) => [Buffer.from(name), level] as const);
/** The severity as a number. */
const NUMBERS = Array.from({ length: 8 }, (_, level) => [Buffer.from(String(level)), level] as const);
/** Apache has eight severities below the last of RFC 5424. */
const TRACES = Array.from({ length: 8 }, (_, depth) => [Buffer.from(`trace${depth + 1}`), 7] as const);
const ALL = [...NAMES, ...NUMBERS, ...TRACES];

/** The severity, 0 (emergency) to 7 (debug), that `[start, end)` names in any case; -1 for other words. */
export function severityAt(bytes: Uint8Array, start: number, end: number): number {
  for (const [name, level] of ALL) {
    if (name.length === end - start && isWord(bytes, start, name)) return level;
  }
  return -1;
}

/** Whether a word of lower-case letters and digits stands at `at`, in any case. */
function isWord(bytes: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let index = 0; index < word.length; index++) {
    // Bit 5 makes ASCII letters lower case; digits have it.
    if ((bytes[at + index]! | 0x20) !== word[index]) return false;
  }
  return true;
}

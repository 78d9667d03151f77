import { COLON, SPACE, findText, isDigit } from '../bytes';
import { EntryKind, type EntryFields } from '../entryFields';
import { noteClient } from './clientAddress';
import type { LogFormat } from './logFormat';
import { CLOCK_LENGTH, DATE_LENGTH, TimestampReader } from './timestamp';
import { Tokens } from './tokens';
import { useOriginForm } from './url';

/** Places of the values. */
const TIME = 0;
const ELAPSED = 1;
const CLIENT = 2;
const RESULT = 3;
const SIZE = 4;
const METHOD = 5;
const URL = 6;
const VALUES = 10;
/** What the firewall found: every line has it. */
const DETECTION = Buffer.from('DETECT-STAT:');
/** Length of `2021-11-01 10:56:55`, which downloaded logs have before ` : ` and the line. */
const LOCAL_TIME_LENGTH = DATE_LENGTH + 1 + CLOCK_LENGTH;
/** Length of ` : `. */
const SEPARATOR_LENGTH = 3;
const SECONDS_PER_MINUTE = 60;
/** Zones differ from UTC by quarters of an hour, up to 14 hours. */
const ZONE_STEP = 15;
const MOST_ZONE = 14 * 60;

/**
 * What SiteGuard Lite refused, the web application firewall of many Japanese hosts (`detect.log`, `waf-detect.log`):
 * `1635731815.779 0 192.0.2.1 TCP_MISS/000 0 GET http://example.jp/?p=… - DIRECT/198.51.100.1 - DETECT-STAT:WAF:… ACTION:BLOCK:
 * …` (https://github.com/pepabo/siteguard_lite-log-parser; https://support.cpi.ad.jp/manual/sv-basic/tools/waf/waf_002).
 */
export const siteGuardFormat: LogFormat = {
  id: 'siteguard',
  weight: 7,
  createReader() {
    const reader = new SiteGuardReader();
    return (bytes, start, end, fields) => reader.read(bytes, start, end, fields);
  },
};

class SiteGuardReader {
  readonly #times = new TimestampReader();
  readonly #localTimes = new TimestampReader();
  readonly #tokens = new Tokens(VALUES);

  read(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
    if (!isDigit(bytes[start])) return false;
    const from = behindLocalTime(bytes, start, end);
    const detection = findText(bytes, DETECTION, from, end);
    const tokens = this.#tokens;
    if (detection < 0 || tokens.split(bytes, from, detection) < VALUES) return false;
    if (tokens.number(bytes, ELAPSED) < 0 || tokens.number(bytes, SIZE) < 0) return false;
    if (!this.#readTime(bytes, start, from, fields)) return false;
    noteClient(bytes, tokens.start(CLIENT), tokens.end(CLIENT), fields);
    fields.kind = EntryKind.error;
    fields.methodStart = tokens.start(METHOD);
    fields.methodEnd = tokens.end(METHOD);
    fields.targetStart = tokens.start(URL);
    fields.targetEnd = tokens.end(URL);
    useOriginForm(bytes, fields);
    fields.messageStart = detection;
    fields.messageEnd = end;
    return tokens.start(RESULT) < detection;
  }

  /** The moment is that of the clock in UTC; the local time before it tells the zone. */
  #readTime(bytes: Buffer, start: number, from: number, fields: EntryFields): boolean {
    const { start: timeStart, end: timeEnd } = { start: this.#tokens.start(TIME), end: this.#tokens.end(TIME) };
    const hasLocal = from > start && this.#localTimes.read(bytes, start, start + LOCAL_TIME_LENGTH, fields);
    const local = hasLocal ? fields.time : undefined;
    if (!this.#times.read(bytes, timeStart, timeEnd, fields)) return false;
    if (local === undefined) return true;
    const zone = Math.round((local - fields.time) / SECONDS_PER_MINUTE / ZONE_STEP) * ZONE_STEP;
    if (Math.abs(zone) <= MOST_ZONE) fields.zone = zone;
    fields.timeStart = start;
    fields.timeEnd = start + LOCAL_TIME_LENGTH;
    return true;
  }
}

function behindLocalTime(bytes: Buffer, start: number, end: number): number {
  const separator = start + LOCAL_TIME_LENGTH;
  const hasLocal = separator + SEPARATOR_LENGTH < end && bytes[separator] === SPACE && bytes[separator + 1] === COLON;
  return hasLocal ? separator + SEPARATOR_LENGTH : start;
}

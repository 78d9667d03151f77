import { COLON, LEFT_BRACKET, QUOTE, SPACE, TAB, decimal, findBlank, findByte, isBlank, skipBlanks } from '../bytes';
import { AgentCoding, NOT_LOGGED, type EntryFields } from '../entryFields';
import { isAbsent } from './fieldText';
import { noteClient } from './clientAddress';
import { noteIisFtpCommand } from './iisFtp';
import type { LogFormat } from './logFormat';
import { CLOCK_LENGTH, DATE_LENGTH, DayReader, TimestampReader, readClock } from './timestamp';

export const HASH = 0x23;
/** Longest name of a directive. */
const LONGEST_DIRECTIVE = 12;
const DIRECTIVES = new Set(['version', 'fields', 'software', 'start-date', 'end-date', 'date', 'remark']);
/** Directives that say on which day the entries behind them begin. */
const DAY_DIRECTIVES = new Set(['start-date', 'date']);

/** What a column of the log holds, as far as it is read. */
type Column =
  | 'date'
  | 'time'
  | 'timestamp'
  | 'client'
  | 'forwarded'
  | 'user'
  | 'method'
  | 'path'
  | 'fullPath'
  | 'query'
  | 'target'
  | 'status'
  | 'size'
  | 'agent'
  | 'referrer'
  | 'vhost';

/** Names of the columns, the more telling of two that mean the same first. */
const COLUMNS: readonly (readonly [name: string, column: Column])[] = [
  ['date', 'date'],
  ['time', 'time'],
  ['timestamp', 'timestamp'],
  ['c-ip', 'client'],
  ['c-dns', 'client'],
  ['x-forwarded-for', 'forwarded'],
  ['cs(x-forwarded-for)', 'forwarded'],
  ['cs(cf-connecting-ip)', 'forwarded'],
  ['cf-connecting-ip', 'forwarded'],
  ['cs-username', 'user'],
  ['cs-method', 'method'],
  ['cs-uri-stem', 'path'],
  ['x-fullpath', 'fullPath'],
  ['cs-uri-query', 'query'],
  ['cs-uri', 'target'],
  ['sc-status', 'status'],
  ['sc-bytes', 'size'],
  ['cs(user-agent)', 'agent'],
  ['cs-user-agent', 'agent'],
  ['cs(referer)', 'referrer'],
  ['cs-referer', 'referrer'],
  ['cs(referrer)', 'referrer'],
  ['x-host-header', 'vhost'],
  ['cs-host', 'vhost'],
  ['cs(host)', 'vhost'],
];

/**
 * The extended log file format (https://www.w3.org/TR/WD-logfile.html): IIS with its default or custom fields
 * (https://learn.microsoft.com/windows/win32/http/w3c-logging), also of its FTP server, Pure-FTPd, HTTPERR, and CloudFront's standard logs, which separate by tabs
 * (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html). Times are in UTC. The
 * directive `#Fields` says what the lines behind it hold and may come again.
 */
export const w3cFormat: LogFormat = {
  id: 'w3c',
  weight: 6,
  isStateful: true,
  isDirective: (bytes, start, end) => DIRECTIVES.has(directiveName(bytes, start, end)),
  saysFields: (bytes, start, end) => directiveName(bytes, start, end) === 'fields',
  createReader() {
    const reader = new W3cReader();
    return (bytes, start, end, fields) => reader.read(bytes, start, end, fields);
  },
};

/** Reads lines by their columns, which a directive names. */
export class W3cReader {
  /** Of every column, `undefined` for one that is not read; none before the first `#Fields`. */
  #columns: readonly (Column | undefined)[] = [];
  #agentCoding: AgentCoding = AgentCoding.plusForBlank;
  readonly #days = new DayReader();
  readonly #times = new TimestampReader();
  /** Midnight of the day that a directive named, for logs without a date in the entries. */
  #midnight = NOT_LOGGED;
  #clock = NOT_LOGGED;
  /** The whole path of a file, where FTP logs it beside the name that was sent. */
  #fullPath = NOT_LOGGED;
  #fullPathEnd = NOT_LOGGED;
  #hasAgent = false;
  #lineMidnight = NOT_LOGGED;

  read(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
    if (bytes[start] === HASH) {
      this.#readDirective(bytes, start, end);
      return false;
    }
    if (this.#columns.length === 0) return false;
    this.#clock = NOT_LOGGED;
    this.#lineMidnight = this.#midnight;
    this.#fullPath = NOT_LOGGED;
    if (!this.#readValues(bytes, start, end, fields)) return false;
    if (fields.methodStart >= 0 && this.#mayBeFtp(bytes, fields)) this.#useFtpCommand(bytes, fields);
    if (this.#clock >= 0 && this.#lineMidnight >= 0) fields.time = this.#lineMidnight + this.#clock;
    return fields.time >= 0 || fields.clientStart >= 0;
  }

  /** A server of FTP logs no agent, or puts the number of the session before the command. */
  #mayBeFtp(bytes: Buffer, { methodStart }: EntryFields): boolean {
    return !this.#hasAgent || bytes[methodStart] === LEFT_BRACKET;
  }

  #useFtpCommand(bytes: Buffer, fields: EntryFields): void {
    if (!noteIisFtpCommand(bytes, fields) || this.#fullPath < 0 || fields.targetStart < 0) return;
    fields.targetStart = this.#fullPath;
    fields.targetEnd = this.#fullPathEnd;
  }

  #readDirective(bytes: Buffer, start: number, end: number): void {
    const name = directiveName(bytes, start, end);
    const value = skipBlanks(bytes, start + name.length + 2, end);
    if (name === 'fields') this.useFields(bytes.toString('latin1', value, end).toLowerCase().trim().split(/\s+/));
    if (DAY_DIRECTIVES.has(name)) this.#midnight = this.#days.read(bytes, value);
  }

  /** Takes the columns with these names, in lower case, for those of the lines from now on. */
  useFields(names: readonly string[]): void {
    const chosen = new Map<number, Column>();
    for (const [name, column] of COLUMNS) {
      const index = names.indexOf(name);
      if (index >= 0 && ![...chosen.values()].includes(column)) chosen.set(index, column);
    }
    this.#columns = names.map((_, index) => chosen.get(index));
    this.#hasAgent = this.#columns.includes('agent');
    this.#agentCoding = names.some((name) => name.startsWith('x-edge-'))
      ? AgentCoding.percent
      : AgentCoding.plusForBlank;
  }

  /** Reads a value for each column; false when there are more or fewer, as in a line that was cut. */
  #readValues(bytes: Buffer, start: number, end: number, fields: EntryFields): boolean {
    const separator = findByte(bytes, TAB, start, end) < 0 ? SPACE : TAB;
    let at = start;
    for (const column of this.#columns) {
      if (at >= end) return false;
      const isQuoted = bytes[at] === QUOTE;
      const valueStart = isQuoted ? at + 1 : at;
      const valueEnd = findEnd(bytes, valueStart, end, isQuoted ? QUOTE : separator);
      if (column !== undefined && !isAbsent(bytes, valueStart, valueEnd)) {
        this.#note(column, bytes, valueStart, valueEnd, fields);
        if (column === 'agent') fields.agentCoding = isQuoted ? AgentCoding.asSent : this.#agentCoding;
      }
      at = isQuoted ? valueEnd + 1 : valueEnd;
      if (at < end && bytes[at] !== separator) return false;
      at = separator === TAB ? at + 1 : skipBlanks(bytes, at, end);
    }
    return at >= end;
  }

  #note(column: Column, bytes: Buffer, start: number, end: number, fields: EntryFields): void {
    switch (column) {
      case 'date':
        this.#lineMidnight = end - start === DATE_LENGTH ? this.#days.read(bytes, start) : NOT_LOGGED;
        fields.timeStart = start;
        fields.timeEnd = end;
        break;
      case 'time':
        this.#clock = end - start >= CLOCK_LENGTH ? readClock(bytes, start) : NOT_LOGGED;
        // The date nearly always stands right before.
        if (fields.timeStart < 0 || fields.timeEnd + 1 !== start) fields.timeStart = start;
        fields.timeEnd = end;
        break;
      case 'timestamp':
        this.#times.read(bytes, start, end, fields);
        break;
      case 'forwarded':
        fields.forwardedStart = start;
        fields.forwardedEnd = end;
        break;
      case 'client':
        noteClient(bytes, start, end, fields);
        break;
      case 'user':
        fields.userStart = start;
        fields.userEnd = end;
        break;
      case 'method':
        fields.methodStart = start;
        fields.methodEnd = end;
        break;
      case 'path':
      case 'target':
        fields.targetStart = start;
        fields.targetEnd = end;
        break;
      case 'fullPath':
        this.#fullPath = start;
        this.#fullPathEnd = end;
        break;
      case 'query':
        fields.queryStart = start;
        fields.queryEnd = end;
        break;
      case 'status':
        fields.status = end - start === 3 ? decimal(bytes, start, end) : NOT_LOGGED;
        if (fields.status >= 0) fields.statusStart = start;
        break;
      case 'size':
        fields.size = decimal(bytes, start, end);
        break;
      case 'agent':
        fields.agentStart = start;
        fields.agentEnd = end;
        break;
      case 'referrer':
        fields.referrerStart = start;
        fields.referrerEnd = end;
        break;
      case 'vhost':
        fields.vhostStart = start;
        fields.vhostEnd = end;
        break;
    }
  }
}

/** Name of the directive in lower case; empty when the line is none. */
function directiveName(bytes: Buffer, start: number, end: number): string {
  if (bytes[start] !== HASH) return '';
  const last = Math.min(end, start + 1 + LONGEST_DIRECTIVE);
  for (let at = start + 1; at < last; at++) {
    if (isBlank(bytes[at])) return '';
    if (bytes[at] === COLON) return bytes.toString('latin1', start + 1, at).toLowerCase();
  }
  return '';
}

function findEnd(bytes: Buffer, start: number, end: number, sign: number): number {
  if (sign === SPACE) return findBlank(bytes, start, end);
  const found = findByte(bytes, sign, start, end);
  return found < 0 ? end : found;
}

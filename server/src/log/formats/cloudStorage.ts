import { COMMA, QUOTE, decimal } from '../bytes';
import { noteClient } from './clientAddress';
import type { LogFormat } from './logFormat';
import { noteTarget } from './notes';
import { TimestampReader } from './timestamp';

/** Places of the values. */
const TIME = 0;
const CLIENT = 1;
const METHOD = 4;
const URI = 5;
const STATUS = 6;
const SENT = 8;
const HOST = 10;
const REFERRER = 11;
const AGENT = 12;
const VALUES = 17;

/**
 * Usage logs of Google Cloud Storage: comma-separated values in quotes, the time in microseconds, behind a line with the names
 * (https://cloud.google.com/storage/docs/access-logs#format).
 */
export const cloudStorageFormat: LogFormat = {
  id: 'cloud-storage',
  weight: 6,
  createReader() {
    const times = new TimestampReader();
    const values = new QuotedValues(VALUES);
    return (bytes, start, end, fields) => {
      if (bytes[start] !== QUOTE || !values.split(bytes, start, end)) return false;
      if (!times.read(bytes, values.starts[TIME]!, values.ends[TIME]!, fields)) return false;
      const status = decimal(bytes, values.starts[STATUS]!, values.ends[STATUS]!);
      if (status < 100 || status > 999) return false;
      fields.status = status;
      fields.statusStart = values.starts[STATUS]!;
      fields.size = decimal(bytes, values.starts[SENT]!, values.ends[SENT]!);
      noteClient(bytes, values.starts[CLIENT]!, values.ends[CLIENT]!, fields);
      fields.methodStart = values.starts[METHOD]!;
      fields.methodEnd = values.ends[METHOD]!;
      noteTarget(fields, values.starts[URI]!, values.ends[URI]!);
      if (!values.isEmpty(HOST)) [fields.vhostStart, fields.vhostEnd] = values.place(HOST);
      if (!values.isEmpty(REFERRER)) [fields.referrerStart, fields.referrerEnd] = values.place(REFERRER);
      if (!values.isEmpty(AGENT)) [fields.agentStart, fields.agentEnd] = values.place(AGENT);
      return fields.methodEnd > fields.methodStart;
    };
  },
};

/** The values of a line in quotes, with commas between them (RFC 4180). Kept and used for one line after the other. */
class QuotedValues {
  readonly starts: Int32Array;
  readonly ends: Int32Array;

  constructor(count: number) {
    this.starts = new Int32Array(count);
    this.ends = new Int32Array(count);
  }

  /** False when there are more or fewer values, or one is not in quotes. */
  split(bytes: Buffer, start: number, end: number): boolean {
    let at = start;
    for (let index = 0; index < this.starts.length; index++) {
      if (at >= end || bytes[at] !== QUOTE) return false;
      const close = closingQuote(bytes, at + 1, end);
      if (close < 0) return false;
      this.starts[index] = at + 1;
      this.ends[index] = close;
      at = close + 1;
      if (at < end && bytes[at++] !== COMMA) return false;
    }
    return at >= end;
  }

  isEmpty(index: number): boolean {
    return this.starts[index] === this.ends[index];
  }

  place(index: number): [start: number, end: number] {
    return [this.starts[index]!, this.ends[index]!];
  }
}

/** The quote that ends a value: one that is not doubled. */
function closingQuote(bytes: Buffer, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    if (bytes[at] !== QUOTE) continue;
    if (bytes[at + 1] !== QUOTE || at + 1 >= end) return at;
    at++;
  }
  return -1;
}

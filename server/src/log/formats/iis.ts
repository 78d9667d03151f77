import { COMMA, SPACE, decimal, findByte, findLastByte, skipBlanks, startsWith } from '../bytes';
import type { EntryFields } from '../entryFields';
import { isAbsent } from './fieldText';
import { noteClient } from './clientAddress';
import { noteIisFtpCommand } from './iisFtp';
import type { LogFormat } from './logFormat';
import { noteTarget, noteUser } from './notes';
import { NumericDateReader } from './numericDate';

/** Places of the values. */
const CLIENT = 0;
const USER = 1;
const DATE = 2;
const CLOCK = 3;
const SERVICE = 4;
const TAKEN = 7;
const SENT = 9;
const STATUS = 10;
const METHOD = 12;
const TARGET = 13;
const WEB_SERVICE = Buffer.from('W3SVC');
const FTP_SERVICE = Buffer.from('MSFTPSVC');

/**
 * The IIS log file format, also of its FTP server: `192.0.2.1, -, 11/01/21, 10:56:55, W3SVC1, WEB, 198.51.100.1, 12, 163, 3223, 200, 0,
 * GET, /index.html, -,` (https://learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2003/cc728311(v=ws.10)). The order of the
 * date is that of the server's country; that of the United States is taken where it can't be told.
 */
export const iisFormat: LogFormat = {
  id: 'iis',
  weight: 6,
  timesAreLocal: true,
  createReader() {
    const times = new NumericDateReader();
    const values = new CommaValues();
    return (bytes, start, end, fields) => {
      if (!values.split(bytes, start, end)) return false;
      const service = values.start(SERVICE);
      const isFtp = startsWith(bytes, service, end, FTP_SERVICE);
      if (!isFtp && !startsWith(bytes, service, end, WEB_SERVICE)) return false;
      if (values.number(bytes, TAKEN) < 0) return false;
      const date = values.start(DATE);
      const dateEnd = values.end(DATE);
      if (!times.read(bytes, date, dateEnd, values.start(CLOCK), values.end(CLOCK), fields, true)) return false;
      noteClient(bytes, values.start(CLIENT), values.end(CLIENT), fields);
      const [user, userEnd] = [values.start(USER), values.end(USER)];
      if (!isAbsent(bytes, user, userEnd)) noteUser(fields, user, userEnd);
      fields.size = values.number(bytes, SENT);
      noteStatus(values.number(bytes, STATUS), values.start(STATUS), fields);
      noteRequest(bytes, values, fields);
      if (isFtp) noteIisFtpCommand(bytes, fields);
      return true;
    };
  },
};

function noteStatus(status: number, start: number, fields: EntryFields): void {
  if (status < 100 || status > 999) return;
  fields.status = status;
  fields.statusStart = start;
}

/** A target may have commas; behind it stand the parameters and a last comma. */
function noteRequest(bytes: Buffer, values: CommaValues, fields: EntryFields): void {
  fields.methodStart = values.start(METHOD);
  fields.methodEnd = values.end(METHOD);
  const target = values.start(TARGET);
  const last = findLastByte(bytes, COMMA, target, values.lineEnd);
  const comma = findLastByte(bytes, COMMA, target, last);
  if (comma < 0) return;
  if (!isAbsent(bytes, target, comma)) noteTarget(fields, target, comma);
  const query = skipBlanks(bytes, comma + 1, last);
  if (isAbsent(bytes, query, last)) return;
  fields.queryStart = query;
  fields.queryEnd = last;
}

/** The values of a line that commas and blanks separate. Kept and used for one line after the other. */
class CommaValues {
  readonly #starts = new Int32Array(TARGET + 1);
  readonly #ends = new Int32Array(TARGET + 1);
  lineEnd = 0;

  /** False when there are fewer values than a line has. */
  split(bytes: Buffer, start: number, end: number): boolean {
    this.lineEnd = end;
    let at = start;
    for (let index = 0; index < TARGET; index++) {
      const comma = findByte(bytes, COMMA, at, end);
      if (comma < 0 || comma === at) return false;
      this.#starts[index] = at;
      this.#ends[index] = comma;
      if (bytes[comma + 1] !== SPACE) return false;
      at = comma + 2;
    }
    this.#starts[TARGET] = at;
    this.#ends[TARGET] = end;
    return true;
  }

  start(index: number): number {
    return this.#starts[index]!;
  }

  end(index: number): number {
    return this.#ends[index]!;
  }

  number(bytes: Buffer, index: number): number {
    return decimal(bytes, this.start(index), this.end(index));
  }
}

import { EQUALS, QUOTE, SPACE, findByte, isBlank, skipBlanks } from '../bytes';
import { closingQuote } from './fieldText';
import { fieldNames, findName } from './fieldNames';
import type { LogFormat } from './logFormat';
import { NamedValues } from './namedValues';

/** Fewest values of a line; text with one equals sign in it is no entry. */
const FEWEST_VALUES = 4;

/**
 * Names and values with an equals sign between, `at=info method=GET path="/a" host=example.jp fwd="192.0.2.1" status=200`, as
 * Heroku's router (https://devcenter.heroku.com/articles/http-routing#heroku-router-log-format) and programs in Go write them
 * (https://brandur.org/logfmt). What a name means is told as in JSON lines.
 */
export const logfmtFormat: LogFormat = {
  id: 'logfmt',
  weight: 5,
  createReader() {
    const values = new NamedValues();
    return (bytes, start, end, fields) => {
      values.clear();
      let count = 0;
      for (let at = start; at < end; count++) {
        const equals = findEquals(bytes, at, end);
        // A word without a value is of another format where it comes first.
        if (equals <= at) return false;
        const isQuoted = bytes[equals + 1] === QUOTE;
        const valueStart = isQuoted ? equals + 2 : equals + 1;
        const blank = isQuoted ? -1 : findByte(bytes, SPACE, valueStart, end);
        const valueEnd = isQuoted ? closingQuote(bytes, valueStart, end) : blank < 0 ? end : blank;
        const name = findName(fieldNames, bytes, at, equals);
        if (name !== undefined) values.note(name, valueStart, Math.min(valueEnd, end));
        at = skipBlanks(bytes, isQuoted ? valueEnd + 1 : valueEnd, end);
      }
      return count >= FEWEST_VALUES && values.apply(bytes, fields, false, false);
    };
  },
};

/** Where the name that begins at `start` ends, with an equals sign; -1 when a blank comes first. */
function findEquals(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end && !isBlank(bytes[at]); at++) {
    if (bytes[at] === EQUALS) return at;
  }
  return -1;
}

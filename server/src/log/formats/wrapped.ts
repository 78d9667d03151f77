import { findBlank, isDigit } from '../bytes';
import { NOT_LOGGED, type EntryFields } from '../entryFields';
import { namesZone } from './anyTime';
import { EscapedText } from './escapedText';
import type { LogFacts, LogFormat, ReadEntry } from './logFormat';
import { TimestampReader } from './timestamp';

/** What comes around an entry says more than the entry itself, which other formats may read as well. */
const WEIGHT = 8;

/** Where the entry lies in a line: where it begins, as it runs to the end; -1 when nothing of the kind is around it. */
export type FindContent = (bytes: Buffer, start: number, end: number) => number;

/** Lines of the formats behind words of whoever passed them on. */
export function wrappedFormat(id: string, findContent: FindContent, formats: readonly LogFormat[]): LogFormat {
  return {
    id,
    weight: WEIGHT,
    createReader(facts) {
      const readInner = createInnerReader(formats, facts);
      const times = new TimestampReader();
      return (bytes, start, end, fields) => {
        const content = findContent(bytes, start, end);
        if (content < 0 || !readInner(bytes, content, end, fields)) return false;
        if (fields.time < 0 && !fields.continues) readFirstWord(times, bytes, start, content, fields);
        return true;
      };
    },
  };
}

/** Takes the time that begins the line, if it says its zone, for an entry without one. */
function readFirstWord(times: TimestampReader, bytes: Buffer, start: number, end: number, fields: EntryFields): void {
  const timeEnd = findBlank(bytes, start, end);
  if (!isDigit(bytes[start]) || !namesZone(bytes, start, timeEnd)) return;
  if (times.read(bytes, start, timeEnd, fields)) return;
  fields.time = NOT_LOGGED;
  fields.zone = 0;
}

/** Lines of the formats as JSON strings. `findContent` gives what lies between the quotes, `undefined` when there is none. */
export function quotedFormat(
  id: string,
  findContent: (bytes: Buffer, start: number, end: number) => { start: number; end: number } | undefined,
  formats: readonly LogFormat[],
): LogFormat {
  return {
    id,
    weight: WEIGHT,
    createReader(facts) {
      const readInner = createInnerReader(formats, facts);
      const text = new EscapedText();
      const place = (at: number): number => text.place(at);
      return (bytes, start, end, fields) => {
        const content = findContent(bytes, start, end);
        if (content === undefined) return false;
        text.set(bytes, content.start, content.end);
        if (!readInner(text.bytes, 0, text.lineEnd, fields)) return false;
        fields.move(place);
        fields.jsonLayers++;
        return true;
      };
    },
  };
}

/** A reader that takes the first format that reads a line, whatever was read before: a log may be read from any line on. */
function createInnerReader(formats: readonly LogFormat[], facts: LogFacts | undefined): ReadEntry {
  const readers = formats.filter((format) => !format.isStateful).map((format) => format.createReader(facts));
  let last: ReadEntry | undefined;
  return (bytes: Buffer, start: number, end: number, fields: EntryFields) => {
    const found = readers.find((read) => {
      fields.clear();
      // An entry goes on in the words of its own format only.
      return read(bytes, start, end, fields) && (!fields.continues || read === last);
    });
    last = found ?? last;
    return found !== undefined;
  };
}

import { EntryFields } from '../../log/entryFields';
import type { LogFormat, ReadEntry } from '../../log/formats/logFormat';
import { utf8Text } from '../../log/text';
import { MASKED, type Masking } from '../incident/masking';
import type { LineChange } from './logExtract';

/** How the lines of one log are masked. */
export function lineChange(masking: Masking, format: LogFormat | undefined): LineChange {
  const masker = new LineMasker(masking, format);
  return {
    mask: (line) => masker.mask(line),
    ...(format?.isStateful && { see: (bytes, start, end) => void masker.see(bytes, start, end) }),
  };
}

/** Masks lines of one log: what only the format tells to be a name of a user or a query, and all that texts are masked for. */
class LineMasker {
  readonly #masking: Masking;
  readonly #read: ReadEntry | undefined;
  readonly #fields = new EntryFields();

  /** @param format of the log; `undefined` where none is known, then lines are masked as texts */
  constructor(masking: Masking, format: LogFormat | undefined) {
    this.#masking = masking;
    this.#read = format?.createReader();
  }

  /** Looks at a line that may tell how later ones are read. */
  see(bytes: Buffer, start: number, end: number): boolean {
    this.#fields.clear();
    return this.#read?.(bytes, start, end, this.#fields) ?? false;
  }

  /** The line without personal data, as UTF-8. */
  mask(line: Buffer): Buffer {
    const isEntry = this.see(line, 0, line.length);
    return Buffer.from(this.#masking.text(isEntry ? this.#withoutFields(line) : utf8Text(line)));
  }

  #withoutFields(line: Buffer): string {
    const { userStart, userEnd, targetStart, targetEnd, queryStart, queryEnd, referrerStart, referrerEnd } =
      this.#fields;
    const parts = [
      { start: userStart, end: userEnd, mask: maskUser },
      { start: targetStart, end: targetEnd, mask: maskTarget },
      { start: queryStart, end: queryEnd, mask: maskQuery },
      { start: referrerStart, end: referrerEnd, mask: maskTarget },
    ];
    let text = '';
    let at = 0;
    for (const { start, end, mask } of parts.toSorted((one, other) => one.start - other.start)) {
      // Absent fields have a negative start; the query may be told both by itself and with its path.
      if (start < at || end <= start) continue;
      text += utf8Text(line.subarray(at, start)) + mask(utf8Text(line.subarray(start, end)));
      at = end;
    }
    return text + utf8Text(line.subarray(at));
  }
}

/** A dash stands for nobody. */
function maskUser(user: string): string {
  return user === '-' || user === '' ? user : MASKED;
}

function maskTarget(target: string): string {
  const at = target.indexOf('?');
  return at < 0 ? target : `${target.slice(0, at + 1)}${maskQuery(target.slice(at + 1))}`;
}

/** Names stay, their values go; a value without a name goes whole. */
function maskQuery(query: string): string {
  if (query === '-') return query;
  return query
    .split('&')
    .map((part) => (part.includes('=') ? `${part.slice(0, part.indexOf('=') + 1)}${MASKED}` : part && MASKED))
    .join('&');
}

import { BACKSLASH, PERCENT_SIGN, PLUS, QUESTION_MARK, SPACE } from './bytes';
import { AgentCoding, NOT_LOGGED, type EntryFields } from './entryFields';
import { hexDigit, unescapeJson } from './jsonText';

const FIRST_BYTES = 4096;

/** Undoes how a format writes texts, so that the table has them as they were sent whatever the format is. */
export class FieldDecoder {
  #bytes = Buffer.alloc(FIRST_BYTES);
  #length = 0;
  #jsonLayers = 0;

  /**
   * Gives the bytes that hold the texts of the fields as they were sent, a path and its query as one target: the line's own
   * where nothing is to be undone, else others that are valid until the next call; the fields then point into those.
   */
  decode(line: Buffer, fields: EntryFields): Buffer {
    const isPlain = fields.jsonLayers === 0 && fields.agentCoding === AgentCoding.asSent;
    if (isPlain && fields.queryStart === NOT_LOGGED) return line;
    this.#makeRoom(line.length);
    this.#jsonLayers = fields.jsonLayers;
    if (fields.vhostStart >= 0) {
      fields.vhostStart = this.#append(line, fields.vhostStart, fields.vhostEnd);
      fields.vhostEnd = this.#length;
    }
    if (fields.clientStart >= 0) {
      fields.clientStart = this.#append(line, fields.clientStart, fields.clientEnd);
      fields.clientEnd = this.#length;
    }
    if (fields.userStart >= 0) {
      fields.userStart = this.#append(line, fields.userStart, fields.userEnd);
      fields.userEnd = this.#length;
    }
    if (fields.methodStart >= 0) {
      fields.methodStart = this.#append(line, fields.methodStart, fields.methodEnd);
      fields.methodEnd = this.#length;
    }
    if (fields.targetStart >= 0) this.#appendTarget(line, fields);
    if (fields.referrerStart >= 0) {
      fields.referrerStart = this.#append(line, fields.referrerStart, fields.referrerEnd);
      fields.referrerEnd = this.#length;
    }
    if (fields.agentStart >= 0) {
      fields.agentStart = this.#append(line, fields.agentStart, fields.agentEnd);
      if (fields.agentCoding === AgentCoding.plusForBlank) this.#plusesToBlanks(fields.agentStart);
      if (fields.agentCoding === AgentCoding.percent) this.#undoPercent(fields.agentStart);
      fields.agentEnd = this.#length;
    }
    if (fields.messageStart >= 0) {
      fields.messageStart = this.#append(line, fields.messageStart, fields.messageEnd);
      fields.messageEnd = this.#length;
    }
    return this.#bytes;
  }

  #makeRoom(lineLength: number): void {
    this.#length = 0;
    // The question mark is all that a decoded line can have more than the line; a line's buffer may be a whole chunk.
    if (this.#bytes.length <= lineLength) this.#bytes = Buffer.alloc(lineLength + 1);
  }

  #appendTarget(line: Buffer, fields: EntryFields): void {
    fields.targetStart = this.#append(line, fields.targetStart, fields.targetEnd);
    if (fields.queryStart >= 0) {
      this.#bytes[this.#length++] = QUESTION_MARK;
      this.#append(line, fields.queryStart, fields.queryEnd);
      fields.queryStart = NOT_LOGGED;
    }
    fields.targetEnd = this.#length;
  }

  /** Appends a text without its escapes and gives where it begins. */
  #append(line: Buffer, start: number, end: number): number {
    const own = this.#length;
    const bytes = this.#bytes;
    let length = own;
    let hasEscapes = false;
    for (let at = start; at < end; at++) {
      const byte = line[at]!;
      bytes[length++] = byte;
      hasEscapes ||= byte === BACKSLASH;
    }
    this.#length = length;
    const layers = hasEscapes ? this.#jsonLayers : 0;
    for (let layer = 0; layer < layers; layer++) {
      this.#length = unescapeJson(this.#bytes, own, this.#length, this.#bytes, own);
    }
    return own;
  }

  #plusesToBlanks(start: number): void {
    for (let at = start; at < this.#length; at++) {
      if (this.#bytes[at] === PLUS) this.#bytes[at] = SPACE;
    }
  }

  #undoPercent(start: number): void {
    const bytes = this.#bytes;
    let to = start;
    for (let at = start; at < this.#length; at++) {
      const high = bytes[at] === PERCENT_SIGN && at + 2 < this.#length ? hexDigit(bytes[at + 1]) : -1;
      const low = high < 0 ? -1 : hexDigit(bytes[at + 2]);
      bytes[to++] = low < 0 ? bytes[at]! : high * 16 + low;
      if (low >= 0) at += 2;
    }
    this.#length = to;
  }
}

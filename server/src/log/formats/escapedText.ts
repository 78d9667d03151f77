import { CARRIAGE_RETURN, LINE_FEED } from '../bytes';
import { unescapeJson } from '../jsonText';

const FIRST_BYTES = 4096;

/** A JSON string without its escapes that knows where its bytes come from. Kept and used for one text after the other. */
export class EscapedText {
  bytes = Buffer.alloc(FIRST_BYTES);
  #places = new Uint32Array(FIRST_BYTES);
  length = 0;
  #end = 0;

  /** Takes the text in `[start, end)`, which has escapes. */
  set(from: Uint8Array, start: number, end: number): void {
    if (end - start > this.bytes.length) {
      this.bytes = Buffer.alloc(end - start);
      this.#places = new Uint32Array(end - start);
    }
    this.length = unescapeJson(from, start, end, this.bytes, 0, this.#places);
    this.#end = end;
  }

  /** Where the text ends without the end of its line. */
  get lineEnd(): number {
    let end = this.length;
    while (end > 0 && (this.bytes[end - 1] === LINE_FEED || this.bytes[end - 1] === CARRIAGE_RETURN)) end--;
    return end;
  }

  /** Where the byte at `at` comes from. */
  place(at: number): number {
    return at < this.length ? this.#places[at]! : this.#end;
  }
}

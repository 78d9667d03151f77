import { createHash, type Hash } from 'node:crypto';
import { LINE_FEED } from '../../log/bytes';
import { csvTable } from '../csv';
import { t } from '../../words';
import type { ChosenLog } from './chosenLines';
import { LinePicker } from './linePicker';

/** Bytes of lines of one log that a bundle takes. */
const MOST_BYTES = 64 * 1024 * 1024;
const LINE_END = Uint8Array.of(LINE_FEED);

/** Changes lines before they go into a bundle. */
export interface LineChange {
  readonly mask: (line: Buffer) => Buffer;
  /** Shown every line that is not wanted; absent where none tells how others are read. */
  readonly see?: (bytes: Buffer, start: number, end: number) => void;
}

/** The chosen lines of one log as a stream of bytes, and what is learnt of the log meanwhile. */
export class LogExtract {
  readonly #chosen: ChosenLog;
  readonly #change: LineChange | undefined;
  readonly #hash: Hash = createHash('sha256');
  readonly #index: (string | number)[][] = [];
  readonly #picker: LinePicker;
  #pieces: Uint8Array[] = [];
  #bytes = 0;
  #room = MOST_BYTES;
  #left = 0;

  constructor(chosen: ChosenLog, change: LineChange | undefined) {
    this.#chosen = chosen;
    this.#change = change;
    this.#picker = new LinePicker(chosen.lines, (line, bytes, isCut) => this.#take(line, bytes, isCut), change?.see);
  }

  /** SHA-256 of the whole log, its packing taken off; once it was read. */
  get sha256(): string {
    return this.#hash.copy().digest('hex');
  }

  /** Bytes of the whole log, its packing taken off. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Lines of the whole log. */
  get lines(): number {
    return this.#picker.lines;
  }

  /** Chosen lines that are in the extract. */
  get taken(): number {
    return this.#index.length;
  }

  /** Chosen lines that are not: the log does not have them any more, or they are too long together. */
  get missing(): number {
    return this.#left + this.#chosen.lines.length - this.#picker.found;
  }

  /** The chosen lines, each with a line feed behind it, while the whole log is read. */
  async *read(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      this.#hash.update(chunk);
      this.#bytes += chunk.length;
      this.#picker.push(chunk);
      yield* this.#ready();
    }
    this.#picker.finish();
    yield* this.#ready();
  }

  /** Of each line of the extract its number there and in the log, and what it shows: a table for spreadsheets. */
  index(): string {
    const heading = [t('Line here'), t('Line in the log'), t('Shows'), t('Cut')];
    return csvTable([heading, ...this.#index]);
  }

  #take(line: number, bytes: Buffer, isCut: boolean): void {
    this.#room -= bytes.length;
    if (this.#room < 0) {
      this.#left++;
      return;
    }
    const changed = this.#change?.mask(bytes) ?? Buffer.from(bytes);
    this.#pieces.push(changed, LINE_END);
    const shows = this.#chosen.points.filter(({ lines }) => hasLine(lines, line)).map(({ id }) => id);
    this.#index.push([this.#index.length + 1, line, shows.join(' '), isCut ? t('yes') : '']);
  }

  *#ready(): Generator<Uint8Array> {
    const pieces = this.#pieces;
    this.#pieces = [];
    if (pieces.length > 0) yield Buffer.concat(pieces);
  }
}

/** Whether a list (ascending) has a line. */
function hasLine(lines: Uint32Array, line: number): boolean {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (lines[middle]! < line) low = middle + 1;
    else high = middle;
  }
  return lines[low] === line;
}

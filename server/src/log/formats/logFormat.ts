import type { EntryFields } from '../entryFields';

/** Reads one line into `fields`, which come cleared; false when the line is not of this format. */
export type ReadEntry = (bytes: Buffer, start: number, end: number, fields: EntryFields) => boolean;

/** One log format. Adding one: see CONTRIBUTING.md, "A log format". */
export interface LogFormat {
  /** Stable name, shown in the lens and in the command line's JSON. */
  readonly id: string;
  /**
   * How much a readable line says about the format, relative to the others: a line that a stricter format reads as well
   * counts more for the stricter one.
   */
  readonly weight: number;
  /** Makes a reader with its own memory (of the last day, say); one per log. */
  readonly createReader: () => ReadEntry;
  /** Earlier lines tell how later ones are read, so that a log can't be read in parts. */
  readonly isStateful?: true;
  /** Whether a line tells about the log instead of a request; such lines say nothing against the format. */
  readonly isDirective?: (bytes: Buffer, start: number, end: number) => boolean;
}

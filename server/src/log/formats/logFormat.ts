import type { EntryFields } from '../entryFields';

/**
 * Reads one line into `fields`, which come cleared; false when the line is not of this format. A line that goes on with the
 * entry that this reader read before says so (`continues`) and has the fields that it adds.
 */
export type ReadEntry = (bytes: Buffer, start: number, end: number, fields: EntryFields) => boolean;

/** What is known of a log beside its lines. */
export interface LogFacts {
  /**
   * The latest moment that the log can tell of, seconds since 1970-01-01 UTC: times without a year are the last such before
   * it. `undefined`: they are left out.
   */
  readonly newest?: number;
  /** Formats that the user wrote down, as in the configuration of a server; they come before all others. */
  readonly userFormats?: readonly string[];
  /** Clients are to be as the server logged them, those that came through a proxy too; else they are who the proxy speaks for. */
  readonly keepsProxies?: boolean;
}

/** Shapes of lines that `OrdinaryLines` reads. */
export type OrdinaryShape = 'common' | 'combined';

/** One log format. Adding one: see CONTRIBUTING.md, "A log format". */
export interface LogFormat {
  /** Stable name, shown in the lens and in the command line's JSON. */
  readonly id: string;
  /**
   * How much a readable line says about the format, relative to the others: a line that a stricter format reads as well
   * counts more for the stricter one.
   */
  readonly weight: number;
  /** Fewest readable lines among a log's first that tell the format, where fewer may be chance. */
  readonly fewestEntries?: number;
  /** Makes a reader with its own memory (of the last day, say); one per log. */
  readonly createReader: (facts?: LogFacts) => ReadEntry;
  /** Lines of this format that are of the shape without anything odd in them may be read by `OrdinaryLines`, as it is faster. */
  readonly ordinaryShape?: OrdinaryShape;
  /**
   * The times are those of a clock at the server's place, and lines need not say which zone that is: such times are read as if in
   * UTC, with an offset of 0, and settled later (see `settleLocalTimes`).
   */
  readonly timesAreLocal?: true;
  /** Earlier lines tell how later ones are read, so that a log can't be read in parts. */
  readonly isStateful?: true;
  /**
   * Whether a line that is no entry belongs between entries all the same: a directive, another program's message in a log that
   * programs share. Such lines say nothing against the format.
   */
  readonly isDirective?: (bytes: Buffer, start: number, end: number) => boolean;
  /** Whether a line says what the lines behind it hold, up to the next such line. */
  readonly saysFields?: (bytes: Buffer, start: number, end: number) => boolean;
  /**
   * Which lines that no format reads belong to the entry before them: those that look like a part of a stack trace, or any, as
   * a message may have any number of lines. Absent: none do.
   */
  readonly continuation?: 'traces' | 'anything';
}

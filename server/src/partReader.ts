import type { Disk } from './disk';
import type { LogFacts } from './log/formats/logFormat';
import { knownFormats } from './log/knownFormats';
import { LogReader } from './log/logReader';
import type { LogTableData } from './log/logTable';

/** A log file that is read in parts: not packed, of a format whose lines can be read apart. Plain data: crosses threads. */
export interface PartedLog {
  readonly path: string;
  /** Id of the format. */
  readonly format: string;
  readonly facts: LogFacts;
}

/** Bytes of a file from `start` up to, not including, `end`; entries begin and end there. */
export interface LogPart {
  readonly start: number;
  readonly end: number;
}

/** A part that was read. Plain data. */
export interface PartReading {
  /** Numbers of texts go on from the reader's part before. */
  readonly table: LogTableData;
  /** There are lines, of another format than the log's own, that may tell how lines of later parts are read. */
  readonly hasStatefulLines: boolean;
}

/** Reads parts of one log, one after the other, in the order in which it is asked to. */
export interface PartReader {
  /** Rejects when the part can't be read. */
  read(part: LogPart): Promise<PartReading>;
  /** No part is wanted any more; what is being read is given up. */
  close(): void;
}

/** Makes a reader of a log's parts. */
export type OpenPartReader = (log: PartedLog) => PartReader;

/** Reads parts of a log in this thread. Throws when the format is none that is known. */
export function openPartReader(disk: Disk, { path, format: id, facts }: PartedLog): PartReader {
  const format = knownFormats(facts).find((each) => each.id === id);
  if (format === undefined) throw new Error(`No log format ${id}`);
  const reader = new LogReader(facts, undefined, format);
  const readNow = async ({ start, end }: LogPart): Promise<PartReading> => {
    for await (const chunk of disk.stream(path, start, end)) reader.push(chunk);
    return { table: reader.endPart(), hasStatefulLines: reader.hasStatefulLines };
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    read(part) {
      const reading = last.then(() => readNow(part));
      // What comes after a part that can't be read is still read; who asked for that part is told.
      last = reading.catch(() => undefined);
      return reading;
    },
    close: () => undefined,
  };
}

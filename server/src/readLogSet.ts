import path from 'node:path';
import type { Disk } from './disk';
import { peek } from './archive/decompress';
import { DETECTION_LINES, detectFormat, type LineSpan } from './log/detectFormat';
import { knownFormats } from './log/knownFormats';
import type { LogFacts } from './log/formats/logFormat';
import { LineSplitter } from './log/lineSplitter';
import { MACHINE_ZONE, timeZoneOf } from './log/localZone';
import { sourcesIn, type LogSource } from './log/logSources';
import { newestMoment } from './log/newestMoment';
import { readUnpacked, type LogReading } from './log/readLog';
import { LogSetBuilder, MOST_FILES, type LogSet } from './log/set/logSet';
import { zoneOfLogs, zoneSamples, type ZoneSample } from './log/zoneOfLogs';
import { findFiles, type FoundFile, type UnreadableFile } from './logFolder';
import type { OpenPartReader } from './partReader';
import { readLogFile } from './readLogFile';
import type { LogSettings } from './settings';

/**
 * Most lines of a set: beyond, it would take more than four gigabytes of memory. A site with a million requests a day fills a
 * month.
 */
export const MOST_SET_LINES = 2 ** 25;

/** The beginning of a file that tells whether it is a log. */
const BEGINNING = 64 * 1024;

/** What was not read of some files, folders and archives. */
export interface NotRead {
  /** Names of files that are no logs; an archive without any counts as one. */
  readonly notLogs: readonly string[];
  readonly problems: readonly UnreadableFile[];
  /** Names of files that there was no room for. */
  readonly leftOut: readonly string[];
}

/** Logs that were read together. */
export interface LogSetReading extends NotRead {
  /** `undefined` when none of the files is a log. */
  readonly set: LogSet | undefined;
}

export interface ReadLogsOptions {
  readonly settings: Pick<LogSettings, 'logFormats' | 'timeZone'>;
  /** Clients are to be as the server logged them, see `LogFacts`. */
  readonly keepsProxies?: boolean;
  /** `undefined` where there is no other processor. */
  readonly openElsewhere?: OpenPartReader;
  /** Told how many bytes of the files, of how many, were read. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface ReadLogSetOptions extends ReadLogsOptions {
  /** Most lines of all logs together, `MOST_SET_LINES` where it is not given. */
  readonly mostLines?: number;
}

/** Takes a log that was read; false when there was no room for it, and none will be for others. */
export type LogReceiver = (name: string, reading: LogReading) => boolean;

/**
 * Reads all logs of some files, folders and archives as one set. What is no log, told by its content, is passed over; what can't
 * be read does not keep the rest from being read.
 */
export async function readLogSet(
  disk: Disk,
  paths: readonly string[],
  options: ReadLogSetOptions,
): Promise<LogSetReading> {
  const { mostLines = MOST_SET_LINES, settings } = options;
  const builder = new LogSetBuilder();
  const samples: ZoneSample[] = [];
  const notRead = await readLogs(disk, paths, options, (name, reading) => {
    const { table, format } = reading;
    if (builder.lines + table.lineIndex.lines > mostLines || builder.files === MOST_FILES) return false;
    samples.push(...zoneSamples(format, table));
    builder.add(name, reading);
    return true;
  });
  const timeZone = timeZoneOf(settings.timeZone) ?? zoneOfLogs(samples, MACHINE_ZONE) ?? MACHINE_ZONE;
  return { ...notRead, set: builder.files > 0 ? builder.finish(timeZone) : undefined };
}

/** Reads all logs of some files, folders and archives, one after the other. Never rejects. */
export async function readLogs(
  disk: Disk,
  paths: readonly string[],
  options: ReadLogsOptions,
  receive: LogReceiver,
): Promise<NotRead> {
  const { files, problems } = await findFiles(disk, paths);
  const reader = new LogsReader(disk, options, receive, problems);
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  for (const file of files) {
    await reader.read(file, (bytes) => options.onProgress?.(done + Math.min(bytes, file.size), total));
    done += file.size;
    options.onProgress?.(done, total);
  }
  return reader;
}

class LogsReader implements NotRead {
  readonly notLogs: string[] = [];
  readonly leftOut: string[] = [];
  readonly problems: UnreadableFile[];
  readonly #disk: Disk;
  readonly #options: ReadLogsOptions;
  readonly #receive: LogReceiver;
  #logs = 0;

  constructor(disk: Disk, options: ReadLogsOptions, receive: LogReceiver, problems: readonly UnreadableFile[]) {
    this.#disk = disk;
    this.#options = options;
    this.#receive = receive;
    this.problems = [...problems];
  }

  /** Reads what is in a file: a log, or those of an archive. Never rejects. */
  async read(file: FoundFile, onProgress: (bytes: number) => void): Promise<void> {
    if (this.#isFull) {
      this.leftOut.push(file.name);
      return;
    }
    const before = this.#told;
    try {
      const disk = countingDisk(this.#disk, onProgress);
      for await (const source of sourcesIn(disk, file.path)) {
        const name = nameOfLog(file, source.member);
        if ('problem' in source) this.problems.push({ name, error: source.problem });
        else await this.#readSource(disk, file, name, source);
      }
    } catch (error) {
      this.problems.push({ name: file.name, error });
    }
    if (this.#told === before) this.notLogs.push(file.name);
  }

  /** How much was said so far; no more after a file than before means that it holds no log. */
  get #told(): number {
    return this.#logs + this.problems.length + this.leftOut.length;
  }

  /** Once a log found no room, none behind it is read: how many lines it has is known only then. */
  get #isFull(): boolean {
    return this.leftOut.length > 0;
  }

  async #readSource(disk: Disk, file: FoundFile, name: string, source: LogSource): Promise<void> {
    try {
      const { modified } = await disk.status(file.path);
      const facts: LogFacts = {
        newest: newestMoment(path.basename(name), modified),
        userFormats: this.#options.settings.logFormats,
        keepsProxies: this.#options.keepsProxies,
      };
      const { beginning, chunks } = await peek(source.chunks, BEGINNING);
      if (!isLog(beginning, facts)) await chunks.return?.();
      else if (this.#isFull) this.leftOut.push(name);
      else this.#hand(name, await this.#readLog(disk, file, { ...source, chunks }, facts));
    } catch (error) {
      this.problems.push({ name, error });
    }
  }

  /** A file that is not packed may be read by two threads. */
  async #readLog(disk: Disk, file: FoundFile, source: LogSource, facts: LogFacts): Promise<LogReading> {
    if (source.member !== undefined) return readUnpacked(source, undefined, facts);
    if (source.packing !== 'plain') return readUnpacked(source, file.size, facts);
    return readLogFile(disk, file.path, this.#options.openElsewhere, facts);
  }

  #hand(name: string, reading: LogReading): void {
    if (this.#receive(name, reading)) this.#logs++;
    else this.leftOut.push(name);
  }
}

/** How findings name a log: a file, or a member of an archive as if that were a folder. */
export function nameOfLog(file: FoundFile, member: string | undefined): string {
  return member === undefined ? file.name : `${file.name}/${member}`;
}

/** Whether the beginning of a file is that of a log that is known. */
function isLog(beginning: Uint8Array, facts: LogFacts): boolean {
  const lines: LineSpan[] = [];
  const splitter = new LineSplitter((bytes, start, end) => lines.push({ bytes, start, end }));
  splitter.push(beginning);
  // The last line of a longer file is cut.
  if (beginning.length < BEGINNING) splitter.finish();
  return detectFormat(lines.slice(0, DETECTION_LINES), knownFormats(facts)) !== undefined;
}

/** A disk that tells how many bytes of streams were read. */
function countingDisk(disk: Disk, onRead: (bytes: number) => void): Disk {
  let bytes = 0;
  return {
    status: (file) => disk.status(file),
    list: (folder) => disk.list(folder),
    read: (file, maximumBytes) => disk.read(file, maximumBytes),
    readRange: (file, start, end) => disk.readRange(file, start, end),
    async *stream(file, start, end) {
      for await (const chunk of disk.stream(file, start, end)) {
        bytes += chunk.length;
        onRead(bytes);
        yield chunk;
      }
    },
  };
}

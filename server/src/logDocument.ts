import type { Disk } from './disk';
import type { Language, LogBytes, LogJob, LogJobResult } from './jobs';
import { linesOfBytes, type LineSource } from './log/lineSource';
import { openModel, type LogModel } from './log/logModel';
import { openBytes } from './log/seekableBytes';
import { describeProblem } from './problems';
import type { Finding } from './rules/finding';
import type { LogSettings } from './settings';
import type { TemporaryFiles } from './temporaryFiles';
import { nameOfUri } from './uris';
import type { JobOptions, JobRunner } from './workerThread';

/** A log that was read: everything that features look up. */
export interface OpenLog {
  readonly uri: string;
  /** Name of the file, for people. */
  readonly name: string;
  readonly format: string;
  readonly damaged: boolean;
  readonly model: LogModel;
  readonly findings: readonly Finding[];
  /** Requests that the user's allow-list kept from the rules. */
  readonly allowed: number;
  readonly lines: LineSource;
  /** The user's formats, in which its lines are tried before the others. */
  readonly userFormats: readonly string[];
}

/** What became of a log: read, or not, and then why, in the user's language. */
export type LogOutcome =
  | { readonly kind: 'read'; readonly log: OpenLog }
  | { readonly kind: 'unknownFormat'; readonly lines: number }
  | { readonly kind: 'problem'; readonly message: string };

/** What reading a log takes. */
export interface LogReadingTools {
  readonly runJob: JobRunner;
  readonly disk: Disk;
  /** Where large packed logs are kept unpacked; `undefined` where the editor keeps no folder for that. */
  readonly files: TemporaryFiles | undefined;
  readonly language: Language;
  readonly settings: LogSettings;
}

/** Reads and judges a log. Rejects only when it was cancelled. */
export async function readLogDocument(
  uri: string,
  bytes: LogBytes,
  tools: LogReadingTools,
  options: JobOptions,
): Promise<LogOutcome> {
  const name = nameOfUri(uri);
  try {
    const unpackTo = 'path' in bytes ? await temporaryFile(tools, options.signal) : undefined;
    const job: LogJob = { kind: 'log', file: name, bytes, unpackTo, settings: tools.settings };
    const result = await tools.runJob(job, tools.language, options);
    const { analysis } = result;
    if (analysis.format === undefined) return { kind: 'unknownFormat', lines: analysis.model.table.lineIndex.lines };
    return { kind: 'read', log: openLog(uri, name, analysis.format, result, tools) };
  } catch (error) {
    if (options.signal?.aborted) throw error;
    return { kind: 'problem', message: describeProblem(error) };
  }
}

/** A path for a temporary file that goes when the reading is out of date; `undefined` where there can be none. */
async function temporaryFile({ files }: LogReadingTools, signal: AbortSignal | undefined): Promise<string | undefined> {
  const file = await files?.newPath().catch(() => undefined);
  if (file !== undefined) signal?.addEventListener('abort', () => void files?.remove(file), { once: true });
  return file;
}

function openLog(
  uri: string,
  name: string,
  format: string,
  { analysis, stored }: LogJobResult,
  { disk, settings }: LogReadingTools,
): OpenLog {
  return {
    uri,
    name,
    format,
    damaged: analysis.damaged,
    model: openModel(analysis.model),
    findings: analysis.findings,
    allowed: analysis.allowed,
    lines: linesOfBytes(openBytes(stored, disk), analysis.model.table.lineIndex),
    userFormats: settings.logFormats,
  };
}

import type { Disk } from './disk';
import type { FileState } from './fileState';
import type { Language, LogBytes, LogJob, LogJobResult } from './jobs';
import type { ReadSoFar } from './log/continueLog';
import { linesOfBytes, type LineSource } from './log/lineSource';
import { openModel, type LogModel } from './log/logModel';
import type { LogTableData } from './log/logTable';
import { openBytes, type StoredBytes } from './log/seekableBytes';
import { describeProblem } from './problems';
import type { Finding } from './rules/finding';
import type { LogSettings } from './settings';
import type { TemporaryFiles } from './temporaryFiles';
import { nameOfUri } from './uris';
import type { JobOptions, JobRunner } from './workerThread';

/** The lines of a file that was read, whether it is a log or not. */
export interface LogText {
  readonly table: LogTableData;
  readonly lines: LineSource;
  /** Where its bytes are, for who reads them all. */
  readonly stored: StoredBytes;
}

/** A log that was read: everything that features look up. */
export interface OpenLog extends LogText {
  readonly uri: string;
  /** Name of the file, for people. */
  readonly name: string;
  readonly format: string;
  readonly damaged: boolean;
  readonly model: LogModel;
  readonly findings: readonly Finding[];
  /** Requests that the user's allow-list kept from the rules. */
  readonly allowed: number;
  /** The user's formats, in which its lines are tried before the others. */
  readonly userFormats: readonly string[];
}

/** What became of a log: read, or not, and then why, in the user's language. */
export type LogOutcome =
  | { readonly kind: 'read'; readonly log: OpenLog }
  | { readonly kind: 'unknownFormat'; readonly text: LogText }
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

/** A log that was read, or could not be. */
export interface LogDocument {
  readonly outcome: LogOutcome;
  /** From where it can be gone on; `undefined` when it could not be read. */
  readonly soFar?: ReadSoFar;
  /** What its file looked like; `undefined` when it was no file. */
  readonly file?: FileState;
}

/** The lines of a file that could be read, whether it is a log or not. */
export function textOf(outcome: LogOutcome | undefined): LogText | undefined {
  if (outcome?.kind === 'read') return outcome.log;
  return outcome?.kind === 'unknownFormat' ? outcome.text : undefined;
}

/** Reads and judges a log. Rejects only when it was cancelled. */
export async function readLogDocument(
  uri: string,
  { bytes, soFar }: Pick<LogJob, 'bytes' | 'soFar'>,
  tools: LogReadingTools,
  options: JobOptions,
): Promise<LogDocument> {
  const file = nameOfUri(uri);
  try {
    const unpackTo = soFar === undefined ? await temporaryFile(bytes, tools, options.signal) : undefined;
    const job: LogJob = { kind: 'log', file, bytes, soFar, unpackTo, settings: tools.settings };
    return openDocument(uri, await tools.runJob(job, tools.language, options), tools);
  } catch (error) {
    if (options.signal?.aborted) throw error;
    return { outcome: { kind: 'problem', message: describeProblem(error) } };
  }
}

/** A path for a temporary file that goes when the reading is out of date; `undefined` where there can be none. */
async function temporaryFile(
  bytes: LogBytes,
  { files }: LogReadingTools,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const file = 'path' in bytes ? await files?.newPath().catch(() => undefined) : undefined;
  if (file !== undefined) signal?.addEventListener('abort', () => void files?.remove(file), { once: true });
  return file;
}

function openDocument(
  uri: string,
  { analysis, stored, file, logged }: LogJobResult,
  tools: LogReadingTools,
): LogDocument {
  const { format, damaged, findings, allowed, hasStatefulLines } = analysis;
  const { table } = analysis.model;
  const text: LogText = { table, stored, lines: linesOfBytes(openBytes(stored, tools.disk), table.lineIndex) };
  const soFar: ReadSoFar = { format, hasStatefulLines, table: { ...table, ...logged } };
  if (format === undefined) return { outcome: { kind: 'unknownFormat', text }, soFar, file };
  const model = openModel(analysis.model);
  const userFormats = tools.settings.logFormats;
  const log: OpenLog = { ...text, uri, name: nameOfUri(uri), format, damaged, model, findings, allowed, userFormats };
  return { outcome: { kind: 'read', log }, soFar, file };
}

import type { Disk } from './disk';
import type { Job, Language, LogBytes, LogJobResult } from './jobs';
import type { LogAnalysis } from './logAnalysis';
import { fileLines, memoryLines, packedLines, type LineSource } from './log/lineSource';
import { openModel, type LogModel } from './log/logModel';
import { describeProblem } from './problems';
import type { Finding } from './rules/finding';
import type { RuleSettings } from './rules/rule';
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
  readonly lines: LineSource;
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
  readonly language: Language;
  readonly settings: RuleSettings;
}

/** Reads and judges a log. Rejects only when it was cancelled. */
export async function readLogDocument(
  uri: string,
  bytes: LogBytes,
  tools: LogReadingTools,
  options: JobOptions,
): Promise<LogOutcome> {
  const name = nameOfUri(uri);
  const job: Extract<Job, { kind: 'log' }> = { kind: 'log', file: name, bytes, settings: tools.settings };
  try {
    const result = await tools.runJob(job, tools.language, options);
    const { analysis } = result;
    if (analysis.format === undefined) return { kind: 'unknownFormat', lines: analysis.model.table.lineIndex.lines };
    return { kind: 'read', log: openLog(uri, name, analysis.format, result, lineSource(bytes, result, tools.disk)) };
  } catch (error) {
    if (options.signal?.aborted) throw error;
    return { kind: 'problem', message: describeProblem(error) };
  }
}

function openLog(uri: string, name: string, format: string, { analysis }: LogJobResult, lines: LineSource): OpenLog {
  return {
    uri,
    name,
    format,
    damaged: analysis.damaged,
    model: openModel(name, analysis.model),
    findings: analysis.findings,
    lines,
  };
}

function lineSource(bytes: LogBytes, { analysis, bytes: kept }: LogJobResult, disk: Disk): LineSource {
  const index = analysis.model.table.lineIndex;
  if (kept !== undefined) return memoryLines(kept, index);
  const path = pathOfBytes(bytes);
  return isPacked(analysis)
    ? packedLines({ size: undefined, chunks: () => disk.stream(path) })
    : fileLines(disk, path, index);
}

function isPacked(analysis: LogAnalysis): boolean {
  return analysis.packing !== 'plain';
}

function pathOfBytes(bytes: LogBytes): string {
  if ('path' in bytes) return bytes.path;
  throw new Error('The bytes of a document are always kept');
}

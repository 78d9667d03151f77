import type { ByteSource } from './log/byteSource';
import { groupTable, openModel, type LogModelData } from './log/logModel';
import { readLog, type LogReading, type ReadLogOptions } from './log/readLog';
import type { Finding } from './rules/finding';
import { logRules } from './rules/log/table';
import type { RuleSettings } from './rules/rule';
import { runRules } from './rules/runRules';

/** A log read and judged. Plain data: a worker thread hands it over. */
export interface LogAnalysis extends Omit<LogReading, 'table'> {
  readonly model: LogModelData;
  readonly findings: Finding[];
}

/**
 * Reads a log and runs the rules over it: the one engine of the editor and the command line.
 * @param file how findings name the log
 */
export async function analyseLog(
  source: ByteSource,
  file: string,
  settings: RuleSettings = {},
  options: ReadLogOptions = {},
): Promise<LogAnalysis> {
  const { table, ...reading } = await readLog(source, options);
  const model = groupTable(table);
  return { ...reading, model, findings: runRules(logRules, openModel(file, model), settings) };
}

import { groupTable, openModel, type LogFile, type LogModelData } from './log/logModel';
import type { LogReading } from './log/readLog';
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
 * Runs the rules over a log that was read: the one engine of the editor and the command line.
 * @param file how findings name the log
 */
export function analyseLog({ table, ...reading }: LogReading, file: string, settings: RuleSettings = {}): LogAnalysis {
  const { format, packing, damaged } = reading;
  const { lines } = table.lineIndex;
  const described: LogFile = { name: file, format, packing, damaged, linesBefore: 0, lines };
  const model = groupTable(table, [described]);
  return { ...reading, model, findings: runRules(logRules, openModel(model), settings) };
}

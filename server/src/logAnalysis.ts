import { describeLog, timesOfLog } from './log/describeLog';
import { MACHINE_ZONE, settleLocalTimes, timeZoneOf, type TimeZone } from './log/localZone';
import { groupTable, openModel, type LogModel, type LogModelData, type NetworkLookup } from './log/logModel';
import type { LogReading } from './log/readLog';
import type { LogSet } from './log/set/logSet';
import { withoutRows } from './log/withoutRows';
import { allowedRows } from './rules/allowList';
import type { Finding } from './rules/finding';
import { logRules } from './rules/log/table';
import { runRules } from './rules/runRules';
import { DEFAULT_LOG_SETTINGS, type LogSettings } from './settings';

/** A log read and judged. Plain data: a worker thread hands it over. */
export interface LogAnalysis extends Omit<LogReading, 'table'>, Judgement {
  readonly model: LogModelData;
}

/** A set of logs judged. */
export interface SetAnalysis extends Judgement {
  /** The one that the rules looked at: what they worked out is kept with it, for who asks next. */
  readonly model: LogModel;
}

/** What the rules make of a model. */
export interface Judgement {
  readonly findings: Finding[];
  /** Requests that the user's allow-list kept from the rules. */
  readonly allowed: number;
}

/**
 * Runs the rules over a log that was read: the one engine of the editor and the command line.
 * @param file how findings name the log
 * @param zoneBeside the zone of the logs beside it, for times that say none where the user names none
 * @param networkOf what is known of addresses; rules that need it find nothing without it
 */
export function analyseLog(
  { table: logged, ...reading }: LogReading,
  file: string,
  settings: LogSettings = DEFAULT_LOG_SETTINGS,
  zoneBeside: TimeZone = MACHINE_ZONE,
  networkOf?: NetworkLookup,
): LogAnalysis {
  const table = settleLocalTimes(logged, timeZoneOf(settings.timeZone) ?? zoneBeside);
  const described = { ...describeLog(file, { ...reading, table: logged }), ...timesOfLog(table) };
  const model = groupTable(table, [described]);
  return { ...reading, model, ...judge(openModel(model, networkOf), settings) };
}

/** Runs the rules over a set of logs. */
export function analyseSet(
  { table, files, copies }: LogSet,
  settings: LogSettings,
  networkOf?: NetworkLookup,
): SetAnalysis {
  const model = openModel(groupTable(table, files, copies), networkOf);
  return { model, ...judge(model, settings) };
}

/** Runs the rules over all requests of a model that the user's allow-list does not name. */
export function judge(model: LogModel, { rules, allowList }: LogSettings): Judgement {
  const left = allowedRows(model.table, allowList);
  if (left === undefined) return { findings: runRules(logRules, model, rules), allowed: 0 };
  const rest = groupTable(withoutRows(model.table, left), model.files, model.copies);
  return {
    findings: runRules(logRules, openModel(rest, model.networkOf), rules),
    allowed: model.table.rows - rest.table.rows,
  };
}

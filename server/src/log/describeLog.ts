import { hasLocalTimes } from './localZone';
import type { LogFile } from './logModel';
import { LogTable, type LogTableData } from './logTable';
import type { LogReading } from './readLog';
import { isoTime, timeExtremes } from './time';

/**
 * What is known of a log beside its entries, but for its times, which may have to be settled first.
 * @param linesBefore lines of the files before it in a set
 */
export function describeLog(
  name: string,
  { format, packing, damaged, table }: LogReading,
  linesBefore = 0,
): Omit<LogFile, 'first' | 'last'> {
  const { texts, unreadable } = new LogTable(table);
  return {
    name,
    ...(texts.vhost.size === 1 && { domain: texts.vhost.text(0) }),
    format,
    packing,
    damaged,
    linesBefore,
    lines: table.lineIndex.lines,
    entries: table.rows,
    unreadable,
    continued: table.continued.length,
    zoneIsAssumed: hasLocalTimes(table),
  };
}

/** The earliest and the latest time of a log, or of the rows of a table that are one, `[start, end)`. */
export function timesOfLog(
  { time, zone }: Pick<LogTableData, 'time' | 'zone'>,
  start = 0,
  end = time.length,
): Pick<LogFile, 'first' | 'last'> {
  const extremes = timeExtremes(time.subarray(start, end));
  if (extremes === undefined) return {};
  const at = (row: number): string => isoTime(time[start + row]!, zone[start + row]!);
  return { first: at(extremes[0]), last: at(extremes[1]) };
}

import { ZONE_STEP_MINUTES } from '../../log/logTable';
import { timeExtremes } from '../../log/time';
import type { TimeSpan } from '../../protocol';
import type { CountedLog } from './countedLog';

/** When the entries of some logs are. */
export interface TimeOfLogs {
  readonly all: TimeSpan;
  /** Offset from UTC of the earliest entry, in minutes. */
  readonly zone: number;
}

/** When the entries of some logs are; `undefined` when none has a time. */
export function timeOfLogs(logs: readonly Pick<CountedLog, 'table'>[]): TimeOfLogs | undefined {
  const times = logs.flatMap(({ table }) => {
    const { time, zone } = table.data;
    const [first, last] = timeExtremes(time) ?? [];
    if (first === undefined || last === undefined) return [];
    return [{ from: time[first]!, to: time[last]! + 1, zone: zone[first]! * ZONE_STEP_MINUTES }];
  });
  const [earliest, ...others] = times.toSorted((a, b) => a.from - b.from);
  if (earliest === undefined) return undefined;
  const { from, to, zone } = earliest;
  return { all: { from, to: others.reduce((end, each) => Math.max(end, each.to), to) }, zone };
}

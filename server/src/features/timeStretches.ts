import { HOUR, MINUTE } from '../log/burst';
import { NO_TIME, ZONE_STEP_MINUTES } from '../log/logTable';
import { localTime } from '../log/time';
import type { OpenLog } from '../logDocument';

/** More hours than this make an outline that nobody reads; days then do. */
const MOST_HOURS = 1000;
const HOURS_OF_A_DAY = 24;
const HOUR_TEXT_LENGTH = '2021-11-01 10'.length;
const DAY_TEXT_LENGTH = '2021-11-01'.length;

/** The entries of one hour or day, by the log's own clock. */
export interface TimeStretch {
  /** `2021-11-01 10:00`, or `2021-11-01` for a whole day. */
  readonly name: string;
  /** First and last row; the last may lie behind the first row of the next stretch, as logs are not quite in order. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly entries: number;
}

/** The hours of a log, or its days where the hours are too many; worked out once for each reading. */
export function timeStretches(log: OpenLog): readonly TimeStretch[] {
  const stretches = known.get(log) ?? hoursOrDays(log);
  known.set(log, stretches);
  return stretches;
}

const known = new WeakMap<OpenLog, readonly TimeStretch[]>();

function hoursOrDays(log: OpenLog): TimeStretch[] {
  const hours = stretchesOf(log, 1);
  return hours.length > MOST_HOURS ? stretchesOf(log, HOURS_OF_A_DAY) : hours;
}

function stretchesOf({ model }: OpenLog, hours: number): TimeStretch[] {
  const { time, zone } = model.table.data;
  const stretches = new Map<number, { firstRow: number; lastRow: number; entries: number }>();
  let last: { firstRow: number; lastRow: number; entries: number } | undefined;
  let lastStart = -1;
  for (let row = 0; row < model.table.rows; row++) {
    if (time[row] === NO_TIME) continue;
    const start = Math.floor((time[row]! + zone[row]! * ZONE_STEP_MINUTES * MINUTE) / (HOUR * hours));
    if (start !== lastStart || last === undefined) {
      lastStart = start;
      last = stretches.get(start) ?? { firstRow: row, lastRow: row, entries: 0 };
      stretches.set(start, last);
    }
    last.lastRow = row;
    last.entries++;
  }
  const name = (row: number): string => {
    const text = localTime(time[row]!, zone[row]!);
    return hours === 1 ? `${text.slice(0, HOUR_TEXT_LENGTH)}:00` : text.slice(0, DAY_TEXT_LENGTH);
  };
  return [...stretches.values()].map((stretch) => ({ name: name(stretch.firstRow), ...stretch }));
}

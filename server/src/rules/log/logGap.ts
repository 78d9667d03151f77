import type { LogModel } from '../../log/logModel';
import { NO_ENTRY } from '../../log/logTable';
import { countValues } from '../../log/tally';
import { durationText } from '../../durationText';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type OptionValues } from '../rule';
import { evidenceOfPlaces, isoTimeOf, localTimeOf } from './evidence';
import { Activity } from './facts/activity';
import { rowsOfFiles, seriesOfFiles, timesOfFiles } from './facts/fileRows';
import { inTimeOrder, joinRows } from './facts/selection';

const options = {
  minutes: {
    default: 10,
    minimum: 2,
    unit: 'minutes',
    description: () => t('Shortest gap that is looked at.'),
    source: 'Servers are restarted and logs rotated within a minute or two.',
  },
};

const SECONDS_PER_MINUTE = 60;
const MINUTES_PER_DAY = 1440;
/** The log must have entries in so many minutes, or its rhythm is not known. */
const LEAST_ACTIVE_MINUTES = 300;
/** Minutes before and behind the gap that show the rhythm there. */
const AROUND = 120;
/** Share of those minutes that must have entries. */
const STEADY = 0.8;
/** A gap that comes by chance less often than once in so many logs. (Minutes are taken for independent.) */
const IMPLAUSIBLE = 1e-9;
/** Even a minute that was never empty may be one day. */
const MOST_STEADY = 0.99;
/** Days before and after whose same hours are compared. */
const DAYS_COMPARED = 7;
/** On so many of them the log must go on, or nothing is known of those hours. */
const LEAST_DAYS = 2;
/** Share of the minutes of the same hours of other days that must have entries, or the site is quiet then. */
const USUALLY_ACTIVE = 0.5;
/** Gaps up to this length can be told without other days: nothing but the rhythm around is needed. */
const SHORT_GAP = 120;
/** Minutes before and behind the gap in which a flood is looked for. */
const FLOOD_WINDOW = 10;
const LEAST_FLOOD = 50;
const FLOOD_SHARE = 0.3;

/** A stretch without entries in a log that is otherwise steady. */
export const logGap = defineRule<LogModel, typeof options>({
  id: 'log-gap',
  family: 'log-health',
  severity: 'information',
  title: () => t('Gap in the log'),
  explanation: () =>
    t(
      'A log that has entries in nearly every minute has none for a while: the server was down, a day was not downloaded, or lines were deleted. The rhythm of the log itself decides, and the same hours of other days; quiet nights of small sites are not reported. A gap in the midst of a flood, or behind a line that is cut, is suspicious.',
    ),
  options,
  find(model, values) {
    return seriesOfFiles(model).flatMap((files) => {
      return gapsOf(model, files, values).map((gap) => describe(model, gap));
    });
  },
});

type Values = OptionValues<typeof options>;

interface Gap {
  /** The rows before and behind. */
  readonly before: number;
  readonly behind: number;
  readonly minutes: number;
  /** Number of the client that floods before and behind it. */
  readonly flooding: number | undefined;
  /** The line behind the last one before the gap is cut. */
  readonly isCut: boolean;
}

/** @param files numbers of the files that go on with each other */
function gapsOf(model: LogModel, files: readonly number[], values: Values): Gap[] {
  const activity = new Activity(files.map((file) => timesOfFiles(model)[file]!));
  if (activity.minutes.length < LEAST_ACTIVE_MINUTES) return [];
  const pauses = activity.pauses(values.minutes).filter(([from, to]) => isImplausible(activity, from, to));
  if (pauses.length === 0) return [];
  const { time } = model.table.data;
  const ordered = inTimeOrder(model, joinRows(files.map((file) => rowsOfFiles(model)[file]!)));
  return pauses.flatMap(([from, to]): Gap[] => {
    const at = placeOfTime(time, ordered, to * 60);
    const before = ordered[at - 1]!;
    const behind = ordered[at]!;
    if (time[behind]! - time[before]! < (values.minutes + 1) * 60) return [];
    const flooding = floodAround(model, ordered, at);
    return [{ before, behind, minutes: to - from, flooding, isCut: isCutBehind(model, before) }];
  });
}

/** Where in rows that are in the order of time those from a time on begin. */
function placeOfTime(time: Uint32Array, rows: Uint32Array, first: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (time[rows[middle]!]! < first) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether the minutes `[from, to)` would not be empty in this log. */
function isImplausible(activity: Activity, from: number, to: number): boolean {
  const around = Math.min(activity.share(from - AROUND, from), activity.share(to, to + AROUND), MOST_STEADY);
  if (around < STEADY || (1 - around) ** (to - from) > IMPLAUSIBLE) return false;
  const otherDays = sharesOfOtherDays(activity, from, to);
  if (otherDays.length < LEAST_DAYS) return to - from <= SHORT_GAP;
  return otherDays.reduce((sum, share) => sum + share, 0) / otherDays.length >= USUALLY_ACTIVE;
}

/** How active the same hours of other days were, as far as the log reaches. */
function sharesOfOtherDays(activity: Activity, from: number, to: number): number[] {
  const shares: number[] = [];
  for (let day = -DAYS_COMPARED; day <= DAYS_COMPARED; day++) {
    const shift = day * MINUTES_PER_DAY;
    // The gap itself is no other day.
    const overlaps = Math.abs(shift) < to - from;
    if (!overlaps && activity.covers(from + shift, to + shift)) shares.push(activity.share(from + shift, to + shift));
  }
  return shares;
}

/** The client that sends most before the gap and goes on to do so behind it; `undefined` when there is none. */
function floodAround(model: LogModel, rows: Uint32Array, at: number): number | undefined {
  const { time } = model.table.data;
  const start = time[rows[at - 1]!]! - FLOOD_WINDOW * 60;
  const end = time[rows[at]!]! + FLOOD_WINDOW * 60;
  let first = at;
  while (first > 0 && time[rows[first - 1]!]! >= start) first--;
  let last = at;
  while (last < rows.length && time[rows[last]!]! < end) last++;
  const before = busiestClient(model, rows.subarray(first, at));
  return before !== undefined && before === busiestClient(model, rows.subarray(at, last)) ? before : undefined;
}

function busiestClient(model: LogModel, rows: Uint32Array): number | undefined {
  const clients = countValues(model.table.data.client, rows).filter(([client]) => client !== NO_ENTRY);
  const [client, requests] = clients.reduce((a, b) => (b[1] > a[1] ? b : a), [NO_ENTRY, 0]);
  return requests >= LEAST_FLOOD && requests >= rows.length * FLOOD_SHARE ? client : undefined;
}

function isCutBehind({ table }: LogModel, row: number): boolean {
  return table.unreadableLines().includes(table.lineOfRow(row) + 1);
}

function describe(model: LogModel, gap: Gap): Finding {
  const { before, behind, flooding } = gap;
  return {
    rule: 'log-gap',
    severity: flooding !== undefined || gap.isCut ? 'warning' : 'information',
    title: t('The log has no entries for {0}', durationText(gap.minutes * SECONDS_PER_MINUTE)),
    detail: [
      t(
        'Between {0} and {1} nothing was logged, though before and behind it nearly every minute has entries.',
        localTimeOf(model, before),
        localTimeOf(model, behind),
      ),
      ...(flooding === undefined
        ? []
        : [
            t(
              'In the minutes before and behind, {0} floods the site: a flood does not pause by itself, so that lines may have been deleted.',
              model.table.texts.client.text(flooding),
            ),
          ]),
      ...(gap.isCut ? [t('The line before the gap is cut, as when a part of a file is removed.')] : []),
    ].join(' '),
    advice: t(
      'If the log of that time is a file of its own, download it, too. Else ask your host whether the server was down or the logging was off, and whether there is another copy of the log.',
    ),
    first: isoTimeOf(model, before),
    last: isoTimeOf(model, behind),
    ...evidenceOfPlaces(model, [before, behind]),
  };
}

import type { LogFile, LogModel } from '../../log/logModel';
import { NO_TIME } from '../../log/logTable';
import { count } from '../../numbers';
import { t } from '../../words';
import type { Finding } from '../finding';
import { defineRule, type OptionValues } from '../rule';
import { evidenceOfPlaces, localTimeOf } from './evidence';
import { rowsOfFiles, timesOfFiles } from './facts/fileRows';
import { NumberList } from './facts/numberList';

const options = {
  seconds: {
    default: 300,
    minimum: 10,
    unit: 'seconds',
    description: () => t('By how much the time must go back.'),
    source: 'Apache’s default Timeout ended connections after 300 s; longer requests are downloads, each by itself.',
  },
};

/** So many of the entries behind must be as early, or one long request was written at its end. */
const LATER_ENTRIES = 20;
const EARLY_SHARE = 0.8;
/** A step as large as what is usual in this log, many times over, counts; see `usualStep`. */
const TIMES_USUAL = 10;
/** Share of the steps back in time that are no larger than the usual one. */
const USUAL_QUANTILE = 0.99;
/** A log in which most steps lead back is written newest first. */
const NEWEST_FIRST = 0.8;

/** A place in a log at which its time goes back and stays back. */
export const timeGoingBack = defineRule<LogModel, typeof options>({
  id: 'time-going-back',
  family: 'log-health',
  severity: 'information',
  title: () => t('Time goes back'),
  explanation: () =>
    t(
      'A server writes its log in the order of time, but for requests that take long. Where the time goes back by minutes and stays there, logs were joined in the wrong order, lines were put in, or the clock of the server was set. Logs that are written newest first are not reported.',
    ),
  options,
  find(model, values) {
    return timesOfFiles(model).flatMap((times, number) => {
      const timed = times.includes(NO_TIME) ? placesWithTime(times) : undefined;
      const jumps = jumpsBack(timed === undefined ? times : timed.map((place) => times[place]!), values);
      if (jumps.length === 0) return [];
      const rows = rowsOfFiles(model)[number]!;
      const rowOf = (place: number): number => rows[timed === undefined ? place : timed[place]!]!;
      const jumpedRows = jumps.map(([before, behind]): Jump => [rowOf(before), rowOf(behind)]);
      return [describe(model, model.files[number]!, jumpedRows)];
    });
  },
});

type Values = OptionValues<typeof options>;

/** The entry before the time goes back, and the one behind. */
type Jump = readonly [before: number, behind: number];

/** Which entries of a file, counted from 0, have a time. */
function placesWithTime(times: Uint32Array): Uint32Array {
  return Uint32Array.from(times.keys()).filter((place) => times[place] !== NO_TIME);
}

function jumpsBack(times: Uint32Array, values: Values): Jump[] {
  const { back: steps, forward } = stepsOf(times);
  if (steps.length === 0 || steps.length >= (steps.length + forward) * NEWEST_FIRST) return [];
  const least = Math.max(values.seconds, usualStep(steps) * TIMES_USUAL);
  const jumps: Jump[] = [];
  for (let at = 1; at < times.length; at++) {
    if (times[at - 1]! - times[at]! >= least && staysBack(times, at, times[at - 1]! - least)) {
      jumps.push([at - 1, at]);
    }
  }
  return jumps;
}

/** By how many seconds the time goes back, wherever it does, and how often it goes forward. */
function stepsOf(times: Uint32Array): { back: Uint32Array; forward: number } {
  const back = new NumberList();
  let forward = 0;
  for (let at = 1; at < times.length; at++) {
    const step = times[at]! - times[at - 1]!;
    if (step > 0) forward++;
    else if (step < 0) back.push(-step);
  }
  return { back: back.values, forward };
}

/** The disorder that this log has anyway; a few steps tell of none. */
function usualStep(steps: Uint32Array): number {
  if (steps.length < 1 / (1 - USUAL_QUANTILE)) return 0;
  return steps.toSorted()[Math.floor(steps.length * USUAL_QUANTILE)]!;
}

/** Whether the entries from `at` on are mostly earlier than a time. */
function staysBack(times: Uint32Array, at: number, time: number): boolean {
  const behind = times.subarray(at, at + LATER_ENTRIES);
  if (behind.length < LATER_ENTRIES) return false;
  return behind.filter((each) => each < time).length >= behind.length * EARLY_SHARE;
}

function describe(model: LogModel, file: LogFile, jumps: readonly Jump[]): Finding {
  const [before, behind] = jumps[0]!;
  return {
    rule: 'time-going-back',
    severity: 'information',
    title: t('The time of {0} goes back at {1} places', file.name, count(jumps.length)),
    detail: t(
      'First it goes from {0} back to {1}, and the entries behind stay that early. Logs were joined in another order, lines were put in later, or the clock of the server was set.',
      localTimeOf(model, before),
      localTimeOf(model, behind),
    ),
    advice: t(
      'If you did not join logs yourself, ask your host whether the clock was set. Lines that somebody put in may be meant to mislead: compare with a log that you download again.',
    ),
    count: jumps.length,
    ...evidenceOfPlaces(
      model,
      jumps.map(([, row]) => row),
    ),
  };
}

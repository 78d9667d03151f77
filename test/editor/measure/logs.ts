import { createWriteStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { floodedWeek } from '../../../scripts/traffic/floodedWeek';

const SEED = 1;
const DAY = 86_400_000;
const DAYS_OF_A_WEEK = 7;
/** Month and year of the generated week, as its lines have them before the time of day. */
const MONTH = '/Nov/2021:';
const DAY_DIGITS = 2;

const compress = promisify(gzip);

/** Writes a generated week of so many lines. */
export function writeWeek(file: string, lines: number): Promise<void> {
  return pipeline(Readable.from(floodedWeek({ seed: SEED, lines, format: 'combined' })), createWriteStream(file));
}

/**
 * Writes a log of many weeks and gives how many bytes it has. All weeks have the requests of the first one, with their own
 * dates: generating each would take longer than all that is measured.
 * @param week file of the first one
 * @param packed whether to compress it, as one gzip member a week
 */
export async function writeWeeks(file: string, week: string, weeks: number, packed: boolean): Promise<number> {
  const first = await readFile(week);
  const target = await open(file, 'w');
  try {
    let bytes = 0;
    for (let number = 0; number < weeks; number++) {
      const text = movedBy(first, number);
      const written = packed ? await compress(text, { level: 1 }) : text;
      await target.writeFile(written);
      bytes += written.length;
    }
    return bytes;
  } finally {
    await target.close();
  }
}

/** A week some weeks later. */
function movedBy(week: Buffer, weeks: number): Buffer {
  const text = Buffer.from(week);
  for (let at = text.indexOf(MONTH); at >= 0; at = text.indexOf(MONTH, at + 1)) {
    const day = Number(text.toString('latin1', at - DAY_DIGITS, at));
    text.write(dateOf(day + weeks * DAYS_OF_A_WEEK), at - DAY_DIGITS, 'latin1');
  }
  return text;
}

const dates = new Map<number, string>();

/** The date of a day of November 2021, which may be later than its last one: `01/Nov/2021`. */
function dateOf(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const moment = new Date(Date.UTC(2021, 10, 1) + (day - 1) * DAY);
  // `Mon, 01 Nov 2021 00:00:00 GMT`
  const date = moment.toUTCString().slice(5, 16).replaceAll(' ', '/');
  dates.set(day, date);
  return date;
}

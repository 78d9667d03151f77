const SECONDS_PER_DAY = 86_400;
const MS_PER_SECOND = 1000;
/** A day in a file name, as hosts and logrotate (`dateext`) write it: `20211101`, `2021-11-01`. */
const DAY_IN_NAME = /(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)/;

/**
 * The latest moment that a log can tell of, seconds since 1970-01-01 UTC, from what its file says: the day in its name, or
 * when it was last changed. Either way a day more, as the times of a log may be ahead of UTC and a log of one day be cut at
 * four in the morning of the next.
 * @param name of the file, without folders
 * @param modified ms since 1970-01-01 UTC
 */
export function newestMoment(name: string, modified: number): number {
  const lastChange = Math.floor(modified / MS_PER_SECOND) + SECONDS_PER_DAY;
  const day = dayInName(name);
  // A day behind the last change is no day of this log.
  return day === undefined ? lastChange : Math.min(lastChange, day + 2 * SECONDS_PER_DAY);
}

/** Midnight of the day in a name, as if in UTC. */
function dayInName(name: string): number | undefined {
  const [, year, , month, day] = DAY_IN_NAME.exec(name) ?? [];
  if (year === undefined) return undefined;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return date.getUTCDate() === Number(day) ? date.getTime() / MS_PER_SECOND : undefined;
}

import { isoTime } from '../../log/time';
import { ZONE_STEP_MINUTES } from '../../log/logTable';
import { count } from '../../numbers';
import type { Certainty, Place } from '../../rules/finding';
import { shortened } from '../../shortened';
import { folderOf } from '../../site/paths';
import { t } from '../../words';
import type { HadFile } from '../hadFiles';
import type { IncidentFile } from '../incident';
import { timesInCopy, type CopyTimes, type TimedPaths } from './copyTimes';
import { leftOut, MOST_PLACES } from './eventAt';
import type { IncidentEvent } from './incidentEvent';

/** Clocks of servers and the ends of transfers differ by so much, in ms. */
const AT_ONCE = 120_000;
/** An upload that keeps the time of the file gives it one that is this much older, or more; in ms. */
const OLDER = 3_600_000;
/** A site is downloaded within so much time, in ms. */
const LONGEST_DOWNLOAD = 86_400_000;
/** So many files of one folder with the very same second came together. */
const FEWEST_ALIKE = 3;
/** Files beyond this number are counted. */
const MOST_FILES = 100;

/** Where the times of files come from; each may be missing. */
export interface KnownTimes {
  readonly copy: TimedPaths | undefined;
  /** Files that the copy had before: who takes one out of it does not want its time forgotten. */
  readonly hadFiles: readonly HadFile[];
}

interface TimedFile extends CopyTimes {
  readonly file: IncidentFile;
  /** Other files of its folder that were modified in the very same second. */
  readonly alike: number;
}

/**
 * When bad files were last changed by their own times, and how far these are to be believed.
 * @param files that are to be acted on
 * @param zone offset from UTC, in minutes, that times are shown with
 */
export function fileTimeEvents(files: readonly IncidentFile[], known: KnownTimes, zone: number): IncidentEvent[] {
  const timed = timedFiles(files, known);
  const telling = timed.filter((file) => !isTimeOfDownload(file));
  const [together, alone] = byCompany(telling);
  const told = alone.slice(0, MOST_FILES);
  const untold = together.slice(MOST_FILES).reduce((sum, { length }) => sum + length, 0);
  return [
    ...together.slice(0, MOST_FILES).map((group) => describeGroup(group, zone)),
    ...told.map((file) => describe(file, zone)),
    ...leftOut(timed.length - telling.length, (more) =>
      t('Bad files whose time is that of the download, which does not tell when they were changed: {0}.', more),
    ),
    ...leftOut(alone.length - told.length + untold, (more) =>
      t('The times of {0} more files are not told here.', more),
    ),
  ];
}

/** Files that have the same second, in groups, and the others; what the logs bear out is told of each file alone. */
function byCompany(files: readonly TimedFile[]): [together: TimedFile[][], alone: TimedFile[]] {
  const seconds = new Map<number, TimedFile[]>();
  const alone = files.filter(({ file, modified }) => agreement(file, modified) !== undefined);
  for (const timed of files) {
    if (agreement(timed.file, timed.modified) !== undefined) continue;
    const second = Math.floor(timed.modified / 1000);
    const group = seconds.get(second);
    if (group === undefined) seconds.set(second, [timed]);
    else group.push(timed);
  }
  const groups = [...seconds.values()];
  return [groups.filter(({ length }) => length > 1), [...alone, ...groups.filter(({ length }) => length === 1).flat()]];
}

function describeGroup(group: readonly TimedFile[], zone: number): IncidentEvent {
  const [{ modified, file }] = group as readonly [TimedFile, ...TimedFile[]];
  return {
    kind: 'file-time',
    certainty: 'check',
    time: timeText(modified, zone),
    text: t(
      '{0} bad files were last changed in this very second, by their own times, such as {1}: they came together, or the times were forged.',
      count(group.length),
      shortened(file.file),
    ),
    places: group.flatMap(placesOf).slice(0, MOST_PLACES),
  };
}

function timeText(modified: number, zone: number): string {
  return isoTime(Math.floor(modified / 1000), zone / ZONE_STEP_MINUTES);
}

function timedFiles(files: readonly IncidentFile[], { copy, hadFiles }: KnownTimes): TimedFile[] {
  const present = new Set(files.flatMap(({ file, state }) => (state === 'present' ? [file] : [])));
  const inCopy = copy && timesInCopy(copy, present);
  const before = new Map(hadFiles.map(({ file, times }) => [file, times]));
  const timed = files.flatMap((file): (CopyTimes & { readonly file: IncidentFile })[] => {
    const times = (present.has(file.file) ? inCopy : before)?.get(file.file);
    return times === undefined ? [] : [{ ...times, file }];
  });
  const alike = countAlike(timed, copy);
  return timed.map((each) => ({ ...each, alike: alike.get(keyOf(each.file.file, each.modified))! - 1 }));
}

/** How many files each second of each folder has that one of the files is in, those that the copy had before among them. */
function countAlike(timed: readonly Omit<TimedFile, 'alike'>[], copy: TimedPaths | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (path: string, modified: number): void => {
    const key = keyOf(path, modified);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  const folders = new Set(timed.map(({ file }) => folderOf(file.file)));
  const own = new Set(timed.map(({ file }) => file.file));
  for (const { file, modified } of timed) add(file.file, modified);
  copy?.paths.forEach((path, at) => {
    if (folders.has(folderOf(path)) && !own.has(path)) add(path, copy.times.modified[at]!);
  });
  return counts;
}

function keyOf(path: string, modified: number): string {
  return `${Math.floor(modified / 1000)} ${folderOf(path)}`;
}

/** A download that does not keep times gives a file the time at which it was written, as most of the copy was. */
function isTimeOfDownload({ file, modified, changed, copied }: TimedFile): boolean {
  const isOfCopying = Math.abs(changed - copied) < LONGEST_DOWNLOAD && Math.abs(changed - modified) < AT_ONCE;
  return isOfCopying && agreement(file, modified) === undefined;
}

/** What in the logs happened to the file when it was changed, by its own time. */
function agreement({ uploads, calls }: IncidentFile, modified: number): 'upload' | 'call' | undefined {
  const isNear = (time: string | undefined): boolean =>
    time !== undefined && Math.abs(Date.parse(time) - modified) <= AT_ONCE;
  if (uploads.some(({ time }) => isNear(time))) return 'upload';
  return isNear(calls?.first) ? 'call' : undefined;
}

function describe(timed: TimedFile, zone: number): IncidentEvent {
  const { file, modified } = timed;
  const [certainty, text] = judge(timed);
  return {
    kind: 'file-time',
    certainty,
    file: file.file,
    time: timeText(modified, zone),
    text,
    places: placesOf(timed),
  };
}

/** What is not in the copy can't be looked at there. */
function placesOf({ file: { file, state } }: TimedFile): Place[] {
  return state === 'present' ? [{ file }] : [];
}

function judge({ file, modified, alike }: TimedFile): [Certainty, string] {
  const name = shortened(file.file);
  switch (agreement(file, modified)) {
    case 'upload':
      return ['likely', t('{0} was last changed, by its own time, which agrees with its upload by FTP.', name)];
    case 'call':
      return ['likely', t('{0} was last changed, by its own time, which agrees with its first call.', name)];
    case undefined:
  }
  const upload = file.uploads.find(({ time }) => time !== undefined && Date.parse(time) - modified > OLDER);
  if (upload !== undefined) {
    return [
      'check',
      t('{0} has this time, which is older than its upload by FTP: the upload kept the time, or it was forged.', name),
    ];
  }
  if (alike >= FEWEST_ALIKE) {
    return [
      'check',
      t(
        '{0} has this time, the same to the second as {1} files beside it: they came together, or it was forged.',
        name,
        count(alike),
      ),
    ];
  }
  return ['check', t('{0} was last changed, by its own time. Such times are often forged.', name)];
}

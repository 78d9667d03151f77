import { EntryKind } from '../log/entryFields';
import type { LogModel } from '../log/logModel';
import type { Place } from '../rules/finding';
import { evidenceOf } from '../rules/log/evidence';
import type { SitePathIndex } from '../site/pathIndex';
import { filesEndingWith } from '../site/pathIndex';

/** What was done to a file by FTP. */
export interface FtpFileEvents {
  /** Transfers to the server that were carried out, in the order of the log. */
  readonly uploads: readonly FtpEvent[];
  /** All that put it there or took it away, in the order of the log. */
  readonly changes: readonly FtpChange[];
  /** Whether it was deleted, or got another name, and not put there again. */
  readonly isDeleted: boolean;
}

export interface FtpEvent {
  readonly client?: string;
  readonly user?: string;
  /** ISO 8601 with the log's offset. */
  readonly time?: string;
  readonly place: Place;
}

/** `named`: another file got its name · `renamed`: it got another name. */
export type FtpDeed = 'uploaded' | 'deleted' | 'named' | 'renamed';

export interface FtpChange extends FtpEvent {
  readonly deed: FtpDeed;
}

const DEEDS: ReadonlyMap<string, FtpDeed> = new Map([
  ['STOR', 'uploaded'],
  ['STOU', 'uploaded'],
  ['APPE', 'uploaded'],
  ['DELE', 'deleted'],
  ['RNTO', 'named'],
  ['RNFR', 'renamed'],
]);
/** 226 and 250: transferred, done; 350: the old name is known, the new one comes next (RFC 959 §4.2). */
const CARRIED_OUT = new Set([226, 250, 350, 0]);
/** Most events of one file; an FTP program that tries again and again has thousands. */
const MOST_CHANGES = 1000;

/**
 * What FTP logs say of files of a site.
 * @param wanted paths; files that no FTP log names are absent from the answer
 */
export function ftpEventsOf(
  model: LogModel,
  index: SitePathIndex,
  wanted: ReadonlySet<string>,
): Map<string, FtpFileEvents> {
  const { kind, status, endpoint } = model.table.data;
  const targets = new Map<number, FtpTarget | undefined>();
  const events = new Map<string, { uploads: FtpEvent[]; changes: FtpChange[]; isDeleted: boolean }>();
  for (let row = kind.indexOf(EntryKind.ftp); row >= 0; row = kind.indexOf(EntryKind.ftp, row + 1)) {
    const id = endpoint[row]!;
    if (!CARRIED_OUT.has(status[row]!) || id >= model.table.endpointCount) continue;
    if (!targets.has(id)) targets.set(id, targetOf(model, id, index, wanted));
    const target = targets.get(id);
    if (target === undefined) continue;
    const { file, deed } = target;
    const own = events.get(file) ?? { uploads: [], changes: [], isDeleted: false };
    events.set(file, own);
    own.isDeleted = deed === 'deleted' || deed === 'renamed';
    const event = eventOf(model, row);
    if (deed === 'uploaded') own.uploads.push(event);
    if (own.changes.length < MOST_CHANGES) own.changes.push({ deed, ...event });
  }
  return events;
}

interface FtpTarget {
  readonly file: string;
  readonly deed: FtpDeed;
}

function targetOf(
  { table }: LogModel,
  endpoint: number,
  index: SitePathIndex,
  wanted: ReadonlySet<string>,
): FtpTarget | undefined {
  const { method, path } = table.endpoint(endpoint);
  const deed = DEEDS.get(method);
  const file = deed && fileOf(path, index, wanted);
  return deed === undefined || file === undefined ? undefined : { file, deed };
}

/** FTP users see their home as the topmost folder, or the whole disk: paths are compared from the end. */
function fileOf(path: string, index: SitePathIndex, wanted: ReadonlySet<string>): string | undefined {
  const names = path.split('/').filter((name) => name !== '');
  for (let from = 0; from < names.length; from++) {
    const found = filesEndingWith(index, names.slice(from).join('/')).filter((file) => wanted.has(file));
    // A name alone stands for a file only where it is the only one of that name.
    if (found.length === 1) return found[0];
    if (found.length > 1) return found.find((file) => path.endsWith(`/${file}`));
  }
  return undefined;
}

function eventOf(model: LogModel, row: number): FtpEvent {
  const { first: time, places } = evidenceOf(model, Uint32Array.of(row));
  const client = model.table.text('client', row);
  const user = model.table.text('user', row);
  return {
    ...(client !== undefined && { client }),
    ...(user !== undefined && { user }),
    ...(time !== undefined && { time }),
    place: places[0]!,
  };
}

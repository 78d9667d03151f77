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
  /** Whether it was deleted and not put there again. */
  readonly isDeleted: boolean;
}

export interface FtpEvent {
  readonly client?: string;
  readonly user?: string;
  /** ISO 8601 with the log's offset. */
  readonly time?: string;
  readonly place: Place;
}

const UPLOADS = new Set(['STOR', 'STOU', 'APPE']);
/** 226 and 250: transferred, done (RFC 959 §4.2). */
const CARRIED_OUT = new Set([226, 250, 0]);

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
  const events = new Map<string, { uploads: FtpEvent[]; isDeleted: boolean }>();
  for (let row = kind.indexOf(EntryKind.ftp); row >= 0; row = kind.indexOf(EntryKind.ftp, row + 1)) {
    if (!CARRIED_OUT.has(status[row]!) || endpoint[row]! >= model.table.endpointCount) continue;
    const { method, path } = model.table.endpoint(endpoint[row]!);
    const isUpload = UPLOADS.has(method);
    if (!isUpload && method !== 'DELE') continue;
    const file = fileOf(path, index, wanted);
    if (file === undefined) continue;
    const own = events.get(file) ?? { uploads: [], isDeleted: false };
    events.set(file, own);
    own.isDeleted = !isUpload;
    if (isUpload) own.uploads.push(eventOf(model, row));
  }
  return events;
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

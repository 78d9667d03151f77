import { bytesDisk } from '../../archive/bytesDisk';
import { peek } from '../../archive/decompress';
import { isZip } from '../../archive/zip';
import type { Disk } from '../../disk';
import { t } from '../../words';
import { kindOfName } from '../fileKind';
import { readFile } from '../readFile';
import type { SiteArchive } from '../siteModel';
import type { WalkedFile } from '../walk';
import { ArchiveContents } from './archiveContents';
import { ArchiveLimit, type ArchiveBudget } from './archiveLimits';
import { pathInArchive } from './archivePath';
import { looksPacked, TELLING_BYTES } from './archiveSigns';
import { membersOfBytes, membersOfChunks, membersOfFile, NoArchive, type Member, type MemberOptions } from './members';

/** Bytes of a file that are held in memory; behind so many no code is looked for. */
const HELD_BYTES = 64 * 1024 * 1024;
/** A zip within an archive has its directory at its end, so that all of it is held in memory. */
const HELD_ZIP_BYTES = 256 * 1024 * 1024;

/** What reading an archive gave. */
export interface ArchiveReading {
  /** The archive and those within it; none when the file is no archive, though it may be packed. */
  readonly archives: readonly SiteArchive[];
  /** Says for the user that reading ended because the archives before held so much; alone it would be read further. */
  readonly enough: string | undefined;
}

interface Reading {
  readonly walked: WalkedFile;
  readonly meter: MemberOptions['meter'];
  readonly signal: AbortSignal | undefined;
  readonly archives: ArchiveContents[];
}

/**
 * Reads the files of an archive, and of those within it, one after the other; nothing is written anywhere. What can't be read
 * is said in the result. Rejects with the signal's reason only.
 */
export async function readArchive(
  disk: Disk,
  root: string,
  walked: WalkedFile,
  budget: ArchiveBudget,
  signal?: AbortSignal,
): Promise<ArchiveReading> {
  const reading: Reading = { walked, meter: budget.meter(walked.size, signal), signal, archives: [] };
  let enough: string | undefined;
  try {
    await readMembers((options) => membersOfFile(disk, `${root}/${walked.path}`, options), '', reading);
  } catch (error) {
    if (!(error instanceof ArchiveLimit)) throw error;
    if (error.isOfAudit) enough = error.message;
    else reading.archives[0]?.addProblem('limit', error.message);
  }
  return { archives: reading.archives.map((contents) => contents.archive()), enough };
}

/** Rejects with `ArchiveLimit` and with the signal's reason. Gives whether there was an archive. */
async function readMembers(
  membersOf: (options: MemberOptions) => AsyncIterable<Member>,
  within: string,
  reading: Reading,
): Promise<boolean> {
  const contents = new ArchiveContents(within);
  const onDamage = (): void =>
    contents.addProblem(
      'unreadable',
      t('The archive is damaged or was cut short: files at its end may be missing. Download it again if you can.'),
    );
  const place = reading.archives.push(contents) - 1;
  try {
    for await (const member of membersOf({ meter: reading.meter, onDamage })) {
      await readMember(member, contents, reading);
    }
  } catch (error) {
    if (error instanceof NoArchive) {
      reading.archives.splice(place, 1);
      return false;
    }
    passOn(error, reading);
    contents.addFailure('', error);
  }
  return true;
}

async function readMember(member: Member, contents: ArchiveContents, reading: Reading): Promise<void> {
  const { path } = member;
  if (member.leadsOut) contents.addMemberProblem({ file: path, kind: 'special', message: hostileName() });
  try {
    const { beginning, chunks } = await peek(member.chunks, TELLING_BYTES);
    try {
      const isPacked = kindOfName(path) === 'other' && looksPacked(path, beginning);
      if (isPacked) await readWithin(path, beginning, chunks, contents, reading);
      else await readContent(path, chunks, contents, reading);
    } finally {
      await chunks.return?.();
    }
    if (member.damaged()) contents.addMemberProblem({ file: path, kind: 'unreadable', message: damagedFile() });
  } catch (error) {
    passOn(error, reading);
    contents.addFailure(path, error);
  }
}

/** Reads a file as one of the disk is read. */
async function readContent(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  contents: ArchiveContents,
  reading: Reading,
): Promise<void> {
  const { bytes } = await hold(chunks, HELD_BYTES);
  const { file, problem } = await readFile(bytesDisk(bytes), '', walkedMember(path, bytes.length, reading));
  contents.addFile(file, bytes.length);
  if (problem !== undefined) contents.addMemberProblem(problem);
}

/** Reads an archive within another; one that is still deeper is left alone. */
async function readWithin(
  path: string,
  beginning: Uint8Array,
  chunks: AsyncIterableIterator<Uint8Array>,
  contents: ArchiveContents,
  reading: Reading,
): Promise<void> {
  const within = pathInArchive(contents.within, path);
  contents.addFile({ ...walkedMember(path, beginning.length, reading), kind: 'other', references: [] }, 0);
  if (contents.within !== '') {
    return contents.addMemberProblem({ file: path, kind: 'limit', message: tooDeep() });
  }
  if (!isZip(beginning)) {
    await readMembers((options) => membersOfChunks(chunks, options), within, reading);
    return;
  }
  const { bytes, isCut } = await hold(chunks, HELD_ZIP_BYTES);
  if (isCut) return contents.addMemberProblem({ file: path, kind: 'limit', message: tooLarge() });
  await readMembers((options) => membersOfBytes(bytes, options), within, reading);
}

/** A member is as old as its archive: what is written in it anybody can set. */
function walkedMember(path: string, size: number, { walked: { modified, changed } }: Reading): WalkedFile {
  return { path, size, permissions: undefined, modified, changed };
}

/** The first bytes of a file, in memory of their own. */
async function hold(
  chunks: AsyncIterable<Uint8Array>,
  most: number,
): Promise<{ readonly bytes: Uint8Array; readonly isCut: boolean }> {
  const copies: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    if (length + chunk.length > most) return { bytes: Buffer.concat(copies), isCut: true };
    // A piece is lent until the next one is asked for.
    copies.push(Uint8Array.from(chunk));
    length += chunk.length;
  }
  return { bytes: copies.length === 1 ? copies[0]! : Buffer.concat(copies), isCut: false };
}

/** Throws what ends the reading of all archives at once. */
function passOn(error: unknown, { signal }: Reading): void {
  if (error instanceof ArchiveLimit) throw error;
  signal?.throwIfAborted();
}

function hostileName(): string {
  return t(
    'Its name in the archive is made so that careless programs unpack it into another folder. Do not unpack it.',
  );
}

function damagedFile(): string {
  return t('It is damaged or was cut short; only what could be unpacked of it was examined.');
}

function tooDeep(): string {
  return t('An archive within an archive within an archive; it was not opened. Unpack the outer ones first.');
}

function tooLarge(): string {
  return t('An archive within an archive, too large to be opened there. Unpack the outer one first.');
}

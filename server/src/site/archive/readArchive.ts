import { bytesDisk } from '../../archive/bytesDisk';
import { peek, type Peeked } from '../../archive/decompress';
import type { Disk } from '../../disk';
import { t } from '../../words';
import { kindOfName } from '../fileKind';
import { readFile } from '../readFile';
import type { SiteArchive } from '../siteModel';
import type { WalkedFile } from '../walk';
import { ArchiveContents } from './archiveContents';
import { ArchiveLimit, type ArchiveBudget } from './archiveLimits';
import { looksPacked, TELLING_BYTES } from './archiveSigns';
import { heldBytes } from './heldBytes';
import { membersOfFile, NoArchive, type Member, type MemberOptions } from './members';
import { membersWithin } from './membersWithin';

/** Bytes of a file that are held in memory; behind so many no code is looked for. */
const HELD_BYTES = 64 * 1024 * 1024;

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

/** Rejects with `ArchiveLimit` and with the signal's reason. */
async function readMembers(
  membersOf: (options: MemberOptions) => AsyncIterable<Member>,
  within: string,
  reading: Reading,
): Promise<void> {
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
    passOn(error, reading);
    if (error instanceof NoArchive) reading.archives.splice(place, 1);
    else contents.addFailure('', error);
  }
}

async function readMember(member: Member, contents: ArchiveContents, reading: Reading): Promise<void> {
  const { path } = member;
  if (member.leadsOut) contents.addMemberProblem({ file: path, kind: 'special', message: hostileName() });
  try {
    const peeked = await peek(member.chunks, TELLING_BYTES);
    try {
      const isPacked = kindOfName(path) === 'other' && looksPacked(path, peeked.beginning);
      if (isPacked) await readWithin(path, peeked, contents, reading);
      else await readContent(path, peeked.chunks, contents, reading);
    } finally {
      await peeked.chunks.return?.();
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
  const { bytes } = await heldBytes(chunks, HELD_BYTES);
  const { file, problem } = await readFile(bytesDisk(bytes), '', walkedMember(path, bytes.length, reading));
  contents.addFile(file, bytes.length);
  if (problem !== undefined) contents.addMemberProblem(problem);
  // Other files were read whole, and have a hash, where code stands in them.
  if (file.kind !== 'other' || file.hash !== undefined) reading.meter.code(bytes.length);
}

/** Reads an archive within another; one that is still deeper is left alone. */
async function readWithin(path: string, peeked: Peeked, contents: ArchiveContents, reading: Reading): Promise<void> {
  const member = walkedMember(path, peeked.beginning.length, reading);
  contents.addFile({ ...member, kind: 'other', references: [] }, 0);
  if (contents.within === '') await readMembers((options) => membersWithin(peeked, options), path, reading);
  else contents.addMemberProblem({ file: path, kind: 'limit', message: tooDeep() });
}

/** A member is as old as its archive: what is written in it anybody can set. */
function walkedMember(path: string, size: number, { walked: { modified, changed } }: Reading): WalkedFile {
  return { path, size, permissions: undefined, modified, changed };
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

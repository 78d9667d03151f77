import type { Disk } from '../disk';
import { MemberNames } from '../archive/memberNames';
import { isTar, TAR_BLOCK, tarMembers } from '../archive/tar';
import { isZip, readZipDirectory } from '../archive/zip';
import { zipMemberChunks } from '../archive/zipMember';
import { peek, unpack, type Unpacked } from '../archive/decompress';

/** Archives within archives are opened this deep: a zip of a `logs.tar.gz`. */
const DEEPEST_ARCHIVE = 2;

/** Bytes that may be those of a log, every packing taken off. They can be read once, before the next source is asked for. */
export interface LogSource extends Unpacked {
  /** Path within the archive, with `/`; `undefined` for a file that is no archive. */
  readonly member: string | undefined;
}

/** A member, or a whole archive, that can't be read. */
export interface SourceProblem {
  readonly member: string | undefined;
  /** What the reading rejected with, or that the archive was cut. */
  readonly problem: unknown;
}

/** A zip archive within another archive would have to be kept in memory whole. */
export class NestedArchive extends Error {
  readonly code = 'ENESTED';
}

/** An archive is damaged, so that members may be missing. */
export class DamagedArchive extends Error {
  readonly code = 'EDAMAGED';
}

/**
 * What a file of the disk holds: itself, or the members of an archive (zip or tar, packed or not), told by its content. Rejects
 * when the file can't be read at all; what concerns a member comes as a problem.
 */
export async function* sourcesIn(disk: Disk, path: string): AsyncGenerator<LogSource | SourceProblem> {
  if (isZip(await disk.readRange(path, 0, 4))) return yield* zipSources(disk, path);
  yield* unpackedSources(disk.stream(path), undefined, 0);
}

async function* zipSources(disk: Disk, path: string): AsyncGenerator<LogSource | SourceProblem> {
  const directory = await readZipDirectory(disk, path);
  const names = new MemberNames();
  for (const member of directory.members) {
    const name = names.add(member.name);
    let damaged = false;
    const chunks = zipMemberChunks(disk, path, member, () => (damaged = true));
    yield* unpackedSources(chunks, name, 1, () => damaged);
  }
  if (directory.isCut) yield { member: undefined, problem: new DamagedArchive('The directory is lost') };
}

/** A log, or those of a tar archive, out of bytes that may be packed. */
async function* unpackedSources(
  packed: AsyncIterable<Uint8Array>,
  member: string | undefined,
  depth: number,
  outerDamaged = (): boolean => false,
): AsyncGenerator<LogSource | SourceProblem> {
  try {
    const unpacked = await unpack(packed);
    const { beginning, chunks } = await peek(unpacked.chunks, TAR_BLOCK);
    const damaged = (): boolean => unpacked.damaged() || outerDamaged();
    try {
      if (isTar(beginning)) yield* tarSources(chunks, member, depth + 1);
      else yield plainSource({ ...unpacked, chunks, damaged }, member, beginning);
    } finally {
      await chunks.return?.();
    }
  } catch (error) {
    if (member === undefined) throw error;
    yield { member, problem: error };
  }
}

/** @throws NestedArchive */
function plainSource(unpacked: Unpacked, member: string | undefined, beginning: Uint8Array): LogSource {
  if (member === undefined) return { ...unpacked, member };
  if (isZip(beginning)) throw new NestedArchive('A zip archive');
  // A member is never plain: its bytes can't be found on the disk.
  return { ...unpacked, member, packing: unpacked.packing === 'plain' ? 'archive' : unpacked.packing };
}

async function* tarSources(
  chunks: AsyncIterable<Uint8Array>,
  archive: string | undefined,
  depth: number,
): AsyncGenerator<LogSource | SourceProblem> {
  const names = new MemberNames();
  if (depth > DEEPEST_ARCHIVE) throw new NestedArchive('A tar archive');
  let isDamaged = false;
  for await (const member of tarMembers(chunks, () => (isDamaged = true))) {
    const name = archive === undefined ? names.add(member.name) : `${archive}/${names.add(member.name)}`;
    yield* unpackedSources(member.chunks, name, depth, member.damaged);
  }
  if (isDamaged) yield { member: archive, problem: new DamagedArchive('The archive was cut') };
}

import { bytesDisk } from '../../archive/bytesDisk';
import { peek, unpack, type Peeked } from '../../archive/decompress';
import { leadsOut, memberPath } from '../../archive/memberNames';
import { readAhead } from '../../archive/readAhead';
import { isTar, TAR_BLOCK, tarMembers } from '../../archive/tar';
import { isWpress, wpressMembers } from '../../archive/wpress';
import { isZip, readZipDirectory } from '../../archive/zip';
import { zipMemberChunks } from '../../archive/zipMember';
import type { Disk } from '../../disk';

/** A file in an archive. Its bytes can be read once, before the next one is asked for. */
export interface Member {
  /** Within the archive: harmless, and no other member has it. */
  readonly path: string;
  /** The name that the archive gives would have it unpacked elsewhere. */
  readonly leadsOut: boolean;
  /** Reject with what hinders the reading, e.g. `EncryptedMember`. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** After the last chunk: whether data is missing or wrong. */
  readonly damaged: () => boolean;
}

/** Takes note of what comes out of an archive; throws when it is too much. */
export interface Meter {
  member(): void;
  bytes(count: number): void;
  /** Bytes of a file that was understood, not only looked at. */
  code(count: number): void;
  /** A file has a name that so many before it have. */
  namesake(before: number): void;
}

/** What is done while an archive is read. */
export interface MemberOptions {
  readonly meter: Meter;
  /** The archive is damaged: members may be missing. */
  readonly onDamage: () => void;
}

/** A file is no archive, though it may be packed. */
export class NoArchive extends Error {
  override readonly name = 'NoArchive';
}

/** The files of an archive on a disk: zip, or tar or wpress with any packing. Rejects with `NoArchive` and with what hinders the reading. */
export async function* membersOfFile(disk: Disk, path: string, options: MemberOptions): AsyncGenerator<Member> {
  if (isZip(await disk.readRange(path, 0, 4))) return yield* zipMembers(readAhead(disk), path, options);
  yield* membersOfChunks(disk.stream(path), options);
}

/** The files of a tar or wpress archive, packed or not, that comes in pieces. Rejects as `membersOfFile`. */
export async function* membersOfChunks(
  packed: AsyncIterable<Uint8Array>,
  options: MemberOptions,
): AsyncGenerator<Member> {
  const unpacked = await unpack(packed);
  yield* sequentialMembers(await peek(unpacked.chunks, TAR_BLOCK), unpacked.damaged, options);
}

/** The files of an archive that is held in memory. Rejects with `NoArchive` and with what hinders the reading. */
export function membersOfBytes(bytes: Uint8Array, options: MemberOptions): AsyncGenerator<Member> {
  return membersOfFile(bytesDisk(bytes), '', options);
}

/**
 * A zip that was cut short has one damaged file, one that a virus went through some. Where the directory is lost and more are
 * damaged, what was taken for files is something else.
 */
const MOST_DAMAGED = 1000;

async function* zipMembers(disk: Disk, path: string, options: MemberOptions): AsyncGenerator<Member> {
  const { members, isCut } = await readZipDirectory(disk, path);
  const paths = new MemberPaths(options.meter);
  let damaged = 0;
  for (const member of members) {
    options.meter.member();
    let isDamaged = false;
    const chunks = zipMemberChunks(disk, path, member, () => {
      isDamaged = true;
      damaged++;
    });
    yield {
      path: paths.add(member.name),
      leadsOut: leadsOut(member.name),
      chunks: metered(chunks, options.meter),
      damaged: () => isDamaged,
    };
    if (isCut && damaged > MOST_DAMAGED) break;
  }
  if (isCut) options.onDamage();
}

async function* sequentialMembers(
  { beginning, chunks }: Peeked,
  isPackingDamaged: () => boolean,
  { meter, onDamage }: MemberOptions,
): AsyncGenerator<Member> {
  try {
    const read = isTar(beginning) ? tarMembers : isWpress(beginning) ? wpressMembers : undefined;
    if (read === undefined) {
      if (isPackingDamaged()) return onDamage();
      throw new NoArchive();
    }
    const paths = new MemberPaths(meter);
    let isCut = false;
    // What is passed over has to be unpacked as well, so that all that comes out counts.
    for await (const member of read(metered(chunks, meter), () => (isCut = true))) {
      meter.member();
      yield { ...member, path: paths.add(member.name), leadsOut: leadsOut(member.name) };
    }
    if (isCut || isPackingDamaged()) onDamage();
  } finally {
    await chunks.return?.();
  }
}

async function* metered(chunks: AsyncIterable<Uint8Array>, meter: Meter): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    meter.bytes(chunk.length);
    yield chunk;
  }
}

/**
 * Paths of the members of one archive, each only once: of several files of one name, unpacking keeps one, but which depends on
 * the program. The number goes into a folder, because rules go by names and their endings.
 */
class MemberPaths {
  readonly #seen = new Map<string, number>();
  readonly #meter: Meter;

  constructor(meter: Meter) {
    this.#meter = meter;
  }

  add(written: string): string {
    const path = memberPath(written);
    const times = (this.#seen.get(path) ?? 0) + 1;
    this.#seen.set(path, times);
    if (times === 1) return path;
    this.#meter.namesake(times - 1);
    return this.add(`(${times})/${path}`);
  }
}

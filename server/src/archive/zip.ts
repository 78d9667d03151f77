import type { Disk } from '../disk';
import { memberNameText } from './memberNames';

/** Signatures of the records of a zip archive (APPNOTE.TXT 6.3.10, https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT). */
const LOCAL_HEADER = 0x0403_4b50;
const CENTRAL_HEADER = 0x0201_4b50;
const END_RECORD = 0x0605_4b50;
const ZIP64_END_RECORD = 0x0606_4b50;
const ZIP64_LOCATOR = 0x0706_4b50;

const LOCAL_HEADER_BYTES = 30;
const CENTRAL_HEADER_BYTES = 46;
const END_RECORD_BYTES = 22;
const ZIP64_LOCATOR_BYTES = 20;
const ZIP64_END_RECORD_BYTES = 56;
const LONGEST_COMMENT = 0xffff;
/** Most bytes of names and notes behind a local header. */
const LONGEST_LOCAL_HEADER = LOCAL_HEADER_BYTES + 2 * 0xffff;

const FLAG = { encrypted: 0x0001, sizesFollow: 0x0008 };
/** In fields of 16 and 32 bits: the number is in the zip64 extra field. */
const IN_ZIP64 = 0xffff_ffff;
const ZIP64_EXTRA = 0x0001;
/** Bytes of directory that are read; a member takes about a hundred. */
const MOST_DIRECTORY_BYTES = 64 * 1024 * 1024;
/** Bytes that are looked through at a time for the next member: members may be tiny, and what lies behind is read again for each. */
const SEARCH_BYTES = 16 * 1024;
/** Versions of the format go up to 6.3. */
const LATEST_VERSION = 63;

/** A file in a zip archive. */
export interface ZipMember {
  /** As the archive writes it. */
  readonly name: string;
  readonly isEncrypted: boolean;
  /** How it is packed (APPNOTE 4.4.5). */
  readonly method: number;
  /** Where its local header begins. */
  readonly start: number;
  /** Bytes that its packed data takes, at most that where the directory is lost. */
  readonly packedSize: number;
  /** Bytes and CRC-32 of the unpacked data; `undefined` where the directory is lost. */
  readonly size: number | undefined;
  readonly checksum: number | undefined;
}

export interface ZipDirectory {
  /** In the order of their data. */
  readonly members: readonly ZipMember[];
  /** The directory at the archive's end is lost: members behind the last one may be missing. */
  readonly isCut: boolean;
}

/** The archive is not made as archives are: members that share their data are a bomb (https://www.bamsoftware.com/hacks/zipbomb/). */
export class HostileZip extends Error {
  readonly code = 'EBOMB';
}

/** Whether a file is a zip archive, told by its first bytes; an empty one has its end record alone. */
export function isZip(beginning: Uint8Array): boolean {
  if (beginning.length < 4) return false;
  const signature = Buffer.from(beginning.subarray(0, 4)).readUInt32LE();
  return signature === LOCAL_HEADER || signature === END_RECORD;
}

/**
 * Reads the directory of a zip archive; where it is lost, as in a file that was cut, the members are looked for.
 * Rejects with the disk's error, and with `HostileZip`.
 */
export async function readZipDirectory(disk: Disk, path: string): Promise<ZipDirectory> {
  const { size } = await disk.status(path);
  const listed = await readCentralDirectory(disk, path, size);
  const members = (listed ?? (await findLocalHeaders(disk, path, size))).toSorted((a, b) => a.start - b.start);
  members.forEach((member, index) => {
    const next = members[index + 1];
    if (next !== undefined && member.start + member.packedSize > next.start) {
      throw new HostileZip('Members share their data');
    }
  });
  return { members: members.filter(({ name }) => !/[\\/]$/.test(name)), isCut: listed === undefined };
}

/** Where the packed data of a member begins; `undefined` when no local header is where it should be. */
export async function zipDataStart(disk: Disk, path: string, { start }: ZipMember): Promise<number | undefined> {
  // The directory may name any place.
  if (start < 0 || !Number.isSafeInteger(start)) return undefined;
  const header = await readBytes(disk, path, start, LOCAL_HEADER_BYTES);
  if (header.length < LOCAL_HEADER_BYTES || header.readUInt32LE() !== LOCAL_HEADER) return undefined;
  return start + LOCAL_HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
}

/** The members that the directory lists; `undefined` when there is no (whole) directory. */
async function readCentralDirectory(disk: Disk, path: string, fileSize: number): Promise<ZipMember[] | undefined> {
  const tailStart = Math.max(0, fileSize - LONGEST_COMMENT - END_RECORD_BYTES - ZIP64_LOCATOR_BYTES);
  const tail = await readBytes(disk, path, tailStart, fileSize - tailStart);
  const at = findEndRecord(tail);
  if (at === undefined) return undefined;
  const place = (await readZip64Place(disk, path, tail, at)) ?? {
    size: tail.readUInt32LE(at + 12),
    start: tail.readUInt32LE(at + 16),
    end: tailStart + at,
  };
  if (place.size > Math.min(MOST_DIRECTORY_BYTES, place.end)) return undefined;
  // What stands before the archive (a program that unpacks itself) moves everything.
  const before = place.end - place.size - place.start;
  return parseDirectory(await readBytes(disk, path, place.end - place.size, place.size), before);
}

function findEndRecord(tail: Buffer): number | undefined {
  for (let at = tail.length - END_RECORD_BYTES; at >= 0; at--) {
    if (tail[at] !== 0x50 || tail.readUInt32LE(at) !== END_RECORD) continue;
    if (at + END_RECORD_BYTES + tail.readUInt16LE(at + 20) <= tail.length) return at;
  }
  return undefined;
}

interface DirectoryPlace {
  readonly size: number;
  /** Where the archive says that it begins. */
  readonly start: number;
  /** Where it really ends. */
  readonly end: number;
}

async function readZip64Place(
  disk: Disk,
  path: string,
  tail: Buffer,
  endRecord: number,
): Promise<DirectoryPlace | undefined> {
  const at = endRecord - ZIP64_LOCATOR_BYTES;
  if (at < 0 || tail.readUInt32LE(at) !== ZIP64_LOCATOR) return undefined;
  const end = Number(tail.readBigUInt64LE(at + 8));
  if (!Number.isSafeInteger(end)) return undefined;
  const record = await readBytes(disk, path, end, ZIP64_END_RECORD_BYTES);
  if (record.length < ZIP64_END_RECORD_BYTES || record.readUInt32LE() !== ZIP64_END_RECORD) return undefined;
  return { size: Number(record.readBigUInt64LE(40)), start: Number(record.readBigUInt64LE(48)), end };
}

function parseDirectory(directory: Buffer, before: number): ZipMember[] | undefined {
  const members: ZipMember[] = [];
  let at = 0;
  while (at + CENTRAL_HEADER_BYTES <= directory.length && directory.readUInt32LE(at) === CENTRAL_HEADER) {
    const nameEnd = at + CENTRAL_HEADER_BYTES + directory.readUInt16LE(at + 28);
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
    const large = new Zip64Extra(directory.subarray(nameEnd, extraEnd));
    const size = large.take(directory.readUInt32LE(at + 24));
    const packedSize = large.take(directory.readUInt32LE(at + 20));
    members.push({
      name: memberNameText(directory.subarray(at + CENTRAL_HEADER_BYTES, nameEnd)),
      isEncrypted: (directory.readUInt16LE(at + 8) & FLAG.encrypted) !== 0,
      method: directory.readUInt16LE(at + 10),
      start: before + large.take(directory.readUInt32LE(at + 42)),
      packedSize,
      size,
      checksum: directory.readUInt32LE(at + 16),
    });
    at = extraEnd + directory.readUInt16LE(at + 32);
  }
  return at === directory.length ? members : undefined;
}

/** The numbers that have no room in their 32 bits, in their order (APPNOTE 4.5.3). */
class Zip64Extra {
  readonly #numbers: number[] = [];

  constructor(extra: Buffer) {
    for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
      if (extra.readUInt16LE(at) !== ZIP64_EXTRA) continue;
      const end = Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2));
      for (let number = at + 4; number + 8 <= end; number += 8) {
        this.#numbers.push(Number(extra.readBigUInt64LE(number)));
      }
    }
  }

  take(field: number): number {
    return field === IN_ZIP64 ? (this.#numbers.shift() ?? field) : field;
  }
}

/** The members that the archive itself shows, from its beginning on. */
async function findLocalHeaders(disk: Disk, path: string, fileSize: number): Promise<ZipMember[]> {
  const members: ZipMember[] = [];
  let start = 0;
  while (start < fileSize) {
    const header = await readBytes(disk, path, start, LONGEST_LOCAL_HEADER);
    if (!isLocalHeader(header)) break;
    const nameEnd = LOCAL_HEADER_BYTES + header.readUInt16LE(26);
    const extraEnd = nameEnd + header.readUInt16LE(28);
    const flags = header.readUInt16LE(6);
    const large = new Zip64Extra(header.subarray(nameEnd, extraEnd));
    large.take(header.readUInt32LE(22));
    const packedSize = large.take(header.readUInt32LE(18));
    const dataStart = start + extraEnd;
    const isSizeKnown = (flags & FLAG.sizesFollow) === 0;
    const end = isSizeKnown
      ? Math.min(fileSize, dataStart + packedSize)
      : await findNextHeader(disk, path, dataStart, fileSize);
    members.push({
      name: memberNameText(header.subarray(LOCAL_HEADER_BYTES, nameEnd)),
      isEncrypted: (flags & FLAG.encrypted) !== 0,
      method: header.readUInt16LE(8),
      start,
      packedSize: end - dataStart,
      size: undefined,
      checksum: undefined,
    });
    start = end;
  }
  return members;
}

function isLocalHeader(bytes: Buffer, at = 0): boolean {
  if (at + LOCAL_HEADER_BYTES > bytes.length || bytes.readUInt32LE(at) !== LOCAL_HEADER) return false;
  return bytes.readUInt16LE(at + 4) <= LATEST_VERSION && bytes.readUInt16LE(at + 26) > 0;
}

/** Where the next member begins; the file's end when none does. */
async function findNextHeader(disk: Disk, path: string, from: number, fileSize: number): Promise<number> {
  for (let start = from; start < fileSize; start += SEARCH_BYTES) {
    const bytes = await readBytes(disk, path, start, SEARCH_BYTES + LOCAL_HEADER_BYTES);
    for (let at = bytes.indexOf('PK'); at >= 0 && at < SEARCH_BYTES; at = bytes.indexOf('PK', at + 1)) {
      if (isLocalHeader(bytes, at)) return start + at;
    }
  }
  return fileSize;
}

async function readBytes(disk: Disk, path: string, start: number, length: number): Promise<Buffer> {
  const bytes = await disk.readRange(path, start, start + length);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

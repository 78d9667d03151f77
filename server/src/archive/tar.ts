import { ByteInput } from './packings/byteInput';
import { memberNameText } from './memberNames';
import { SequentialBody, type SequentialMember } from './sequentialBody';

/** Bytes of a header; bodies are filled up to a multiple of it. */
export const TAR_BLOCK = 512;

/** Where the fields of a header lie (POSIX.1-2024, "pax", ustar interchange format). */
const NAME = [0, 100] as const;
const SIZE = [124, 136] as const;
const CHECKSUM = [148, 156] as const;
const TYPE = 156;
const MAGIC = [257, 262] as const;
const PREFIX = [345, 500] as const;

const SPACE = 0x20;
/** Types of ordinary files: ustar, before ustar, contiguous. */
const FILE_TYPES = new Set(['0', '\0', '7']);
/** Types whose body says more about the member that follows: pax (POSIX) and a long name (GNU). */
const PAX_TYPE = 'x';
const LONG_NAME_TYPE = 'L';
/** Most bytes of such a body; a file name has at most 4096. */
const MOST_NOTE_BYTES = 1024 * 1024;

/** What notes before a header say of its member, where its fields have no room. */
interface Notes {
  name?: string;
  size?: number;
}

/** Whether a file (at least its first `TAR_BLOCK` bytes) is a tar archive. */
export function isTar(beginning: Uint8Array): boolean {
  return beginning.length >= TAR_BLOCK && isHeader(beginning.subarray(0, TAR_BLOCK));
}

/**
 * The files of a tar archive that comes in pieces; folders, links and devices are passed over.
 * @param onDamage called when the archive is damaged or ends too early
 */
export async function* tarMembers(
  chunks: AsyncIterable<Uint8Array>,
  onDamage: () => void,
): AsyncGenerator<SequentialMember> {
  const input = new ByteInput(chunks);
  try {
    let notes: Notes = {};
    for (;;) {
      const header = await input.take(TAR_BLOCK);
      if (header.length === TAR_BLOCK && header.every((byte) => byte === 0)) return;
      const size = isHeader(header) ? (notes.size ?? sizeOf(header)) : undefined;
      if (size === undefined) return onDamage();
      const body = new SequentialBody(input, size, (TAR_BLOCK - (size % TAR_BLOCK)) % TAR_BLOCK);
      const type = String.fromCharCode(header[TYPE]!);
      if (type === PAX_TYPE || type === LONG_NAME_TYPE) {
        if (size > MOST_NOTE_BYTES) return onDamage();
        notes = { ...notes, ...readNotes(type, await input.take(size)) };
        body.left = 0;
      } else {
        if (FILE_TYPES.has(type)) yield body.memberOf(notes.name ?? nameOf(header));
        notes = {};
      }
      if (!(await body.skip())) return onDamage();
    }
  } finally {
    await input.close();
  }
}

/** Whether the checksum is right: the sum of all bytes, those of the checksum taken for blanks. */
function isHeader(header: Uint8Array): boolean {
  if (header.length < TAR_BLOCK || header[0] === 0) return false;
  const expected = octal(header, CHECKSUM);
  let sum = 0;
  for (let at = 0; at < TAR_BLOCK; at++) sum += at >= CHECKSUM[0] && at < CHECKSUM[1] ? SPACE : header[at]!;
  return sum === expected;
}

function nameOf(header: Uint8Array): string {
  const name = text(header, NAME);
  const hasPrefix = text(header, MAGIC) === 'ustar';
  const prefix = hasPrefix ? text(header, PREFIX) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** Bytes of the body; `undefined` when the header gives no sensible number. */
function sizeOf(header: Uint8Array): number | undefined {
  if ((header[SIZE[0]]! & 0x80) === 0) return octal(header, SIZE);
  // GNU writes numbers of 8 GiB and more in binary, the highest bit set.
  const value = Buffer.from(header.subarray(SIZE[0], SIZE[1])).readBigUInt64BE(4);
  return value <= Number.MAX_SAFE_INTEGER ? Number(value) : undefined;
}

function octal(header: Uint8Array, field: readonly [number, number]): number | undefined {
  const digits = text(header, field).trim();
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : undefined;
}

function text(header: Uint8Array, [start, end]: readonly [number, number]): string {
  const zero = header.indexOf(0, start);
  return memberNameText(header.subarray(start, zero < 0 || zero > end ? end : zero));
}

function readNotes(type: string, body: Uint8Array): Notes {
  if (type === LONG_NAME_TYPE) {
    const zero = body.indexOf(0);
    return { name: memberNameText(zero < 0 ? body : body.subarray(0, zero)) };
  }
  const records = paxRecords(Buffer.from(body).toString('utf8'));
  const name = records.get('path');
  const size = Number(records.get('size') ?? Number.NaN);
  return { ...(name !== undefined && { name }), ...(Number.isSafeInteger(size) && size >= 0 && { size }) };
}

/** Records `length key=value`, each on a line. */
function paxRecords(body: string): Map<string, string> {
  const records = body.split('\n').map((line) => /^\d+ ([^=]+)=(.*)$/s.exec(line));
  return new Map(records.flatMap((record) => (record === null ? [] : [[record[1]!, record[2]!] as const])));
}

import { crc32, deflateRawSync } from 'node:zlib';

/** A file to be put into an archive. */
export interface Packed {
  /** Bytes where it is not UTF-8. */
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  /** tar: type of the header, an ordinary file where it is not given. */
  readonly type?: string;
}

/** A tar archive (POSIX ustar) with its two blocks of zeros at the end. */
export function tarOf(...files: readonly Packed[]): Buffer {
  return Buffer.concat([...files.map(tarMember), Buffer.alloc(1024)]);
}

function tarMember({ name, content, type = '0' }: Packed): Buffer {
  const body = Buffer.from(content);
  const header = Buffer.alloc(512);
  Buffer.from(name).copy(header, 0, 0, 100);
  header.write('0000644\0', 100);
  header.write(`${body.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write(' '.repeat(8), 148);
  header.write(type, 156, 'latin1');
  header.write('ustar\u000000', 257, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return Buffer.concat([header, body, Buffer.alloc(-body.length & 511)]);
}

/** A backup as All-in-One WP Migration makes them, with the empty header at its end. */
export function wpressOf(...files: readonly Packed[]): Buffer {
  return Buffer.concat([...files.map(wpressMember), Buffer.alloc(4377)]);
}

function wpressMember({ name, content }: Packed): Buffer {
  const body = Buffer.from(content);
  const path = name.toString();
  const slash = path.lastIndexOf('/');
  const header = Buffer.alloc(4377);
  header.write(path.slice(slash + 1), 0);
  header.write(`${body.length}`, 255);
  header.write('1636000000', 269);
  header.write(slash < 0 ? '.' : path.slice(0, slash), 281);
  return Buffer.concat([header, body]);
}

/** How a zip archive is made otherwise than usual. */
export interface ZipOptions {
  /** Sizes behind the data, as programs write them that don't know them before. */
  readonly sizesFollow?: boolean;
  readonly encrypted?: boolean;
  /** Sizes and places in the fields of zip64. */
  readonly zip64?: boolean;
  /** Way of packing that the headers name; the data is packed by Deflate. */
  readonly method?: number;
  /** All members of the directory point to the first one's data. */
  readonly shared?: boolean;
  readonly wrongChecksum?: boolean;
}

/** A zip archive. */
export function zipOf(files: readonly Packed[], options: ZipOptions = {}): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const member = zipMember(file, options.shared ? 0 : offset, options);
    locals.push(member.local);
    centrals.push(member.central);
    offset += member.local.length;
  }
  const directory = Buffer.concat(centrals);
  return Buffer.concat([...locals, directory, zipEnd(files.length, directory.length, offset, options)]);
}

function zipMember({ name, content }: Packed, offset: number, options: ZipOptions): { local: Buffer; central: Buffer } {
  const raw = Buffer.from(content);
  const data = deflateRawSync(raw);
  const nameBytes = Buffer.from(name);
  const flags = (options.encrypted ? 1 : 0) | (options.sizesFollow ? 8 : 0) | 0x800;
  const checksum = options.wrongChecksum ? 1 : crc32(raw);

  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(flags, 2);
  common.writeUInt16LE(options.method ?? 8, 4);
  common.writeUInt32LE(checksum, 10);
  common.writeUInt32LE(options.zip64 ? 0xffff_ffff : data.length, 14);
  common.writeUInt32LE(options.zip64 ? 0xffff_ffff : raw.length, 18);
  common.writeUInt16LE(nameBytes.length, 22);

  const large = Buffer.alloc(options.zip64 ? 28 : 0);
  if (options.zip64) {
    large.writeUInt16LE(1, 0);
    large.writeUInt16LE(24, 2);
    large.writeBigUInt64LE(BigInt(raw.length), 4);
    large.writeBigUInt64LE(BigInt(data.length), 12);
    large.writeBigUInt64LE(BigInt(offset), 20);
  }
  common.writeUInt16LE(large.length, 24);

  const localCommon = Buffer.from(common);
  if (options.sizesFollow) localCommon.fill(0, 10, 22);
  const descriptor = Buffer.alloc(options.sizesFollow ? 16 : 0);
  if (options.sizesFollow) {
    descriptor.write('PK\u0007\b', 'latin1');
    descriptor.writeUInt32LE(checksum, 4);
    descriptor.writeUInt32LE(data.length, 8);
    descriptor.writeUInt32LE(raw.length, 12);
  }
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(options.zip64 ? 0xffff_ffff : offset, 10);
  return {
    local: Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), localCommon, nameBytes, large, data, descriptor]),
    central: Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0', 'latin1'), common, rest, nameBytes, large]),
  };
}

function zipEnd(count: number, size: number, offset: number, { zip64 = false }: ZipOptions): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(zip64 ? 0xffff_ffff : size, 12);
  end.writeUInt32LE(zip64 ? 0xffff_ffff : offset, 16);
  if (!zip64) return end;
  const large = Buffer.alloc(56);
  large.write('PK\u0006\u0006', 'latin1');
  large.writeBigUInt64LE(44n, 4);
  large.writeBigUInt64LE(BigInt(count), 24);
  large.writeBigUInt64LE(BigInt(count), 32);
  large.writeBigUInt64LE(BigInt(size), 40);
  large.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\u0006\u0007', 'latin1');
  locator.writeBigUInt64LE(BigInt(offset + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([large, locator, end]);
}

import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** A checksum over unpacked data that comes in pieces. */
export interface Checksum {
  add(bytes: Uint8Array): void;
  /** As the file has it. */
  result(): Uint8Array;
}

/** Bytes of the check of each kind (section 2.1.1.2 of the format). */
const CHECK_BYTES = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];

/** How many bytes a check of a kind (0 to 15) takes. */
export function checkLength(kind: number): number {
  return CHECK_BYTES[kind] ?? 0;
}

/** A new checksum of a kind; `undefined` for none and for kinds that nobody uses. */
export function createCheck(kind: number): Checksum | undefined {
  if (kind === 1) return new Crc32();
  if (kind === 4) return new Crc64();
  return kind === 10 ? new Sha256() : undefined;
}

class Crc32 implements Checksum {
  #value = 0;

  add(bytes: Uint8Array): void {
    this.#value = crc32(bytes, this.#value);
  }

  result(): Uint8Array {
    return littleEndian(this.#value);
  }
}

/** The ECMA-182 polynomial, reflected. */
const POLYNOMIAL = 0xc96c_5795_d787_0f42n;
const LOW = new Uint32Array(256);
const HIGH = new Uint32Array(256);

class Crc64 implements Checksum {
  #low = 0xffff_ffff;
  #high = 0xffff_ffff;

  constructor() {
    if (LOW[1] === 0) fillTables();
  }

  add(bytes: Uint8Array): void {
    let low = this.#low;
    let high = this.#high;
    for (let at = 0; at < bytes.length; at++) {
      const index = (low ^ bytes[at]!) & 0xff;
      low = ((low >>> 8) | (high << 24)) ^ LOW[index]!;
      high = (high >>> 8) ^ HIGH[index]!;
    }
    this.#low = low;
    this.#high = high;
  }

  result(): Uint8Array {
    return Buffer.concat([littleEndian(~this.#low >>> 0), littleEndian(~this.#high >>> 0)]);
  }
}

function fillTables(): void {
  for (let byte = 0; byte < 256; byte++) {
    let value = BigInt(byte);
    for (let bit = 0; bit < 8; bit++) value = (value >> 1n) ^ ((value & 1n) === 1n ? POLYNOMIAL : 0n);
    LOW[byte] = Number(value & 0xffff_ffffn);
    HIGH[byte] = Number(value >> 32n);
  }
}

class Sha256 implements Checksum {
  readonly #hash = createHash('sha256');

  add(bytes: Uint8Array): void {
    this.#hash.update(bytes);
  }

  result(): Uint8Array {
    return this.#hash.digest();
  }
}

function littleEndian(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

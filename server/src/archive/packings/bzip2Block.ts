import type { BitReader } from './bitReader';
import { HuffmanCodes, LONGEST_CODE } from './huffman';

/** The data of a block is not what bzip2 writes. */
export class DamagedBlock extends Error {
  override readonly name = 'DamagedBlock';
}

/** Symbols that a selected table serves for. */
const GROUP_SYMBOLS = 50;
const MOST_TABLES = 6;
/** The two symbols that write the length of a run in a binary way of their own. */
const RUN_SYMBOLS = 2;
/** A byte that came this often in a row is followed by how many more of it come. */
const RUN_START = 4;

/** The bzip2 checksum takes the highest bit first: polynomial 0x04C11DB7, as in Ethernet. */
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte << 24;
  for (let bit = 0; bit < 8; bit++) remainder = (remainder << 1) ^ (remainder < 0 ? 0x04c1_1db7 : 0);
  return remainder;
});

/**
 * Unpacks the data of a block, behind its signature, one step after the other as it was packed: Huffman codes, move-to-front
 * and run lengths, Burrows-Wheeler transform, run lengths
 * (https://sourceware.org/bzip2/manual/manual.html; the format: https://github.com/dsnet/compress/blob/master/doc/bzip2-format.pdf).
 * @param size most bytes before the last step
 * @throws DamagedBlock
 */
export function unpackBlock(bits: BitReader, size: number): Uint8Array {
  const checksum = bits.read(32);
  if (bits.read(1) === 1) throw new DamagedBlock('Randomised blocks are no longer written since bzip2 0.9.5');
  const origin = bits.read(24);
  const last = new Uint32Array(size);
  const filled = readSymbols(bits, last);
  bits.assertWithin();
  if (origin >= filled) throw new DamagedBlock('The first row lies outside');
  const bytes = undoRuns(last.subarray(0, filled), undoTransform(last, filled, origin));
  if (checksumOf(bytes) !== checksum) throw new DamagedBlock('The checksum differs');
  return bytes;
}

/** Undoes Huffman codes, run lengths and move-to-front; gives how many bytes there are. */
function readSymbols(bits: BitReader, into: Uint32Array): number {
  const bytes = readUsedBytes(bits);
  const end = bytes.length + 1;
  const tableCount = bits.read(3);
  if (bytes.length === 0 || tableCount < 2 || tableCount > MOST_TABLES) throw new DamagedBlock('No tables');
  const selectors = readSelectors(bits, tableCount);
  const tables = Array.from({ length: tableCount }, () => readTable(bits, bytes.length + RUN_SYMBOLS));

  let filled = 0;
  let run = 0;
  let runUnit = 1;
  for (const selector of selectors) {
    const table = tables[selector]!;
    for (let turn = 0; turn < GROUP_SYMBOLS; turn++) {
      const symbol = table.read(bits);
      if (symbol === 0 || symbol === 1) {
        run += runUnit << symbol;
        runUnit <<= 1;
        if (run > into.length) throw new DamagedBlock('A run is too long');
        continue;
      }
      if (filled + run > into.length) throw new DamagedBlock('The block is too long');
      into.fill(bytes[0]!, filled, filled + run);
      filled += run;
      run = 0;
      runUnit = 1;
      if (symbol === end) return filled;
      if (symbol < 0 || filled === into.length) throw new DamagedBlock('No such symbol');
      into[filled++] = moveToFront(bytes, symbol - 1);
    }
  }
  throw new DamagedBlock('The block has no end');
}

/** The byte values that occur in the block, ascending. */
function readUsedBytes(bits: BitReader): Uint8Array {
  const used: number[] = [];
  const stretches = bits.read(16);
  for (let stretch = 0; stretch < 16; stretch++) {
    if (((stretches >>> (15 - stretch)) & 1) === 0) continue;
    const flags = bits.read(16);
    for (let byte = 0; byte < 16; byte++) {
      if ((flags >>> (15 - byte)) & 1) used.push(stretch * 16 + byte);
    }
  }
  return Uint8Array.from(used);
}

/** Which table serves for each group of symbols. */
function readSelectors(bits: BitReader, tables: number): Uint8Array {
  const order = Uint8Array.from({ length: tables }, (_, table) => table);
  const selectors = new Uint8Array(bits.read(15));
  for (let group = 0; group < selectors.length; group++) {
    let place = 0;
    while (bits.read(1) === 1) {
      if (++place >= tables) throw new DamagedBlock('No such table');
    }
    selectors[group] = moveToFront(order, place);
  }
  return selectors;
}

/** The lengths of the codes, each written as what it differs from the one before. */
function readTable(bits: BitReader, symbols: number): HuffmanCodes {
  const lengths = new Uint8Array(symbols);
  let length = bits.read(5);
  for (let symbol = 0; symbol < symbols; symbol++) {
    for (;;) {
      if (length < 1 || length > LONGEST_CODE) throw new DamagedBlock('No such code length');
      if (bits.read(1) === 0) break;
      length += bits.read(1) === 0 ? 1 : -1;
    }
    lengths[symbol] = length;
  }
  return new HuffmanCodes(lengths);
}

/** Takes the value at a place out and puts it first; gives it. */
function moveToFront(values: Uint8Array, place: number): number {
  const value = values[place]!;
  if (place > 0) {
    values.copyWithin(1, 0, place);
    values[0] = value;
  }
  return value;
}

/**
 * Undoes the Burrows-Wheeler transform: afterwards the upper 24 bits of each element say where the next byte is, the lower 8
 * are the byte. Gives where the first byte is.
 */
function undoTransform(last: Uint32Array, length: number, origin: number): number {
  const next = new Uint32Array(256);
  for (let at = 0; at < length; at++) next[last[at]! & 0xff]!++;
  let sum = 0;
  for (let byte = 0; byte < 256; byte++) {
    const count = next[byte]!;
    next[byte] = sum;
    sum += count;
  }
  for (let at = 0; at < length; at++) {
    const place = next[last[at]! & 0xff]!++;
    last[place] = last[place]! | (at << 8);
  }
  return last[origin]! >>> 8;
}

/** Follows the chain of bytes and writes runs out. */
function undoRuns(chain: Uint32Array, first: number): Uint8Array {
  let bytes = new Uint8Array(chain.length * 2);
  let length = 0;
  let same = 0;
  let before = -1;
  for (let turn = 0, at = first; turn < chain.length; turn++) {
    const element = chain[at]!;
    const byte = element & 0xff;
    at = element >>> 8;
    const count = same === RUN_START ? byte : 1;
    if (length + count > bytes.length) bytes = grown(bytes, length + count);
    if (same === RUN_START) {
      bytes.fill(before, length, length + count);
      same = 0;
      before = -1;
    } else {
      bytes[length] = byte;
      same = byte === before ? same + 1 : 1;
      before = byte;
    }
    length += count;
  }
  return bytes.subarray(0, length);
}

function grown(bytes: Uint8Array, least: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(least, bytes.length * 2));
  larger.set(bytes);
  return larger;
}

function checksumOf(bytes: Uint8Array): number {
  let checksum = 0xffff_ffff;
  for (let at = 0; at < bytes.length; at++) {
    checksum = (checksum << 8) ^ CRC_TABLE[(checksum >>> 24) ^ bytes[at]!]!;
  }
  return ~checksum >>> 0;
}

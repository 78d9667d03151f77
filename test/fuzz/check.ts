import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { memorySource } from '../../server/src/log/byteSource';
import { continueLog } from '../../server/src/log/continueLog';
import { fieldsOfLine } from '../../server/src/log/fieldAt';
import { logFormats } from '../../server/src/log/formats/table';
import { LONGEST_LINE } from '../../server/src/log/lineSplitter';
import { stretchOf } from '../../server/src/log/lineIndex';
import { LogTable, type LogTableData } from '../../server/src/log/logTable';
import { readLog, readLogPart, type LogReading } from '../../server/src/log/readLog';
import { memoryBytes } from '../../server/src/log/seekableBytes';
import { openPartReader } from '../../server/src/partReader';
import { readInParts } from '../../server/src/readInParts';
import { entriesOf } from '../support/entries';
import { FakeDisk } from '../support/fakeDisk';
import type { SeededRandom } from '../support/random';

/** Up to so many bytes a log is cut at every place, beyond at some. */
const SHORT = 100;
const CUTS = 3;
/** Cutting a file into parts takes a while for each, so that logs are large for this. */
const PARTS = 4;

/** Reads a log in every way that there is; throws when they differ or the result can't be true. */
export async function checkLog(bytes: Buffer, random: SeededRandom): Promise<LogReading> {
  const whole = await readChunks([bytes]);
  const starts = lineStarts(bytes);
  checkCounts(whole.table, bytes, starts);
  checkTexts(whole.table);
  checkFields(bytes, starts, random);
  for (const cuts of cutsOf(bytes.length, random)) {
    assertSame(await readChunks(piecesOf(bytes, cuts)), whole, `cut at ${cuts.join(', ')}`);
  }
  await checkOrdinaryLines(bytes, whole);
  await checkParts(bytes, whole, starts);
  await checkContinued(bytes, whole, random);
  await checkGzip(bytes, whole, random);
  return whole;
}

async function readChunks(chunks: readonly Uint8Array[]): Promise<LogReading> {
  return readLog({
    size: chunks.reduce((sum, chunk) => sum + chunk.length, 0),
    async *chunks() {
      yield* chunks;
    },
  });
}

/** Where lines begin, told in the simplest way. */
function lineStarts(bytes: Buffer): number[] {
  const starts: number[] = [];
  let start = 0;
  for (let at = 0; at < bytes.length; at++) {
    const endsLine = bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a);
    if (!endsLine) continue;
    starts.push(start);
    start = at + 1;
  }
  if (start < bytes.length) starts.push(start);
  return starts;
}

/** No line is lost or counted twice, and each is found where it lies. */
function checkCounts({ lineIndex, rows, rejected, continued }: LogTableData, bytes: Buffer, starts: number[]): void {
  assert.equal(lineIndex.lines, starts.length, 'lines');
  assert.equal(lineIndex.bytes, bytes.length, 'bytes');
  assert.equal(rows + rejected.length, starts.length, 'entries and rejected lines');
  assertAscending(rejected, starts.length);
  assertAscending(continued, starts.length);
  const known = new Set(rejected);
  assert.ok(
    continued.every((line) => known.has(line)),
    'lines that go on are rejected ones',
  );
  lineIndex.markedLines.forEach((line, mark) =>
    assert.equal(lineIndex.offsets[mark], starts[line - 1], `line ${line}`),
  );
  for (let line = 1; line <= starts.length; line += 7) {
    const { start, end, before } = stretchOf(lineIndex, line);
    assert.ok(start <= starts[line - 1]! && starts[line - 1]! < end && before < line, `stretch of line ${line}`);
  }
}

function assertAscending(lines: Uint32Array, most: number): void {
  lines.forEach((line, at) => assert.ok(line > (lines[at - 1] ?? 0) && line <= most, `line ${line}`));
}

/** Every number in the table stands for something, and every row is on its line. */
function checkTexts(data: LogTableData): void {
  const table = new LogTable(data);
  assert.equal(entriesOf(table).length, data.rows);
  for (let row = 0; row < data.rows; row++) assert.equal(table.rowOfLine(table.lineOfRow(row)), row);
}

/** The fields of a line lie within it. */
function checkFields(bytes: Buffer, starts: number[], random: SeededRandom): void {
  const line = random.integer(0, Math.max(0, starts.length - 1));
  const text = bytes.toString('utf8', starts[line] ?? 0, Math.min(starts[line + 1] ?? bytes.length, LONGEST_LINE));
  for (const { name, start, end } of fieldsOfLine(text.replaceAll(/[\r\n]/g, ''))) {
    assert.ok(start >= 0 && start <= end && end <= text.length, `${name} from ${start} to ${end}`);
  }
}

function cutsOf(length: number, random: SeededRandom): number[][] {
  if (length <= SHORT) return Array.from({ length: length + 1 }, (_, at) => [at]);
  return Array.from({ length: CUTS }, (_, turn) =>
    Array.from({ length: 1 + turn * turn * 3 }, () => random.integer(0, length)).toSorted((a, b) => a - b),
  );
}

function piecesOf(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  // Copies, as what lies behind a chunk in memory must not matter.
  return [0, ...cuts].map((start, index) => Buffer.from(bytes.subarray(start, cuts[index] ?? bytes.length)));
}

/** What is read of ordinary lines at once is what the format's own reader reads line by line. */
async function checkOrdinaryLines(bytes: Buffer, whole: LogReading): Promise<void> {
  const format = logFormats.find(({ id }) => id === whole.format);
  if (format?.ordinaryShape === undefined) return;
  const lineByLine = { ...format, ordinaryShape: undefined };
  const table = await readLogPart(memorySource(bytes).chunks(), lineByLine, { facts: {} });
  if (table !== undefined) assertSame({ ...whole, table }, whole, 'line by line');
}

/** A log of one format is the same table read in parts. */
async function checkParts(bytes: Buffer, whole: LogReading, starts: number[]): Promise<void> {
  const format = logFormats.find(({ id }) => id === whole.format);
  if (format === undefined || format.isStateful) return;
  const disk = new FakeDisk({ '/a.log': bytes });
  const log = { path: '/a.log', size: bytes.length, format, facts: {} };
  const table = await readInParts(disk, log, (parted) => openPartReader(disk, parted), {
    partBytes: Math.ceil(bytes.length / PARTS),
  });
  if (table === undefined) return;
  checkCounts(table, bytes, starts);
  assertSameEntries(table, whole.table, 'in parts');
}

/** A log that was read up to some byte and goes on is the same table. */
async function checkContinued(bytes: Buffer, whole: LogReading, random: SeededRandom): Promise<void> {
  const before = await readChunks([bytes.subarray(0, random.integer(0, bytes.length))]);
  if (before.format !== whole.format) return;
  const table = await continueLog(before, memoryBytes(bytes), {});
  if (table === undefined) return;
  assertSameEntries(table, whole.table, `continued behind ${before.table.lineIndex.bytes} bytes`);
}

/** What was packed is the same; what was cut or damaged afterwards is read as far as it goes. */
async function checkGzip(bytes: Buffer, whole: LogReading, random: SeededRandom): Promise<void> {
  const packed = gzipSync(bytes, { level: 1 });
  assertSame(
    { ...(await readChunks(piecesOf(packed, [random.integer(0, packed.length)]))), packing: 'plain' },
    whole,
    'packed',
  );
  const damaged = Buffer.from(packed);
  damaged[random.integer(0, packed.length - 1)] = random.integer(0, 255);
  for (const broken of [damaged, packed.subarray(0, random.integer(0, packed.length))]) {
    const { table } = await readChunks([broken]);
    assert.equal(table.rows + table.rejected.length, table.lineIndex.lines, 'lines of a damaged file');
  }
}

/** All entries are equal; a text that a later line of its entry replaced is known only to who read both in one go. */
function assertSameEntries(one: LogTableData, other: LogTableData, how: string): void {
  assert.deepEqual(entriesOf(new LogTable(one)), entriesOf(new LogTable(other)), how);
  assert.deepEqual([one.rejected, one.continued], [other.rejected, other.continued], how);
  assert.deepEqual([one.lineIndex.lines, one.lineIndex.bytes], [other.lineIndex.lines, other.lineIndex.bytes], how);
}

/** Everything is equal but which lines are marked in the index. */
function assertSame(one: LogReading, other: LogReading, how: string): void {
  assert.equal(one.format, other.format, `format, ${how}`);
  const { lineIndex, ...columns } = one.table;
  const { lineIndex: otherIndex, ...otherColumns } = other.table;
  assert.deepEqual(columns, otherColumns, how);
  assert.deepEqual([lineIndex.lines, lineIndex.bytes], [otherIndex.lines, otherIndex.bytes], how);
}

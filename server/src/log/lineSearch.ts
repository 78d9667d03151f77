import { CARRIAGE_RETURN, LINE_FEED } from './bytes';
import { markOf, type LineIndex } from './lineIndex';
import { asBuffer, LineSplitter } from './lineSplitter';
import type { Needle } from './needle';
import type { SeekableBytes } from './seekableBytes';

/** Bytes that are searched at a time. */
const BLOCK_BYTES = 2 * 1024 * 1024;

/** Larger blocks hold over-long lines and are searched line by line: of such a line no more than `LONGEST_LINE` is looked at. */
const LARGEST_BLOCK = 16 * 1024 * 1024;

/** Lines found at a time when they are searched one by one. */
const LINES_AT_A_TIME = 4096;

/** Given the lines (from 1, ascending) of each piece that was searched, and up to which byte that went. */
export type FoundSink = (lines: readonly number[], bytes: number) => void;

/** A part of the log that begins and ends at marks of its index. */
interface Block {
  /** Number of the mark that it begins at. */
  readonly mark: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Searches a log for the lines that hold a text.
 * @param firstLine line (from 1) to begin at
 */
export async function searchLines(
  bytes: SeekableBytes,
  index: LineIndex,
  needle: Needle,
  firstLine: number,
  onFound: FoundSink,
): Promise<void> {
  const take: FoundSink = (lines, done) => {
    const isBehind = lines[0] === undefined || lines[0] >= firstLine;
    onFound(isBehind ? lines : lines.filter((line) => line >= firstLine), done);
  };
  const blocks = [...blocksOf(index, firstLine)];
  if (bytes.isSequential && blocks.length > 0) {
    return searchLineByLine(bytes, index, { ...blocks[0]!, end: index.bytes }, needle, take);
  }
  let next = readBlock(bytes, blocks[0]);
  for (const [at, block] of blocks.entries()) {
    const content = await next;
    // The next block is read while this one is searched.
    next = readBlock(bytes, blocks[at + 1]);
    // Should it fail, that is met when it is waited for.
    next.catch(() => undefined);
    if (content === undefined) await searchLineByLine(bytes, index, block, needle, take);
    else take(searchBlock(content, index, block, needle), block.end);
  }
}

function* blocksOf(index: LineIndex, firstLine: number): Generator<Block> {
  const { offsets } = index;
  for (let mark = Math.max(0, markOf(index, firstLine)); mark < offsets.length;) {
    const start = offsets[mark]!;
    let next = mark + 1;
    while (next < offsets.length && offsets[next]! - start < BLOCK_BYTES) next++;
    yield { mark, start, end: offsets[next] ?? index.bytes };
    mark = next;
  }
}

/** The bytes of a block; `undefined` for one that is too large, and for none. */
async function readBlock(bytes: SeekableBytes, block: Block | undefined): Promise<Buffer | undefined> {
  if (block === undefined || block.end - block.start > LARGEST_BLOCK) return undefined;
  return asBuffer(await bytes.read(block.start, block.end));
}

function searchBlock(content: Buffer, index: LineIndex, block: Block, needle: Needle): number[] {
  const prepared = needle.prepare(content);
  const found: number[] = [];
  let mark = block.mark;
  let line = index.markedLines[mark]!;
  let lineStart = 0;
  for (let at = needle.find(prepared, 0); at >= 0; at = needle.find(prepared, lineStart)) {
    // Line ends are counted from the last mark on, or from the last line that was found.
    while (index.offsets[mark + 1]! - block.start <= at) mark++;
    if (index.offsets[mark]! - block.start > lineStart) {
      line = index.markedLines[mark]!;
      lineStart = index.offsets[mark]! - block.start;
    }
    line += countLineEnds(content, lineStart, at);
    found.push(line++);
    lineStart = endOfLine(content, at);
  }
  return found;
}

async function searchLineByLine(
  bytes: SeekableBytes,
  index: LineIndex,
  { mark, start, end }: Block,
  needle: Needle,
  onFound: FoundSink,
): Promise<void> {
  let line = index.markedLines[mark]! - 1;
  let found: number[] = [];
  const splitter = new LineSplitter((buffer, from, to, offset) => {
    line++;
    if (needle.find(needle.prepare(buffer.subarray(from, to)), 0) >= 0) found.push(line);
    if (line % LINES_AT_A_TIME !== 0) return;
    onFound(found, start + offset);
    found = [];
  });
  for await (const chunk of bytes.stream(start, end)) splitter.push(chunk);
  splitter.finish();
  onFound(found, end);
}

/** Ends of lines in `[start, end)`: line feeds, carriage returns, or both as one. */
function countLineEnds(bytes: Buffer, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    // A line feed behind a carriage return belongs to it.
    const isEnd =
      byte === CARRIAGE_RETURN || (byte === LINE_FEED && (at === start || bytes[at - 1] !== CARRIAGE_RETURN));
    if (isEnd) count++;
  }
  return count;
}

/** Where the line behind the one at `at` begins. */
function endOfLine(bytes: Buffer, at: number): number {
  let end = at;
  while (end < bytes.length && bytes[end] !== LINE_FEED && bytes[end] !== CARRIAGE_RETURN) end++;
  return bytes[end] === CARRIAGE_RETURN && bytes[end + 1] === LINE_FEED ? end + 2 : end + 1;
}

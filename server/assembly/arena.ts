/**
 * Memory in blocks whose sizes are powers of two. A block that is given back serves the next one of its size: what grows by
 * doubling leaves no holes behind for ever.
 */

const PAGE_BITS: usize = 16;
/** Bytes behind the last block, as readers of texts may look so far behind their end. */
const MARGIN: usize = 64;
/** The smallest block has 2^6 bytes, a line of the processor's cache. */
const SMALLEST_BITS: i32 = 6;
const SIZES: i32 = 32;

/** First free block of each size, 0 where there is none; a free block begins with the place of the next one. */
const freeBlocks = memory.data(SIZES * sizeof<usize>());
/** Where memory begins that no block has used yet. */
let unused: usize = __heap_base;

/** Bits of the size of the block that has room for `bytes`. */
function sizeBits(bytes: usize): i32 {
  const bits = 32 - clz<u32>(<u32>(bytes - 1));
  return max(SMALLEST_BITS, bits);
}

/** How many bytes the block has that `allocate` gives for so many. */
export function blockBytes(bytes: usize): usize {
  return (<usize>1) << sizeBits(bytes);
}

/** A block of at least `bytes` bytes, aligned to 64, with anything in it. Traps when the memory is used up. */
export function allocate(bytes: usize): usize {
  const bits = sizeBits(bytes);
  if (bits >= SIZES) unreachable();
  const list = freeBlocks + bits * sizeof<usize>();
  const reused = load<usize>(list);
  if (reused !== 0) {
    store<usize>(list, load<usize>(reused));
    return reused;
  }
  const block = (unused + 63) & ~63;
  const end = block + ((<usize>1) << bits);
  if (end < block) unreachable();
  makeRoom(end);
  unused = end;
  return block;
}

/** Gives a block back that `allocate` gave for so many bytes. */
export function release(block: usize, bytes: usize): void {
  const list = freeBlocks + sizeBits(bytes) * sizeof<usize>();
  store<usize>(block, load<usize>(list));
  store<usize>(list, block);
}

/** Gives all blocks back. */
export function releaseAll(): void {
  memory.fill(freeBlocks, 0, SIZES * sizeof<usize>());
  unused = __heap_base;
}

function makeRoom(end: usize): void {
  const pages = <i32>((end + MARGIN - 1) >> PAGE_BITS) + 1 - memory.size();
  if (pages > 0 && memory.grow(pages) < 0) unreachable();
}

import { allocate, release } from './arena';

const FIRST_ROOM: usize = 4096;
/** Two numbers, side by side in the processor's cache. */
const PAIR_BYTES: usize = 8;

/** For each text of a table two numbers that it came with last: it often comes with the same again. */
@unmanaged
export class LastNumbers {
  private pairs: usize;
  /** Texts that there is room for. */
  private room: usize;

  start(): void {
    this.room = FIRST_ROOM;
    this.pairs = allocate(FIRST_ROOM * PAIR_BYTES);
    memory.fill(this.pairs, 0xff, FIRST_ROOM * PAIR_BYTES);
  }

  /** Where the numbers of a text are kept, the second 4 bytes behind the first; -1 where none was seen. Texts are numbered in order. */
  @inline
  of(text: usize): usize {
    if (text >= this.room) this.makeRoom();
    return this.pairs + text * PAIR_BYTES;
  }

  private makeRoom(): void {
    const bytes = this.room * PAIR_BYTES;
    const larger = allocate(bytes * 2);
    memory.copy(larger, this.pairs, bytes);
    memory.fill(larger + bytes, 0xff, bytes);
    release(this.pairs, bytes);
    this.pairs = larger;
    this.room *= 2;
  }
}

/** Numbers of the referrer and the agent that each client came with. */
export const lastOfClients = changetype<LastNumbers>(memory.data(16, 8));
/** Numbers of the method and the endpoint that each path came with. */
export const lastOfPaths = changetype<LastNumbers>(memory.data(16, 8));

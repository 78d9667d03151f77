import { allocate, blockBytes, release } from './arena';

const FIRST_TEXTS: usize = 512;
const FIRST_BYTES: usize = 16 * 1024;
/** A slot holds the hash of a text and its number plus 1; 0 stands for a free slot. */
const SLOT_BYTES: usize = 8;
const SLOT_BITS: usize = 3;
/** Slots are kept at most half full, so that a chain of full ones stays short. */
const SLOTS_PER_TEXT: usize = 2;
/** Two odd constants whose bits are spread well, those of SplitMix64 (https://prng.di.unimi.it/splitmix64.c). */
const FIRST_MULTIPLIER: u64 = 0xbf58476d1ce4e5b9;
const SECOND_MULTIPLIER: u64 = 0x94d049bb133111eb;

/**
 * The distinct texts of one column, numbered from 0 in order of first appearance. Hashing starts from a random seed, as the
 * texts are the attacker's and must not be able to collide on purpose.
 */
@unmanaged
export class TextTable {
  /** Number of distinct texts. */
  size: usize;
  /** All texts, one behind the other. */
  bytes: usize;
  /** Text `id` fills `[ends[id - 1], ends[id])` of the bytes. */
  ends: usize;
  private room: usize;
  private slots: usize;
  private slotCount: usize;
  private seed: u64;

  start(seed: u64): void {
    this.size = 0;
    this.seed = seed;
    this.room = FIRST_BYTES;
    this.bytes = allocate(FIRST_BYTES);
    this.ends = allocate(FIRST_TEXTS * sizeof<u32>());
    this.slotCount = FIRST_TEXTS * SLOTS_PER_TEXT;
    this.slots = allocateZeros(this.slotCount * SLOT_BYTES);
  }

  /**
   * Number of a text, a new one when it was never seen. Up to 16 bytes around it are looked at, too.
   * @param guess number it probably has, which saves the hashing when right; -1 for none
   */
  intern(text: usize, length: usize, guess: i32): u32 {
    if (guess >= 0 && this.equals(guess, text, length)) return guess;
    const hash = hashOf(this.seed, text, length);
    const mask = this.slotCount - 1;
    let slot = this.slotAt(<usize>hash & mask);
    let number = load<u32>(slot, 4);
    while (number !== 0) {
      if (load<u32>(slot) === hash && this.equals(number - 1, text, length)) return number - 1;
      slot = this.slotAt((((slot - this.slots) >> SLOT_BITS) + 1) & mask);
      number = load<u32>(slot, 4);
    }
    return this.add(slot, hash, text, length);
  }

  @inline
  private slotAt(index: usize): usize {
    return this.slots + (index << SLOT_BITS);
  }

  /** Where text `id` begins within the bytes, or the next one will. */
  @inline
  private startOf(id: usize): usize {
    return id === 0 ? 0 : load<u32>(this.ends + (id - 1) * sizeof<u32>());
  }

  @inline
  private equals(id: usize, text: usize, length: usize): bool {
    const start = this.startOf(id);
    if (<usize>load<u32>(this.ends + id * sizeof<u32>()) - start !== length) return false;
    return sameBytes(this.bytes + start, text, length);
  }

  private add(slot: usize, hash: u32, text: usize, length: usize): u32 {
    const id = this.size++;
    const start = this.startOf(id);
    if (start + length > this.room) this.makeRoom(start, start + length);
    memory.copy(this.bytes + start, text, length);
    store<u32>(this.ends + id * sizeof<u32>(), <u32>(start + length));
    store<u32>(slot, hash);
    store<u32>(slot, <u32>id + 1, 4);
    if (this.size * SLOTS_PER_TEXT === this.slotCount) this.addSlots();
    return <u32>id;
  }

  private makeRoom(used: usize, needed: usize): void {
    const room = blockBytes(max(needed, this.room * 2));
    const larger = allocate(room);
    memory.copy(larger, this.bytes, used);
    release(this.bytes, this.room);
    this.bytes = larger;
    this.room = room;
  }

  private addSlots(): void {
    const endsBytes = this.size * sizeof<u32>();
    const ends = allocate(endsBytes * 2);
    memory.copy(ends, this.ends, endsBytes);
    release(this.ends, endsBytes);
    this.ends = ends;

    const slotsBytes = this.slotCount * SLOT_BYTES;
    const old = this.slots;
    this.slotCount *= 2;
    this.slots = allocateZeros(this.slotCount * SLOT_BYTES);
    for (let from = old; from < old + slotsBytes; from += SLOT_BYTES) {
      if (load<u32>(from, 4) !== 0) this.place(load<u64>(from));
    }
    release(old, slotsBytes);
  }

  /** Puts a slot's content where it now belongs. */
  private place(content: u64): void {
    const mask = this.slotCount - 1;
    let index = <usize>content & mask;
    while (load<u32>(this.slotAt(index), 4) !== 0) index = (index + 1) & mask;
    store<u64>(this.slotAt(index), content);
  }
}

function allocateZeros(bytes: usize): usize {
  const block = allocate(bytes);
  memory.fill(block, 0, bytes);
  return block;
}

/** Whether two texts of one length are the same. The last step may overlap the one before, so that no bytes are left over. */
@inline
function sameBytes(one: usize, other: usize, length: usize): bool {
  if (length >= 16) {
    const last = length - 16;
    for (let at: usize = 0; at < last; at += 16) {
      if (v128.any_true(v128.xor(v128.load(one + at), v128.load(other + at)))) return false;
    }
    return !v128.any_true(v128.xor(v128.load(one + last), v128.load(other + last)));
  }
  return shortText(one, length) === shortText(other, length) && (length <= 8 || sameWords(one, other, length));
}

@inline
function sameWords(one: usize, other: usize, length: usize): bool {
  return load<u64>(one) === load<u64>(other) && load<u64>(one + length - 8) === load<u64>(other + length - 8);
}

/** The first bytes of a text, 8 at most, as a number. */
@inline
function shortText(text: usize, length: usize): u64 {
  const word = load<u64>(text);
  return length >= 8 ? word : word & (((<u64>1) << (length * 8)) - 1);
}

function hashOf(seed: u64, text: usize, length: usize): u32 {
  let hash = seed ^ length;
  if (length > 8) {
    const last = text + length - 8;
    for (let at = text; at < last; at += 8) hash = mixed(hash ^ load<u64>(at));
    hash = mixed(hash ^ load<u64>(last));
  } else {
    hash = mixed(hash ^ shortText(text, length));
  }
  return <u32>(hash ^ (hash >> 32));
}

/** Two multiplications: behind one alone, some pairs of texts would collide whatever the seed is. */
@inline
function mixed(bits: u64): u64 {
  const once = (bits ^ (bits >> 30)) * FIRST_MULTIPLIER;
  const twice = (once ^ (once >> 27)) * SECOND_MULTIPLIER;
  return twice ^ (twice >> 31);
}

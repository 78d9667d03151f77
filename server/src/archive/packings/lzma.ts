/** The packed data is not what LZMA writes. */
export class DamagedLzma extends Error {
  override readonly name = 'DamagedLzma';
}

const STATES = 12;
/** States below were reached by a literal. */
const LITERAL_STATES = 7;
const MOST_POSITION_STATES = 16;
const PROBABILITY_BITS = 11;
const EVEN_CHANCE = 1 << (PROBABILITY_BITS - 1);
const ADAPTION_SHIFT = 5;
/** The range is widened by a byte when it falls below. */
const LEAST_RANGE = 2 ** 24;
const SHORTEST_MATCH = 2;
/** Lengths that have slots of distances of their own. */
const LENGTH_STATES = 4;
const SLOT_BITS = 6;
/** Slots from here on write some middle bits plainly. */
const FIRST_PLAIN_SLOT = 14;
const ALIGN_BITS = 4;
const FULL_DISTANCES = 1 << (FIRST_PLAIN_SLOT / 2);
const LITERAL_CODER = 0x300;

/** Where the probabilities of each decision begin in the one array of all. */
const IS_MATCH = 0;
const IS_REPEAT = IS_MATCH + STATES * MOST_POSITION_STATES;
const IS_NOT_FIRST = IS_REPEAT + STATES;
const IS_NOT_SECOND = IS_NOT_FIRST + STATES;
const IS_NOT_THIRD = IS_NOT_SECOND + STATES;
const IS_LONG = IS_NOT_THIRD + STATES;
const SLOTS = IS_LONG + STATES * MOST_POSITION_STATES;
const SPECIAL = SLOTS + (LENGTH_STATES << SLOT_BITS);
const ALIGN = SPECIAL + FULL_DISTANCES;
const MATCH_LENGTH = ALIGN + (1 << ALIGN_BITS);
/** Within a length coder. */
const LOW = 2;
const MIDDLE = LOW + MOST_POSITION_STATES * 8;
const HIGH = MIDDLE + MOST_POSITION_STATES * 8;
const LENGTH_CODER = HIGH + 256;
const REPEAT_LENGTH = MATCH_LENGTH + LENGTH_CODER;
const LITERALS = REPEAT_LENGTH + LENGTH_CODER;

/** Most bytes of a piece of LZMA2, unpacked. */
const LONGEST_PIECE = 1 << 21;

/**
 * Unpacks the pieces of an LZMA2 stream, LZMA or plain (https://github.com/tukaani-project/xz/blob/master/doc/xz-file-format.txt;
 * the LZMA specification of the LZMA SDK, https://www.7-zip.org/sdk.html).
 */
export class LzmaDecoder {
  /** How far back a match may reach, in bytes. */
  readonly reach: number;
  /** What was unpacked last; `#filled` bytes of it since the dictionary was reset, up to `#end`. */
  readonly #window: Uint8Array;
  #end = 0;
  #filled = 0;

  #probabilities = new Uint16Array(0);
  #literalContext = 0;
  #literalPositionMask = 0;
  #positionMask = 0;
  #state = 0;
  /** The four last distances, less one. */
  #distances = [0, 0, 0, 0];

  #packed: Uint8Array = new Uint8Array(0);
  #at = 0;
  #range = 0;
  #code = 0;

  /** @param dictionarySize bytes */
  constructor(dictionarySize: number) {
    this.reach = dictionarySize;
    // Twice the reach, so that it need not be moved down for every piece.
    this.#window = new Uint8Array(2 * dictionarySize + LONGEST_PIECE);
  }

  resetDictionary(): void {
    this.#filled = 0;
  }

  /** Forgets everything, for another stream. */
  restart(): void {
    this.#filled = 0;
    this.#probabilities = new Uint16Array(0);
  }

  /**
   * Sets the properties (lc, lp and pb in one byte) and forgets all that was learnt.
   * @throws DamagedLzma for properties that LZMA2 does not allow
   */
  setProperties(properties: number): void {
    const literalContext = properties % 9;
    const literalPosition = Math.floor(properties / 9) % 5;
    const position = Math.floor(properties / 45);
    if (position > 4 || literalContext + literalPosition > 4) throw new DamagedLzma('No such properties');
    this.#literalContext = literalContext;
    this.#literalPositionMask = (1 << literalPosition) - 1;
    this.#positionMask = (1 << position) - 1;
    this.#probabilities = new Uint16Array(LITERALS + (LITERAL_CODER << (literalContext + literalPosition)));
    this.resetState();
  }

  /** Forgets what was learnt. */
  resetState(): void {
    this.#probabilities.fill(EVEN_CHANCE);
    this.#state = 0;
    this.#distances.fill(0);
  }

  /** Takes a piece that is not packed; gives it back. */
  copy(bytes: Uint8Array): Uint8Array {
    this.#makeRoom();
    this.#window.set(bytes, this.#end);
    this.#end += bytes.length;
    this.#filled += bytes.length;
    return bytes;
  }

  /**
   * Unpacks a piece; the result is a view that is good until the next piece.
   * @param size bytes that it unpacks to, at most `LONGEST_PIECE`
   * @throws DamagedLzma
   */
  unpack(packed: Uint8Array, size: number): Uint8Array {
    if (this.#probabilities.length === 0) throw new DamagedLzma('No properties');
    this.#makeRoom();
    this.#startRange(packed);
    const start = this.#end;
    const end = start + size;
    while (this.#end < end) this.#unpackNext(end);
    if (this.#at > packed.length) throw new DamagedLzma('The piece is too short');
    return this.#window.subarray(start, end);
  }

  #makeRoom(): void {
    if (this.#end + LONGEST_PIECE <= this.#window.length) return;
    this.#window.copyWithin(0, this.#end - this.reach, this.#end);
    this.#end = this.reach;
  }

  #startRange(packed: Uint8Array): void {
    if (packed.length < 5 || packed[0] !== 0) throw new DamagedLzma('No range coder');
    this.#packed = packed;
    this.#code = new DataView(packed.buffer, packed.byteOffset).getUint32(1);
    this.#range = 0xffff_ffff;
    this.#at = 5;
  }

  #unpackNext(end: number): void {
    const positionState = this.#filled & this.#positionMask;
    const state = this.#state;
    const choice = state * MOST_POSITION_STATES + positionState;
    if (this.#bit(IS_MATCH + choice) === 0) return this.#addLiteral();
    if (this.#bit(IS_REPEAT + state) === 0) {
      const length = this.#readLength(MATCH_LENGTH, positionState);
      this.#readDistance(length);
      this.#state = state < LITERAL_STATES ? 7 : 10;
      return this.#addMatch(length, end);
    }
    if (this.#bit(IS_NOT_FIRST + state) === 0) {
      if (this.#bit(IS_LONG + choice) === 0) {
        this.#state = state < LITERAL_STATES ? 9 : 11;
        return this.#addMatch(1, end);
      }
    } else this.#chooseDistance(state);
    this.#state = state < LITERAL_STATES ? 8 : 11;
    this.#addMatch(this.#readLength(REPEAT_LENGTH, positionState), end);
  }

  /** Makes the second, third or fourth last distance the last one. */
  #chooseDistance(state: number): void {
    const place = this.#bit(IS_NOT_SECOND + state) === 0 ? 1 : 2 + this.#bit(IS_NOT_THIRD + state);
    const distance = this.#distances[place]!;
    this.#distances.copyWithin(1, 0, place);
    this.#distances[0] = distance;
  }

  #addLiteral(): void {
    const before = this.#filled === 0 ? 0 : this.#window[this.#end - 1]!;
    const position = this.#filled & this.#literalPositionMask;
    const context = (position << this.#literalContext) + (before >>> (8 - this.#literalContext));
    const coder = LITERALS + LITERAL_CODER * context;
    let symbol = 1;
    if (this.#state >= LITERAL_STATES) {
      // After a match the byte that would have continued it is most probably not the next one.
      let matched = this.#byteBack(this.#distances[0]!);
      while (symbol < 0x100) {
        matched <<= 1;
        const expected = (matched >>> 8) & 1;
        const bit = this.#bit(coder + ((1 + expected) << 8) + symbol);
        symbol = (symbol << 1) | bit;
        if (bit !== expected) break;
      }
    }
    while (symbol < 0x100) symbol = (symbol << 1) | this.#bit(coder + symbol);
    this.#window[this.#end++] = symbol;
    this.#filled++;
    this.#state = this.#state < 4 ? 0 : this.#state - (this.#state < 10 ? 3 : 6);
  }

  #byteBack(distance: number): number {
    if (distance >= this.#filled || distance >= this.reach) throw new DamagedLzma('Nothing lies so far back');
    return this.#window[this.#end - distance - 1]!;
  }

  #addMatch(length: number, end: number): void {
    const distance = this.#distances[0]!;
    this.#byteBack(distance);
    if (this.#end + length > end) throw new DamagedLzma('A match is too long');
    const window = this.#window;
    let from = this.#end - distance - 1;
    for (let to = this.#end; to < this.#end + length; to++) window[to] = window[from++]!;
    this.#end += length;
    this.#filled += length;
  }

  #readLength(coder: number, positionState: number): number {
    if (this.#bit(coder) === 0) return SHORTEST_MATCH + this.#tree(coder + LOW + positionState * 8, 3);
    if (this.#bit(coder + 1) === 0) return SHORTEST_MATCH + 8 + this.#tree(coder + MIDDLE + positionState * 8, 3);
    return SHORTEST_MATCH + 16 + this.#tree(coder + HIGH, 8);
  }

  #readDistance(length: number): void {
    const lengthState = Math.min(length - SHORTEST_MATCH, LENGTH_STATES - 1);
    const slot = this.#tree(SLOTS + (lengthState << SLOT_BITS), SLOT_BITS);
    this.#distances.copyWithin(1, 0, 3);
    this.#distances[0] = slot < 4 ? slot : this.#readLongDistance(slot);
  }

  #readLongDistance(slot: number): number {
    const bits = (slot >>> 1) - 1;
    const high = (2 | (slot & 1)) * 2 ** bits;
    if (slot < FIRST_PLAIN_SLOT) return high + this.#reverseTree(SPECIAL + high - slot - 1, bits);
    const middle = this.#plainBits(bits - ALIGN_BITS) * (1 << ALIGN_BITS);
    return high + middle + this.#reverseTree(ALIGN, ALIGN_BITS);
  }

  #tree(start: number, bits: number): number {
    let symbol = 1;
    for (let turn = 0; turn < bits; turn++) symbol = (symbol << 1) | this.#bit(start + symbol);
    return symbol - (1 << bits);
  }

  #reverseTree(start: number, bits: number): number {
    let symbol = 1;
    let value = 0;
    for (let turn = 0; turn < bits; turn++) {
      const bit = this.#bit(start + symbol);
      symbol = (symbol << 1) | bit;
      value |= bit << turn;
    }
    return value;
  }

  #plainBits(count: number): number {
    let value = 0;
    for (let turn = 0; turn < count; turn++) {
      this.#widen();
      this.#range = this.#range >>> 1;
      const bit = this.#code >= this.#range ? 1 : 0;
      if (bit === 1) this.#code -= this.#range;
      value = value * 2 + bit;
    }
    return value;
  }

  #bit(index: number): number {
    this.#widen();
    const probability = this.#probabilities[index]!;
    const bound = (this.#range >>> PROBABILITY_BITS) * probability;
    if (this.#code < bound) {
      this.#range = bound;
      this.#probabilities[index] = probability + (((1 << PROBABILITY_BITS) - probability) >>> ADAPTION_SHIFT);
      return 0;
    }
    this.#range -= bound;
    this.#code -= bound;
    this.#probabilities[index] = probability - (probability >>> ADAPTION_SHIFT);
    return 1;
  }

  #widen(): void {
    if (this.#range >= LEAST_RANGE) return;
    this.#range = (this.#range << 8) >>> 0;
    // Bytes behind the end count as zero; that too many were read is noticed when the piece is done.
    this.#code = ((this.#code << 8) | (this.#packed[this.#at++] ?? 0)) >>> 0;
  }
}

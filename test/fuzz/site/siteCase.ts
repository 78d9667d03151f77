import type { SeededRandom } from '../../support/random';
import type { CheckedSiteFile } from './checkSiteFile';

/** A file that the fuzzer gives the reader of sites. */
export interface SiteCase {
  /** Its path, which tells what it is read as. */
  readonly path: string;
  readonly bytes: Buffer;
}

/** Files of one sort: what they are made of. */
export interface SiteTarget {
  readonly paths: readonly string[];
  /** Ordinary and suspicious beginnings, each of which means something by itself. */
  readonly samples: readonly string[];
  /** Characters and words that change the meaning of what stands around them. */
  readonly pieces: readonly string[];
  /** Makes a text that is right by the grammar, however odd; absent where a grammar has nothing that samples lack. */
  readonly write?: (random: SeededRandom) => string;
  /** Reads a case and fails where it is read wrong; absent for files that the reader of sites reads. */
  readonly check?: (file: SiteCase) => CheckedSiteFile;
}

/** Bytes that are no UTF-8: a lone surrogate, an overlong slash, a cut character, Shift_JIS, EUC-JP, byte order marks. */
const ODD_BYTES = [
  'eda080',
  'c0af',
  'e382',
  'ff',
  '93fa967b8cea',
  'c6fccbdcb8ec',
  'efbbbf',
  'fffe',
  'feff',
  '1b2442',
  '00',
];
/** One case in so many is long, and takes a hundred times as long as others. */
const LONG_EVERY = 200;
const LONG = 300_000;
const MOST_PIECES = 400;
const MOST_RANDOM_BYTES = 2000;

/** Makes case `number` of a target; it is the same in every run. */
export function createSiteCase(target: SiteTarget, number: number, random: SeededRandom): SiteCase {
  const path = random.pick(target.paths);
  if (number % LONG_EVERY === 0) return { path, bytes: Buffer.from(longText(target, random)) };
  return { path, bytes: random.pick(MAKERS)(target, random) };
}

type Maker = (target: SiteTarget, random: SeededRandom) => Buffer;

const MAKERS: readonly Maker[] = [
  (target, random) => Buffer.from(mutated(target, random, random.pick(target.samples))),
  (target, random) => Buffer.from(mutated(target, random, mixed(target, random))),
  (target, random) => Buffer.from(written(target, random)),
  (target, random) => Buffer.from(mutated(target, random, written(target, random))),
  (target, random) => withOddBytes(random, Buffer.from(mixed(target, random))),
  ({ pieces }, random) => Buffer.from(joined(random.integer(0, MOST_PIECES), () => random.pick(pieces))),
  (_, random) =>
    Buffer.from(Array.from({ length: random.integer(0, MOST_RANDOM_BYTES) }, () => random.integer(0, 255))),
];

function written(target: SiteTarget, random: SeededRandom): string {
  return target.write?.(random) ?? mixed(target, random);
}

/** The beginning of one sample goes on with the end of another, some times over. */
function mixed({ samples }: SiteTarget, random: SeededRandom): string {
  return joined(random.integer(1, 4), () => {
    const sample = random.pick(samples);
    const other = random.pick(samples);
    return sample.slice(0, random.integer(0, sample.length)) + other.slice(random.integer(0, other.length));
  });
}

function longText({ samples, pieces }: SiteTarget, random: SeededRandom): string {
  const piece = random.pick([...pieces, ...samples]);
  return random.pick(samples) + piece.repeat(Math.ceil(LONG / piece.length)) + random.pick(samples);
}

function mutated(target: SiteTarget, random: SeededRandom, text: string): string {
  let changed = text;
  for (let left = random.integer(1, 6); left > 0; left--) changed = random.pick(MUTATIONS)(changed, target, random);
  return changed;
}

/** Each changes a text a little. */
const MUTATIONS: readonly ((text: string, target: SiteTarget, random: SeededRandom) => string)[] = [
  (text, { pieces }, random) => replaced(text, 0, random.pick(pieces), random),
  (text, { pieces }, random) => replaced(text, random.integer(1, 12), random.pick(pieces), random),
  (text, _, random) => replaced(text, random.integer(1, 60), '', random),
  (text, { samples }, random) => replaced(text, 0, random.pick(samples), random),
  (text, { pieces }, random) => replaced(text, 0, random.pick(pieces).repeat(random.integer(2, 300)), random),
  (text, _, random) => text.slice(random.integer(0, text.length)),
  (text, _, random) => text.slice(0, random.integer(0, text.length)),
  (text) => text + text,
  (text) => text.replaceAll('\n', '\r'),
  (text, { pieces }, random) => text.replaceAll(/\d+/g, () => random.pick(pieces)),
];

function replaced(text: string, length: number, by: string, random: SeededRandom): string {
  const at = random.integer(0, text.length);
  return text.slice(0, at) + by + text.slice(at + length);
}

function withOddBytes(random: SeededRandom, bytes: Buffer): Buffer {
  const at = random.pick([0, random.integer(0, bytes.length)]);
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(random.pick(ODD_BYTES), 'hex'), bytes.subarray(at)]);
}

function joined(count: number, make: () => string): string {
  return Array.from({ length: count }, make).join('');
}

import { packingOf, unsupportedPackingOf } from '../../server/src/archive/packings/packing';
import type { SeededRandom } from '../support/random';
import { ordinaryLine } from './ordinaryLine';
import { SAMPLES } from './samples';

/** What the fuzzer gives the reader. */
export interface FuzzCase {
  readonly kind: CaseKind;
  readonly bytes: Buffer;
}

export type CaseKind =
  | 'ordinary log'
  | 'mutated log'
  | 'mixed log'
  | 'spliced lines'
  | 'structure'
  | 'random bytes'
  | 'long lines';

/** Bytes that mean something in some format. */
const PIECES: readonly string[] = [
  [' ', '  ', '\t', '"', '\\"', '\\', '\\u', '\\x00', '[', ']', '{', '}', '(', ')', '<', '>', ',', ':', ';', '-', '--'],
  ['|', '/', '#', '#Fields: ', '%', '%zz', '?', '=', '+', '*', '\0', '\u{feff}', '\u{ff}', '\u{fffd}', 'お知らせ'],
  ['0', '9', '-1', '1e999', '4294967295', '4294967296', '99999999999999999999', '1635731815', '00/Jan/0000', '+9999'],
  ['01/Nov/2021:10:56:55 +0900', '29/Feb/2021', ' - - ', '"-"', 'HTTP/1.1"', '200 512', '192.0.2.1', '::1', 'GET '],
  ['PHP message: ', 'client: ', 'request: "', ' stdout F ', '{"log":"', '\u2028', '\u0085', '\v', '\f', '\u{1f600}'],
  ['\r', '\n', '\r\n', '\n\n'],
].flat();
/** Bytes that are no UTF-8: a lone surrogate, an overlong slash, a cut character, bytes that never occur. */
const BROKEN_UTF8 = ['eda080', 'c0af', 'e382', 'ff', 'fe', '80', 'f4908080'].map((hex) => Buffer.from(hex, 'hex'));
const LINE_ENDS = ['\n', '\n', '\n', '\r\n', '\r'];
/** The reader cuts lines at 1 MiB. */
const LONGEST_LINE = 1024 * 1024;

/** Makes a case that does not begin as packed bytes do; the same random numbers make the same. */
export function createCase(random: SeededRandom, kind: CaseKind): FuzzCase {
  for (;;) {
    const bytes = makers[kind](random);
    if (packingOf(bytes) === 'plain' && unsupportedPackingOf(bytes) === undefined) return { kind, bytes };
  }
}

const makers: Readonly<Record<CaseKind, (random: SeededRandom) => Buffer>> = {
  'ordinary log': (random) => {
    const isCombined = random.next() < 0.7;
    const share = random.pick([0, 0.01, 0.2]);
    return logOf(random, () => {
      const line = ordinaryLine(random, isCombined);
      return random.next() < share ? mutated(random, line) : Buffer.from(line);
    });
  },
  'mutated log': (random) => {
    const sample = random.pick(SAMPLES);
    const share = random.pick([0.02, 0.3, 1]);
    return logOf(random, () => (random.next() < share ? mutated(random, sample) : Buffer.from(sample)));
  },
  'mixed log': (random) => logOf(random, () => mutated(random, random.pick(SAMPLES))),
  'spliced lines': (random) => logOf(random, () => spliced(random, random.pick(SAMPLES), random.pick(SAMPLES))),
  structure: (random) =>
    Buffer.from(Array.from({ length: random.integer(0, 600) }, () => random.pick(PIECES)).join('')),
  'random bytes': (random) =>
    Buffer.from(Array.from({ length: random.integer(0, 3000) }, () => random.integer(0, 255))),
  'long lines': (random) => {
    const piece = random.pick([...PIECES, ...SAMPLES]);
    const long = piece.repeat(Math.ceil((LONGEST_LINE + random.integer(-2, 2)) / piece.length));
    return Buffer.from([random.pick(SAMPLES), long, random.pick(SAMPLES)].join(random.pick(LINE_ENDS)));
  },
};

/** Lines with ends of any kind, the last one perhaps without; more than formats are told by, now and then. */
function logOf(random: SeededRandom, line: () => Buffer): Buffer {
  const lines = random.pick([1, 3, 20, 250]);
  const end = random.pick(LINE_ENDS);
  const parts: Buffer[] = random.next() < 0.1 ? [Buffer.from('\u{feff}')] : [];
  for (let count = random.integer(1, lines); count > 0; count--) {
    parts.push(line(), Buffer.from(random.next() < 0.05 ? random.pick(LINE_ENDS) : end));
  }
  if (random.next() < 0.5) parts.pop();
  return Buffer.concat(parts);
}

function mutated(random: SeededRandom, text: string): Buffer {
  let bytes: Buffer = Buffer.from(text);
  for (let count = random.integer(1, 3); count > 0; count--) bytes = random.pick(mutations)(random, bytes);
  return bytes;
}

/** Each changes a line a little. */
const mutations: readonly ((random: SeededRandom, bytes: Buffer) => Buffer)[] = [
  (random, bytes) => replaced(random, bytes, 0, Buffer.from(random.pick(PIECES))),
  (random, bytes) => replaced(random, bytes, random.integer(1, 12), Buffer.from(random.pick(PIECES))),
  (random, bytes) => replaced(random, bytes, random.integer(0, 2), random.pick(BROKEN_UTF8)),
  (random, bytes) => replaced(random, bytes, random.integer(1, 40), Buffer.alloc(0)),
  (random, bytes) => replaced(random, bytes, 1, Buffer.of(random.integer(0, 255))),
  (random, bytes) => bytes.subarray(0, random.integer(0, bytes.length)),
  (random, bytes) => bytes.subarray(random.integer(0, bytes.length)),
  (_random, bytes) => Buffer.concat([bytes, bytes]),
  (random, bytes) => Buffer.concat([bytes, Buffer.alloc(random.integer(1, 300), random.pick(PIECES))]),
  (random, bytes) =>
    Buffer.from(
      bytes.toString('latin1').replaceAll(/\d+/g, () => random.pick(PIECES)),
      'latin1',
    ),
];

function replaced(random: SeededRandom, bytes: Buffer, length: number, by: Buffer): Buffer {
  const at = random.integer(0, bytes.length);
  return Buffer.concat([bytes.subarray(0, at), by, bytes.subarray(at + length)]);
}

function spliced(random: SeededRandom, one: string, other: string): Buffer {
  return Buffer.from(one.slice(0, random.integer(0, one.length)) + other.slice(random.integer(0, other.length)));
}

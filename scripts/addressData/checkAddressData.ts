import { loadAddressData } from '../../server/src/address/addressData';
import { parseAddress } from '../../server/src/address/parseAddress';
import type { Choice, Range } from './ranges';

/** The rows of one address family, as they were read. */
export interface FamilySources {
  readonly family: 4 | 6;
  readonly systems: readonly Range[];
  readonly geography: readonly Range[];
  readonly delegation: readonly Range[];
  readonly chooseCountry: Choice;
}

const randomAddressesPerFamily = 2_000;
const boundariesPerSource = 300;

/**
 * Compares compiled data with a plain search through the rows that it was made from: for random addresses and for the
 * addresses on both sides of rows' ends.
 * @returns how many public addresses were compared.
 * @throws Error at the first difference.
 */
export function checkAddressData(
  bytes: Uint8Array,
  sources: readonly FamilySources[],
  countries: readonly string[],
  names: ReadonlyMap<number, string>,
): number {
  const data = loadAddressData(bytes);
  const random = randomNumbers(20_211_101);
  let compared = 0;
  for (const source of sources) {
    for (const value of addressesToCheck(source, random)) {
      const text = addressText(source.family, value);
      const address = parseAddress(text);
      if (address?.kind !== 'public') continue;
      const asn = valueAt(source.systems, value);
      const country = source.chooseCountry(valueAt(source.geography, value), valueAt(source.delegation, value));
      const expected = [countries[country - 1], asn || undefined, names.get(asn) || undefined];
      const found = data.lookup(address);
      const actual = [found?.country, found?.asn, found?.organisation];
      if (String(actual) !== String(expected)) throw new Error(`${text}: ${String(actual)}, not ${String(expected)}`);
      compared++;
    }
  }
  return compared;
}

function* addressesToCheck(source: FamilySources, random: () => number): Generator<bigint> {
  const { family, systems, geography, delegation } = source;
  const highest = family === 4 ? 0xffff_ffffn : (1n << 128n) - 1n;
  for (let count = 0; count < randomAddressesPerFamily; count++) {
    const { first, last } = pick(systems, random);
    // Most of IPv6 is empty: there, addresses are taken from announced networks.
    yield networkStart(family, family === 4 ? scaled(highest, random) : first + scaled(last - first, random));
  }
  for (const ranges of [systems, geography, delegation]) {
    for (let count = 0; count < boundariesPerSource; count++) {
      const { first, last } = pick(ranges, random);
      const size = family === 4 ? 1n : 1n << 64n;
      for (const value of [first - size, first, last, last + size]) {
        if (value >= 0n && value <= highest) yield networkStart(family, value);
      }
    }
  }
}

/** The address that the compiled data answers for: IPv6 is compiled by /64. */
function networkStart(family: 4 | 6, value: bigint): bigint {
  return family === 4 ? value : (value >> 64n) << 64n;
}

/** The value of the last row that holds the address, 0 where none does. */
function valueAt(ranges: readonly Range[], value: bigint): number {
  return ranges.findLast(({ first, last }) => first <= value && value <= last)?.value ?? 0;
}

function addressText(family: 4 | 6, value: bigint): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.');
  return (value.toString(16).padStart(32, '0').match(/.{4}/g) ?? []).join(':');
}

function pick(ranges: readonly Range[], random: () => number): Range {
  const range = ranges[Math.floor(random() * ranges.length)];
  if (range === undefined) throw new Error('No rows');
  return range;
}

function scaled(size: bigint, random: () => number): bigint {
  return (size * BigInt(Math.floor(random() * 2 ** 32))) >> 32n;
}

/** The same numbers from 0 up to 1 for the same seed: a linear congruential generator (Numerical Recipes, §7.1). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

import { formatMark, formatVersion } from '../../server/src/address/addressDataFormat';
import type { Step } from './ranges';

/** An autonomous system and who runs it; an empty name is an unknown one. */
export interface AutonomousSystem {
  readonly asn: number;
  readonly organisation: string;
}

/** All that goes into the compiled data. */
export interface AddressTables {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Two-letter codes, at most 255. */
  readonly countries: readonly string[];
  /** In ascending order of their numbers. */
  readonly systems: readonly AutonomousSystem[];
  /** Steps over 32-bit addresses; values made with `reference`. */
  readonly ipv4: readonly Step[];
  /** Steps over the first 64 bits; values made with `reference`. */
  readonly ipv6: readonly Step[];
}

const countryLimit = 256;

/**
 * The value of a step.
 * @param system position in `systems` plus 1, or 0 for none.
 * @param country position in `countries` plus 1, or 0 for none.
 */
export function reference(system: number, country: number): number {
  return system * countryLimit + country;
}

/** The bytes of the tables, in the layout of `addressDataFormat.ts`. */
export function encodeAddressData(tables: AddressTables): Uint8Array {
  if (tables.countries.length >= countryLimit) throw new Error('More countries than fit in a byte');
  const writer = new ByteWriter();
  writer.text(formatMark);
  writer.byte(formatVersion);
  writer.number(Number(tables.date.replaceAll('-', '')));
  writer.number(tables.countries.length);
  writer.text(tables.countries.join(''));

  writer.number(tables.systems.length);
  writer.ascending(tables.systems.map(({ asn }) => asn));
  const names = new TextEncoder().encode(tables.systems.map(({ organisation }) => `${organisation}\n`).join(''));
  writer.number(names.length);
  writer.bytes(names);

  writer.number(tables.ipv4.length);
  writer.ascending(tables.ipv4.map(({ start }) => Number(start)));
  writer.values(tables.ipv4);

  const prefixes = tables.ipv6.map(({ start }) => Number(start >> 16n));
  const subnets = tables.ipv6.map(({ start }) => Number(start & 0xffffn));
  writer.number(tables.ipv6.length);
  writer.ascending(prefixes);
  subnets.forEach((subnet, row) => {
    const samePrefix = row > 0 ? prefixes[row] === prefixes[row - 1] : prefixes[row] === 0;
    writer.number(samePrefix ? subnet - (subnets[row - 1] ?? 0) : subnet);
  });
  writer.values(tables.ipv6);
  return writer.written;
}

class ByteWriter {
  readonly #bytes: number[] = [];

  get written(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }

  byte(value: number): void {
    this.#bytes.push(value);
  }

  bytes(values: Uint8Array): void {
    for (const value of values) this.#bytes.push(value);
  }

  text(ascii: string): void {
    this.bytes(new TextEncoder().encode(ascii));
  }

  number(value: number): void {
    if (!Number.isSafeInteger(value) || value < 0) throw new Error(`${value} can't be written`);
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.byte((rest % 128) + 128);
    this.byte(rest);
  }

  ascending(values: readonly number[]): void {
    values.forEach((value, row) => this.number(value - (values[row - 1] ?? 0)));
  }

  values(steps: readonly Step[]): void {
    for (const { value } of steps) this.number(Math.floor(value / countryLimit));
    for (const { value } of steps) this.byte(value % countryLimit);
  }
}

import { ByteReader, formatMark, formatVersion } from './addressDataFormat';
import type { Address } from './parseAddress';

/** What is known of a public address offline; `undefined` is unknown. */
export interface NetworkRecord {
  /** ISO 3166-1 alpha-2 code of the country that the network is registered or announced for. */
  readonly country?: string;
  /** Number of the autonomous system that announces the network. */
  readonly asn?: number;
  /** Who runs that system. A third party's words: one line without control or bidi characters, otherwise any text. */
  readonly organisation?: string;
}

/** The bundled network data in memory, about 12 MB. */
export interface AddressData {
  /** Date of the data, `YYYY-MM-DD`. */
  readonly date: string;
  /** The record of an address, or `undefined` where nothing is known of it and for all that isn't public. */
  lookup(address: Address): NetworkRecord | undefined;
}

/** IPv4 addresses have no lower half; reading past its end gives the same 0 as theirs. */
const noLow = new Uint32Array(0);

/** Rows by first address; `high` and `low` as in `Address`. */
interface NetworkTable {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  /** AS reference × 256 + country reference; a reference is 0 for none, otherwise 1 + position. */
  readonly values: Uint32Array;
}

interface Organisations {
  readonly numbers: Uint32Array;
  /** Each name with a line feed behind it. One text and offsets into it: 90,000 strings of their own would take twice the memory. */
  readonly names: string;
  /** Where in `names` each begins, and where all of them end. */
  readonly starts: Uint32Array;
}

/** The network data as it crosses threads: plain data. */
export interface AddressTables {
  readonly date: string;
  readonly countries: readonly string[];
  readonly organisations: Organisations;
  readonly ipv4: NetworkTable;
  readonly ipv6: NetworkTable;
}

/** Reads compiled network data; parameters and errors are those of `readAddressTables`. */
export function loadAddressData(bytes: Uint8Array): AddressData {
  return openAddressTables(readAddressTables(bytes));
}

/** Network data that was read, here or in another thread, for look-ups. */
export function openAddressTables(tables: AddressTables): AddressData {
  return { date: tables.date, lookup: lookupIn(tables) };
}

/**
 * Reads compiled network data.
 * @param bytes decompressed, in the layout of `addressDataFormat.ts`; not kept.
 * @throws Error where the bytes aren't such data, are of another version, or are damaged.
 */
export function readAddressTables(bytes: Uint8Array): AddressTables {
  const reader = new ByteReader(bytes);
  const mark = new TextDecoder('latin1').decode(reader.take(formatMark.length));
  if (mark !== formatMark) throw new Error('Not network data');
  const version = reader.byte();
  if (version !== formatVersion) throw new Error(`Network data of version ${version}, not ${formatVersion}`);
  const date = dateText(reader.number());
  const countries = readCountries(reader);
  const organisations = readOrganisations(reader);
  const ipv4 = readIpv4Table(reader);
  const ipv6 = readIpv6Table(reader);
  if (!reader.atEnd) throw new Error('Network data goes on after its end');
  return { date, countries, organisations, ipv4, ipv6 };
}

function lookupIn({ countries, organisations, ipv4, ipv6 }: AddressTables): AddressData['lookup'] {
  return (address) => {
    if (address.kind !== 'public') return undefined;
    const value = valueAt(address.family === 4 ? ipv4 : ipv6, address);
    if (value === 0) return undefined;
    const country = countries[(value & 255) - 1];
    const system = value >>> 8;
    if (system === 0) return { country };
    return { country, asn: organisations.numbers[system - 1], organisation: nameAt(organisations, system - 1) };
  };
}

function readCountries(reader: ByteReader): string[] {
  const letters = new TextDecoder('latin1').decode(reader.take(reader.count(2) * 2));
  return letters.match(/../g) ?? [];
}

function dateText(date: number): string {
  const digits = String(date).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

function readOrganisations(reader: ByteReader): Organisations {
  const numbers = new Uint32Array(reader.count(1));
  readAscending(reader, numbers);
  const names = new TextDecoder('utf-8', { fatal: true }).decode(reader.take(reader.count(1)));
  const starts = new Uint32Array(numbers.length + 1);
  for (let row = 0; row < numbers.length; row++) {
    const end = names.indexOf('\n', starts[row]);
    if (end < 0) throw new RangeError('Fewer organisations than AS numbers');
    starts[row + 1] = end + 1;
  }
  return { numbers, names, starts };
}

function nameAt({ names, starts }: Organisations, position: number): string | undefined {
  return names.slice(starts[position], (starts[position + 1] ?? 1) - 1) || undefined;
}

function readIpv4Table(reader: ByteReader): NetworkTable {
  const high = new Uint32Array(reader.count(3));
  readAscending(reader, high);
  return { high, low: noLow, values: readValues(reader, high.length) };
}

function readIpv6Table(reader: ByteReader): NetworkTable {
  const length = reader.count(4);
  const high = new Uint32Array(length);
  const low = new Uint32Array(length);
  // Bits 32 to 47 share a number with `high` in the layout; 48 bits are exact in a JavaScript number.
  const steps = new Float64Array(length);
  for (let row = 0; row < length; row++) steps[row] = reader.number();
  let prefix = 0;
  let subnet = 0;
  for (let row = 0; row < length; row++) {
    const step = steps[row] ?? 0;
    prefix += step;
    subnet = step === 0 ? subnet + reader.number() : reader.number();
    high[row] = Math.floor(prefix / 0x10000);
    low[row] = (prefix % 0x10000) * 0x10000 + subnet;
  }
  return { high, low, values: readValues(reader, length) };
}

function readAscending(reader: ByteReader, column: Uint32Array): void {
  let value = 0;
  for (let row = 0; row < column.length; row++) {
    value += reader.number();
    column[row] = value;
  }
}

function readValues(reader: ByteReader, length: number): Uint32Array {
  const values = new Uint32Array(length);
  for (let row = 0; row < length; row++) values[row] = reader.number() * 256;
  const countries = reader.take(length);
  for (let row = 0; row < length; row++) values[row] = (values[row] ?? 0) + (countries[row] ?? 0);
  return values;
}

/** The value of the last row that starts at or before the address, 0 before the first row. */
function valueAt({ high, low, values }: NetworkTable, address: Address): number {
  let from = 0;
  let to = high.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const order = (high[middle] ?? 0) - address.high || (low[middle] ?? 0) - address.low;
    if (order <= 0) from = middle + 1;
    else to = middle;
  }
  return values[from - 1] ?? 0;
}

// What the bundled network data takes and says: npx tsx test/bench/addresses.ts
// Prints sizes, processor time (so that other work on the machine does not matter) and a table of well-known addresses; exits with 1
// when the data is larger or slower than it may be, or does not know one of them.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type AddressData, loadAddressData } from '../../server/src/address/addressData';
import { parseAddress, type Address } from '../../server/src/address/parseAddress';
import { SeededRandom } from '../support/random';
import { markdownTable } from './figures';
import { knownAddresses } from './knownAddresses';

const FILE = path.join(import.meta.dirname, '../../data/addresses.bin.br');
const LARGEST_MB = 3;
const LEAST_LOOK_UPS_A_SECOND = 500_000;
const ADDRESSES = 200_000;
const ROUNDS = 7;

/** Least processor seconds of some rounds. */
function leastSeconds(work: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1e6);
  }
  return least;
}

function randomAddresses(make: (random: SeededRandom) => string): string[] {
  const random = new SeededRandom(1);
  const addresses: string[] = [];
  while (addresses.length < ADDRESSES) {
    const text = make(random);
    if (parseAddress(text)?.kind === 'public') addresses.push(text);
  }
  return addresses;
}

const ipv4 = (random: SeededRandom): string => [0, 0, 0, 0].map(() => random.integer(0, 255)).join('.');
const ipv6 = (random: SeededRandom): string =>
  [random.integer(0x2001, 0x2c0f), ...[0, 0, 0].map(() => random.integer(0, 0xffff))]
    .map((part) => part.toString(16))
    .join(':') + '::1';

function lookUpsASecond(data: AddressData, addresses: readonly (Address | undefined)[]): number {
  const seconds = leastSeconds(() => {
    for (const address of addresses) if (address !== undefined) data.lookup(address);
  });
  return addresses.length / seconds;
}

function knownRows(data: AddressData): { readonly rows: string[][]; readonly wrong: number } {
  let wrong = 0;
  const rows = knownAddresses.map(([text, country, asn, whose]) => {
    const found = data.lookup(parseAddress(text)!);
    const isRight = found?.country === country && found.asn === asn;
    if (!isRight) wrong++;
    const said = `${found?.country ?? '-'} AS${found?.asn ?? '-'}`;
    return [text, whose, `${country} AS${asn}`, said, found?.organisation ?? '-', isRight ? 'yes' : 'NO'];
  });
  return { rows, wrong };
}

function main(): void {
  const packed = readFileSync(FILE);
  const bytes = brotliDecompressSync(packed);
  const data = loadAddressData(bytes);
  const unpacking = leastSeconds(() => void brotliDecompressSync(packed));
  const loading = leastSeconds(() => void loadAddressData(bytes));
  const texts = { IPv4: randomAddresses(ipv4), IPv6: randomAddresses(ipv6) };
  const speeds = Object.entries(texts).map(
    ([family, each]) => [family, lookUpsASecond(data, each.map(parseAddress))] as const,
  );
  const parsing = leastSeconds(() => texts.IPv4.forEach((text) => data.lookup(parseAddress(text)!)));
  const megabytes = packed.length / 1e6;

  console.log(
    `Data of ${data.date}: ${megabytes.toFixed(2)} MB packed, ${(bytes.length / 1e6).toFixed(2)} MB unpacked`,
  );
  console.log(`Ready after ${(1000 * (unpacking + loading)).toFixed(0)} ms: unpacking and reading, once`);
  for (const [family, speed] of speeds) console.log(`${family}: ${(speed / 1e6).toFixed(2)} million look-ups/s`);
  console.log(`IPv4 out of text: ${(ADDRESSES / parsing / 1e6).toFixed(2)} million/s`);
  const { rows, wrong } = knownRows(data);
  console.log(`\n${markdownTable(['address', 'whose', 'expected', 'said', 'organisation', 'right'], rows, 6)}`);

  const isSlow = speeds.some(([, speed]) => speed < LEAST_LOOK_UPS_A_SECOND);
  if (megabytes > LARGEST_MB || isSlow || wrong > 0) process.exitCode = 1;
}

main();

/**
 * Compiles `data/addresses.bin.br`, the offline network data, from three npm packages that are installed for the purpose
 * into a temporary folder, and checks it against their rows before it is written. The same sources give the same file.
 *
 *     npx tsx scripts/buildAddressData.ts
 *
 * Newer data: change `version`, run, and put the new date into data/README.md.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { checkAddressData } from './addressData/checkAddressData';
import { type AddressTables, encodeAddressData, reference } from './addressData/encodeAddressData';
import { type Choice, combineSteps, type Range, type Step, stepsOf, wholeNetworks } from './addressData/ranges';
import { countryRanges, sortedSystems, systemRanges } from './addressData/sourceRows';

/** Of all three packages. The digits behind the second point are the data's date and hour. */
const version = '2.3.2026061719';

const systemsPackage = '@ip-location-db/asn';
const geographyPackage = '@ip-location-db/geo-whois-asn-country';
const delegationPackage = '@ip-location-db/asn-country';

const target = join(import.meta.dirname, '..', 'data', 'addresses.bin.br');

const folder = mkdtempSync(join(tmpdir(), 'address-data-'));
try {
  build(folder);
} finally {
  rmSync(folder, { recursive: true });
}

function build(temporary: string): void {
  install(temporary, [systemsPackage, geographyPackage, delegationPackage]);
  const rows = (name: string, family: 4 | 6) => {
    const file = `${name.replace('@ip-location-db/', '')}-ipv${family}-num.csv`;
    return readFileSync(join(temporary, 'node_modules', name, file), 'utf8');
  };

  const countries: string[] = [];
  const names = new Map<number, string>();
  const sources = ([4, 6] as const).map((family) => ({
    family,
    systems: systemRanges(rows(systemsPackage, family), names),
    geography: countryRanges(rows(geographyPackage, family), countries),
    delegation: countryRanges(rows(delegationPackage, family), countries),
    chooseCountry: countryChoice(family, countries),
  }));
  const systems = sortedSystems(names);
  const systemReferences = new Map(systems.map(({ asn }, position) => [asn, position + 1]));

  const [ipv4, ipv6] = sources.map(({ family, systems: systemRows, geography, delegation, chooseCountry }) => {
    const steps = (ranges: Range[]): Step[] => stepsOf(family === 4 ? ranges : wholeNetworks(ranges));
    return combineSteps(
      steps(systemRows),
      combineSteps(steps(geography), steps(delegation), chooseCountry),
      (asn, country) => reference(systemReferences.get(asn) ?? 0, country),
    );
  });
  const tables: AddressTables = { date: dateOf(version), countries, systems, ipv4: ipv4 ?? [], ipv6: ipv6 ?? [] };

  const bytes = encodeAddressData(tables);
  const checked = checkAddressData(bytes, sources, countries, names);
  const compressed = compress(bytes);
  writeFileSync(target, compressed);
  console.log(
    `${tables.date}: ${tables.ipv4.length} IPv4 rows, ${tables.ipv6.length} IPv6 rows, ${systems.length} systems, ` +
      `${countries.length} countries; ${checked} addresses checked; ${bytes.length} bytes, ${compressed.length} compressed`,
  );
}

function install(temporary: string, packages: string[]): void {
  writeFileSync(join(temporary, 'package.json'), '{ "private": true }\n');
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
  const pinned = packages.map((name) => `${name}@${version}`);
  // On Windows npm is a batch file, which only a shell starts.
  execFileSync('npm', ['install', ...flags, ...pinned], {
    cwd: temporary,
    shell: process.platform === 'win32',
    stdio: 'inherit',
  });
}

/**
 * The registries' own delegation statistics are coarse but never wrong about who was given a network; the geography data
 * is finer, except where its WHOIS part takes the registry's seat for the customer's country: APNIC's (AU) in IPv6, where
 * it swallows most of 2001:200::/23, which is Japan's, and AFRINIC's (MU) in both. There, and where geography knows
 * nothing, delegation counts.
 */
function countryChoice(family: 4 | 6, countries: string[]): Choice {
  const seats = new Set(family === 4 ? ['MU'] : ['AU', 'MU']);
  return (geography, delegation) => {
    const trusted = geography !== 0 && !seats.has(countries[geography - 1] ?? '');
    return trusted || delegation === 0 ? geography : delegation;
  };
}

/** `2.3.2026061719` → `2026-06-17`. */
function dateOf(packageVersion: string): string {
  const digits = /\.(\d{4})(\d{2})(\d{2})\d{2}$/.exec(packageVersion);
  if (digits === null) throw new Error(`No date in version ${packageVersion}`);
  return digits.slice(1).join('-');
}

function compress(bytes: Uint8Array): Uint8Array {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

import { hiddenCharacters } from '../../server/src/report/terminal';
import type { AutonomousSystem } from './encodeAddressData';
import type { Range } from './ranges';

/** A line of a source file, the value still as text. */
interface SourceRow {
  readonly first: bigint;
  readonly last: bigint;
  readonly rest: string;
}

const row = /^(?<first>\d+),(?<last>\d+),(?<rest>.+)$/;
const systemRow = /^(?<asn>\d+),(?<name>.*)$/;
const country = /^[A-Z]{2}$/;

/** Codes that stand for a region or for nothing, not for a country. */
const noCountries = new Set(['AP', 'EU', 'ZZ']);

/** Country rows, with countries numbered from 1 in the order of `countries`, which grows by those it lacks. */
export function countryRanges(csv: string, countries: string[]): Range[] {
  const references = new Map(countries.map((code, position) => [code, position + 1]));
  return sourceRows(csv).flatMap(({ first, last, rest }) => {
    if (!country.test(rest)) throw new Error(`Not a country: ${rest}`);
    if (noCountries.has(rest)) return [];
    let value = references.get(rest);
    if (value === undefined) {
      value = countries.push(rest);
      references.set(rest, value);
    }
    return { first, last, value };
  });
}

/** AS rows, with the AS number as value; `names` gets the organisation of each. */
export function systemRanges(csv: string, names: Map<number, string>): Range[] {
  return sourceRows(csv).map(({ first, last, rest }) => {
    const { asn, name } = systemRow.exec(rest)?.groups ?? {};
    if (asn === undefined || name === undefined) throw new Error(`Not an AS row: ${rest}`);
    const value = Number(asn);
    names.set(value, organisationName(value, unquoted(name)));
    return { first, last, value };
  });
}

/** Systems in the order that the compiled data wants. */
export function sortedSystems(names: ReadonlyMap<number, string>): AutonomousSystem[] {
  return [...names].map(([asn, organisation]) => ({ asn, organisation })).toSorted((one, other) => one.asn - other.asn);
}

/**
 * An organisation's name as one line of plain text. Anybody who registers an AS number chooses the name: characters that
 * act on a display or hide in it go. "A - A", as some registries repeat the name, becomes "A"; a name that only says that
 * there is none becomes empty.
 */
export function organisationName(asn: number, name: string): string {
  const plain = name.replace(/\s/g, ' ').replace(hiddenCharacters, '').replace(/ +/g, ' ').trim();
  if (plain === `AS${asn}` || plain === '-Reserved AS-') return '';
  const middle = (plain.length - 3) / 2;
  const repeated = plain.slice(middle, middle + 3) === ' - ' && plain.slice(0, middle) === plain.slice(middle + 3);
  return repeated ? plain.slice(0, middle) : plain;
}

function sourceRows(csv: string): SourceRow[] {
  return csv
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { first, last, rest } = row.exec(line)?.groups ?? {};
      if (first === undefined || last === undefined || rest === undefined) throw new Error(`Not a row: ${line}`);
      return { first: BigInt(first), last: BigInt(last), rest };
    });
}

/** A CSV field without its quotes (RFC 4180 §2). */
function unquoted(field: string): string {
  return field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
}

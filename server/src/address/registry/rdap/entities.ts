import { countryCode } from '../../countryName';
import { mailAddresses, registryCountry, registryText } from '../registryText';
import { list, record } from './json';

/** Somebody who has to do with a network (RFC 9083 §5.1). */
export interface RdapEntity {
  readonly roles: readonly unknown[];
  /** What somebody is called, where it is an organisation or says nothing of it. */
  readonly name?: string;
  readonly isPerson: boolean;
  readonly mail: readonly string[];
  /** ISO 3166-1 alpha-2 code of the postal address. */
  readonly country?: string;
}

/** Where the country stands among the parts of a postal address. */
const COUNTRY_PART = 6;
/** Longest postal address that is looked at, in characters. */
const LONGEST_ADDRESS = 1000;

/** Entities have contacts of their own; deeper ones than these say nothing of the network. */
const DEEPEST = 3;

/** The entities of an RDAP object and those within them, outer ones first. */
export function rdapEntities(value: unknown, depth = 1): RdapEntity[] {
  if (depth > DEEPEST) return [];
  const entities = list(value).map(record);
  return [...entities.map(readEntity), ...entities.flatMap(({ entities: inner }) => rdapEntities(inner, depth + 1))];
}

function readEntity({ roles, vcardArray }: Readonly<Record<string, unknown>>): RdapEntity {
  const card = readCard(vcardArray);
  const kind = card('kind')[0];
  return {
    roles: list(roles),
    name: registryText(card('fn')[0]) ?? registryText(card('org')[0]),
    isPerson: kind === 'individual',
    mail: mailAddresses(card('email')),
    country: countryOf(list(vcardArray)),
  };
}

/**
 * The country of the postal address: its code (RFC 8605 §3.1), its name (RFC 6350 §6.3.1), or the last line of the address as it is
 * written on a letter, which is all that ARIN says.
 */
function countryOf(card: readonly unknown[]): string | undefined {
  const [, parameters, , value] =
    list(card[1])
      .map(list)
      .find(([name]) => name === 'adr') ?? [];
  const { cc, label } = record(parameters);
  const lines = typeof label === 'string' ? label.slice(0, LONGEST_ADDRESS).trimEnd().split('\n') : [];
  const names = [list(value)[COUNTRY_PART], lines.at(-1)].filter((name) => typeof name === 'string');
  return registryCountry(cc) ?? names.map((name) => countryCode(name)).find((code) => code !== undefined);
}

/** Looks up the values of a property of a jCard (RFC 7095): `["vcard", [[name, parameters, type, value …] …]]`. */
function readCard(vcardArray: unknown): (name: string) => unknown[] {
  const properties = list(list(vcardArray)[1]).map(list);
  return (wanted) => properties.filter(([name]) => name === wanted).map(([, , , value]) => value);
}

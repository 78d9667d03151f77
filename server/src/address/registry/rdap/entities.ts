import { mailAddresses, registryText } from '../registryText';
import { list, record } from './json';

/** Somebody who has to do with a network (RFC 9083 §5.1). */
export interface RdapEntity {
  readonly roles: readonly unknown[];
  /** What somebody is called, where it is an organisation or says nothing of it. */
  readonly name?: string;
  readonly isPerson: boolean;
  readonly mail: readonly string[];
}

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
  };
}

/** Looks up the values of a property of a jCard (RFC 7095): `["vcard", [[name, parameters, type, value …] …]]`. */
function readCard(vcardArray: unknown): (name: string) => unknown[] {
  const properties = list(list(vcardArray)[1]).map(list);
  return (wanted) => properties.filter(([name]) => name === wanted).map(([, , , value]) => value);
}

import { spanBetween } from '../../addressSpan';
import type { FoundNetwork } from '../foundNetwork';
import { mailAddresses, registryCountry, registryDate, registryLines, registryText } from '../registryText';
import { rdapEntities, type RdapEntity } from './entities';
import { list, record } from './json';

/**
 * The network of an RDAP answer (RFC 9083 §5.4). Anything may be missing or of another type.
 * @returns `undefined` where the answer is no network
 */
export function readRdapNetwork(answer: unknown): FoundNetwork | undefined {
  const { objectClassName, startAddress, endAddress, name, country, entities, events, remarks } = record(answer);
  if (objectClassName !== undefined && objectClassName !== 'ip network') return undefined;
  const span = spanBetween(String(startAddress), String(endAddress));
  if (span === undefined) return undefined;
  const people = rdapEntities(entities);
  const holder = holderOf(people);
  const descriptions = remarkLines(remarks);
  return {
    span,
    netname: registryText(name),
    description: registryLines(descriptions),
    organisation: holder?.name,
    country: registryCountry(country) ?? holder?.country,
    abuse: abuseAddresses(people, descriptions),
    registered: eventDate(events, 'registration'),
    changed: eventDate(events, 'last changed'),
  };
}

/** Who holds the network: rather an organisation than a person. */
function holderOf(entities: readonly RdapEntity[]): RdapEntity | undefined {
  const named = entities.filter(({ name, roles }) => name !== undefined && roles.includes('registrant'));
  return named.find(({ isPerson }) => !isPerson) ?? named[0];
}

/** The contacts for abuse; where there are none, addresses in remarks that are plainly meant for it. */
function abuseAddresses(entities: readonly RdapEntity[], descriptions: readonly unknown[]): string[] {
  const contacts = entities.filter(({ roles }) => roles.includes('abuse'));
  const mail = mailAddresses(contacts.flatMap((entity) => entity.mail));
  return mail.length > 0 ? mail : mailAddresses(descriptions).filter((address) => address.startsWith('abuse@'));
}

/** Lines of remarks (RFC 9083 §4.3): those of a "description" are what WHOIS calls "descr". */
function remarkLines(remarks: unknown): unknown[] {
  const all = list(remarks).map(record);
  const described = all.filter(({ title }) => title === 'description');
  return (described.length > 0 ? described : all).flatMap(({ description }) => list(description));
}

function eventDate(events: unknown, action: string): string | undefined {
  return registryDate(
    list(events)
      .map(record)
      .find(({ eventAction }) => eventAction === action)?.['eventDate'],
  );
}

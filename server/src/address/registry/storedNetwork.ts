import { spanBetween } from '../addressSpan';
import { registryNetwork, type AnswerSource, type FoundNetwork } from './foundNetwork';
import { list, record } from './rdap/json';
import type { RegistryNetwork } from './registryNetwork';
import { mailAddresses, registryCountry, registryDate, registryLines, registryText } from './registryText';

/**
 * A network as it was kept in a file, which may be damaged or somebody else's work: everything is read as if a registry had
 * answered it.
 * @returns `undefined` where it is none
 */
export function readStoredNetwork(value: unknown): RegistryNetwork | undefined {
  const { first, last, netname, description, organisation, country, abuse, registered, changed, ...rest } =
    record(value);
  const span = spanBetween(String(first), String(last));
  const source = readSource(rest);
  if (span === undefined || source === undefined) return undefined;
  const found: FoundNetwork = {
    span,
    netname: registryText(netname),
    description: registryLines(list(description)),
    organisation: registryText(organisation),
    country: registryCountry(country),
    abuse: mailAddresses(list(abuse)),
    registered: registryDate(registered),
    changed: registryDate(changed),
  };
  return registryNetwork(found, source);
}

function readSource({ source, answered, ...names }: Readonly<Record<string, unknown>>): AnswerSource | undefined {
  const registry = registryText(names['registry']);
  const server = registryText(names['server']);
  const time = typeof answered === 'string' ? Date.parse(answered) : Number.NaN;
  if (registry === undefined || server === undefined || Number.isNaN(time)) return undefined;
  if (source !== 'rdap' && source !== 'whois') return undefined;
  return { registry, server, source, answered: new Date(time).toISOString() };
}

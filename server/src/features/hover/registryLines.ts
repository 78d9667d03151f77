import type { Address } from '../../address/parseAddress';
import type { RegistryNetwork } from '../../address/registry/registryNetwork';
import { ASK_REGISTRY_COMMAND } from '../../protocol';
import { markdownTable, markdownText } from '../../report/markdown';
import { t } from '../../words';
import { commandLink } from '../commandLink';
import type { RegistryKnowledge } from '../registries/registryRequests';

/** Networks in CIDR notation that are named of one range. */
const MOST_CIDRS = 3;

/** A line (from 0) of a log (a URI). */
export interface PlaceInLog {
  readonly log: string;
  readonly line: number;
}

/** An address as it stands in a log. */
interface AddressInLog extends PlaceInLog {
  readonly address: string;
}

/** What a registry said of an address's network, as Markdown, or how one can be asked; nothing where none knows such addresses. */
export function registryLines(address: Address, { known, access }: RegistryKnowledge, place: AddressInLog): string[] {
  if (address.kind !== 'public') return [];
  const network = known(address);
  if (network !== undefined) return [markdownTable(registryRows(network))];
  if (!access.isTrusted) return [t('Registries are not asked in Restricted Mode.')];
  return [commandLink(t('Ask the registry whose network this is'), ASK_REGISTRY_COMMAND, place)];
}

/** What is known of a network, each fact with its name; values are Markdown. */
function registryRows(network: RegistryNetwork): [string, string][] {
  const { first, last, cidrs, netname, organisation, description, country, abuse, registered } = network;
  const { registry, source, answered } = network;
  const rows: [name: string, values: readonly (string | undefined)[]][] = [
    [t('Network name'), [netname]],
    [t('Range'), [`${first} – ${last}`, ...cidrs.slice(0, MOST_CIDRS), ...(cidrs.length > MOST_CIDRS ? ['…'] : [])]],
    [t('Description'), description],
    [t('Holder'), [organisation]],
    [t('Country of the registration'), [country]],
    [t('Contact for abuse'), abuse],
    [t('Registered'), [registered]],
    [t('Said by'), [registry, source.toUpperCase(), answered.slice(0, 10)]],
  ];
  return rows.flatMap(([name, values]): [string, string][] => {
    const said = values.filter((value) => value !== undefined).map(markdownText);
    return said.length === 0 ? [] : [[name, said.join(' · ')]];
  });
}

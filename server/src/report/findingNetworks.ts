import { clientNetworks, type KnownNetworkLookup } from '../address/clientNetworks';
import { parseAddress } from '../address/parseAddress';
import type { ClientCount, Finding } from '../rules/finding';

/** A client of a finding with what is known of its network; absent properties are unknown. */
interface ReportedClient extends ClientCount {
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly asn?: number;
}

/** A network that clients of a finding are of. */
interface ReportedNetwork {
  readonly asn?: number;
  readonly organisation?: string;
  readonly country?: string;
  /** Content delivery network whose servers these are: the real clients are elsewhere. */
  readonly proxy?: string;
  /** Addresses of the finding that are of it, and requests of theirs. */
  readonly clients: number;
  readonly count: number;
}

/** A finding as the JSON has it: with the networks of its clients, busiest first, and without what is for the editor alone. */
export interface ReportedFinding extends Omit<Finding, 'lines' | 'clients'> {
  readonly clients: readonly ReportedClient[];
  /** Absent where nothing is known of any of them. */
  readonly networks?: readonly ReportedNetwork[];
}

/** Gives findings the networks of their clients. Each address is looked up once, in however many findings it is. */
export function withNetworks(findings: readonly Finding[], lookup: KnownNetworkLookup): ReportedFinding[] {
  const known = new Map<string, Pick<ReportedClient, 'country' | 'asn'>>();
  const ofClient = ({ address, count }: ClientCount): ReportedClient => {
    let network = known.get(address);
    if (network === undefined) known.set(address, (network = placeOf(address, lookup)));
    return { address, count, ...network };
  };
  return findings.map((finding) => {
    const networks = networksOf(finding.clients, lookup);
    const clients = finding.clients.map(ofClient);
    return { ...withoutLines(finding), clients, ...(networks.length > 0 && { networks }) };
  });
}

function withoutLines(finding: Finding): Omit<Finding, 'lines'> {
  const { lines, ...rest } = finding;
  return lines === undefined ? finding : rest;
}

function placeOf(text: string, lookup: KnownNetworkLookup): Pick<ReportedClient, 'country' | 'asn'> {
  const address = parseAddress(text);
  const { country, asn } = address?.kind === 'public' ? (lookup(address) ?? {}) : {};
  return { ...(country !== undefined && { country }), ...(asn !== undefined && { asn }) };
}

function networksOf(clients: readonly ClientCount[], lookup: KnownNetworkLookup): ReportedNetwork[] {
  return clientNetworks(clients, lookup)
    .filter(({ asn, country, proxy }) => asn !== undefined || country !== undefined || proxy !== undefined)
    .map(({ asn, organisation, country, proxy, clients: own, requests }) => ({
      asn,
      organisation,
      country,
      proxy,
      clients: own.length,
      count: requests,
    }));
}

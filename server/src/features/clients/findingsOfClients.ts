import { MOST_FINDINGS_OF_CLIENT, type ClientOfLogs, type FindingOfClient } from '../../protocol';
import { SEVERITIES } from '../../rules/finding';
import { shortened } from '../../shortened';
import type { ClientLog, FindingInLog } from './clientLog';

/** In which findings some clients are. */
export interface FindingsOfClients {
  /** Most urgent first. */
  readonly findings: readonly FindingOfClient[];
  readonly of: (address: string) => Pick<ClientOfLogs, 'findings' | 'moreFindings'>;
}

/** The findings of some logs in which any of some clients is. */
export function findingsOfClients(
  logs: readonly ClientLog[],
  isWanted: (address: string) => boolean,
): FindingsOfClients {
  const findings: FindingOfClient[] = [];
  const places = new Map<string, number[]>();
  for (const found of sortedFindings(logs)) {
    const addresses = found.finding.clients.map(({ address }) => address).filter(isWanted);
    if (addresses.length === 0) continue;
    const place = findings.push(described(found)) - 1;
    for (const address of addresses) places.set(address, [...(places.get(address) ?? []), place]);
  }
  const of: FindingsOfClients['of'] = (address) => {
    const own = places.get(address) ?? [];
    const named = own.slice(0, MOST_FINDINGS_OF_CLIENT);
    return { findings: named, moreFindings: own.length - named.length };
  };
  return { findings, of };
}

function sortedFindings(logs: readonly ClientLog[]): FindingInLog[] {
  const all = logs.flatMap(({ findings }) => findings);
  return all.toSorted((a, b) => SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity));
}

function described({ finding, uri, line }: FindingInLog): FindingOfClient {
  const { rule, severity, title } = finding;
  return { rule, severity, title: shortened(title), log: uri, line: line - 1 };
}

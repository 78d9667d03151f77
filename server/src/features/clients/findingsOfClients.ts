import type { OpenLog } from '../../logDocument';
import { MOST_FINDINGS_OF_CLIENT, type ClientOfLogs, type FindingOfClient } from '../../protocol';
import { SEVERITIES, type Finding } from '../../rules/finding';
import { shortened } from '../../shortened';
import { firstLineOf } from '../findingKey';

/** In which findings some clients are. */
export interface FindingsOfClients {
  /** Most urgent first. */
  readonly findings: readonly FindingOfClient[];
  readonly of: (address: string) => Pick<ClientOfLogs, 'findings' | 'moreFindings'>;
}

/** The findings of some logs in which any of some clients is. */
export function findingsOfClients(logs: readonly OpenLog[], isWanted: (address: string) => boolean): FindingsOfClients {
  const findings: FindingOfClient[] = [];
  const places = new Map<string, number[]>();
  for (const { log, finding } of sortedFindings(logs)) {
    const addresses = finding.clients.map(({ address }) => address).filter(isWanted);
    if (addresses.length === 0) continue;
    const place = findings.push(described(log, finding)) - 1;
    for (const address of addresses) places.set(address, [...(places.get(address) ?? []), place]);
  }
  const of: FindingsOfClients['of'] = (address) => {
    const own = places.get(address) ?? [];
    const named = own.slice(0, MOST_FINDINGS_OF_CLIENT);
    return { findings: named, moreFindings: own.length - named.length };
  };
  return { findings, of };
}

function sortedFindings(logs: readonly OpenLog[]): { readonly log: OpenLog; readonly finding: Finding }[] {
  const all = logs.flatMap((log) => log.findings.map((finding) => ({ log, finding })));
  return all.toSorted((a, b) => SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity));
}

function described(log: OpenLog, finding: Finding): FindingOfClient {
  const { rule, severity, title } = finding;
  return { rule, severity, title: shortened(title), log: log.uri, line: firstLineOf(finding) - 1 };
}

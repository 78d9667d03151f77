import type { Finding } from './finding';

/** Share of the clients and of the requests of a finding that others must tell of, too, to make it a repetition. */
const SAME = 0.8;

/** What the findings of some rules tell of together. */
interface Told {
  readonly addresses: ReadonlySet<string>;
  readonly paths: ReadonlySet<string>;
}

/**
 * Leaves out findings that only repeat what findings of more telling rules say: one attack is one finding. A finding that asks
 * the user to act is never left out for one that does not.
 * @param yieldsTo ids of the rules that tell more than the rule with this id
 */
export function withoutRepeats(
  findings: readonly Finding[],
  yieldsTo: (rule: string) => readonly string[] | undefined,
): Finding[] {
  const toldOf = new Map<string, Told>();
  return findings.filter((finding) => {
    const stronger = yieldsTo(finding.rule);
    if (stronger === undefined) return true;
    const key = `${finding.rule} ${isUrgent(finding)}`;
    const others = (): Finding[] =>
      findings.filter((each) => stronger.includes(each.rule) && (isUrgent(each) || !isUrgent(finding)));
    const told = toldOf.get(key) ?? toldBy(others());
    toldOf.set(key, told);
    return !isRepetition(finding, told);
  });
}

/** Whether the user is asked to act. */
function isUrgent({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}

function toldBy(findings: readonly Finding[]): Told {
  return {
    addresses: new Set(findings.flatMap(({ clients }) => clients.map(({ address }) => address))),
    paths: new Set(findings.flatMap(({ endpoints }) => endpoints.map(({ path }) => path))),
  };
}

function isRepetition({ clients, endpoints }: Finding, told: Told): boolean {
  const known = clients.filter(({ address }) => told.addresses.has(address)).length;
  const requests = endpoints.reduce((sum, { count }) => sum + count, 0);
  const repeated = endpoints.reduce((sum, each) => (told.paths.has(each.path) ? sum + each.count : sum), 0);
  return known > 0 && known >= clients.length * SAME && repeated >= requests * SAME;
}

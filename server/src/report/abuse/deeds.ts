import type { Incident, IncidentFile } from '../../incident/incident';
import type { ClientCount, Finding, Place } from '../../rules/finding';
import { logRules } from '../../rules/log/table';
import { t } from '../../words';

/** Something that addresses did, as the logs show it. Texts may quote the logs. */
export interface Deed {
  /** In words of ours. */
  readonly what: string;
  /** What was asked most, `POST /form.php`. */
  readonly endpoint?: string;
  /** Those of the addresses that did it, with their requests. */
  readonly clients: readonly ClientCount[];
  /** ISO 8601 with the log's offset; absent where others did it as well, whose times these may be. */
  readonly first?: string;
  readonly last?: string;
  /** Lines of the logs; empty where others did it as well. */
  readonly places: readonly Place[];
}

/** What some addresses did: urgent and suspicious findings about them, and requests that wrote to files of attackers. */
export function deedsOf(
  { logFindings, files }: Pick<Incident, 'logFindings' | 'files'>,
  addresses: ReadonlySet<string>,
): Deed[] {
  return [
    ...logFindings.flatMap((finding) => findingDeed(finding, addresses)),
    ...files.flatMap((file) => fileDeed(file, addresses)),
  ];
}

function findingDeed(finding: Finding, addresses: ReadonlySet<string>): Deed[] {
  const { rule, severity, endpoints, clients, places } = finding;
  const own = clients.filter(({ address }) => addresses.has(address));
  if (own.length === 0 || (severity !== 'error' && severity !== 'warning')) return [];
  const [endpoint] = endpoints;
  return [
    {
      what: logRules.find(({ id }) => id === rule)?.title() ?? rule,
      ...(endpoint && { endpoint: `${endpoint.method} ${endpoint.path}` }),
      clients: own,
      ...timesAndPlaces(finding, own.length === clients.length, places),
    },
  ];
}

function fileDeed({ file, severity, findings, calls }: IncidentFile, addresses: ReadonlySet<string>): Deed[] {
  // A page that the audit has nothing against may be named by the host and be called by everybody.
  if (severity !== 'error' || findings.length === 0 || calls === undefined) return [];
  const own = calls.writers.filter(({ address }) => addresses.has(address));
  if (own.length === 0) return [];
  const isAlone = calls.clients.every(({ address }) => addresses.has(address));
  return [
    {
      what: t('Use of a program that attackers use'),
      endpoint: file,
      clients: own,
      ...timesAndPlaces(calls, isAlone, calls.places),
    },
  ];
}

/** Times and places of what others did as well would accuse these of it. */
function timesAndPlaces(
  { first, last }: Pick<Finding, 'first' | 'last'>,
  isAlone: boolean,
  places: readonly Place[],
): Pick<Deed, 'first' | 'last' | 'places'> {
  if (!isAlone) return { places: [] };
  return { ...(first !== undefined && { first, last }), places };
}

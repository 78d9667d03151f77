import { clientNetworks } from '../../address/clientNetworks';
import { networkName } from '../../address/networkWords';
import { attackersOf } from '../../incident/attackers';
import { count } from '../../numbers';
import { t } from '../../words';
import { moreOf, tableOf, type ReportBlock } from '../reportDocument';
import type { IncidentFacts } from './incidentFacts';

/** Networks, and addresses of one, beyond this number are counted. */
const MOST_SHOWN = 50;

/** The clients that did harm, by the networks that they are of, the busiest first. */
export function attackerBlocks({ incident, lookup }: IncidentFacts): ReportBlock[] {
  const networks = clientNetworks(attackersOf(incident), lookup);
  const rows = networks.slice(0, MOST_SHOWN).map((network) => {
    const shown = network.clients.slice(0, MOST_SHOWN).map(({ address }) => address);
    const left = network.clients.length - shown.length;
    return [
      networkName(network),
      count(network.requests),
      [...shown, ...(left > 0 ? [t('… and {0} more', count(left))] : [])].join(', '),
    ];
  });
  return [
    ...tableOf(t('Networks of those who attacked'), [t('Network'), t('Requests'), t('Their addresses')], rows),
    ...moreOf(networks.length, rows.length),
  ];
}

import type { Incident } from '../../incident/incident';
import { mapTexts } from '../mapTexts';
import { MASKED, Masking } from './masking';

/**
 * Words of ours, times, and what the host wrote and named: without them a report says nothing. A path of a file is no personal
 * data of a visitor.
 */
const KEPT: ReadonlySet<string> = new Set([
  'notice',
  'named',
  'listed',
  'file',
  'rule',
  'severity',
  'certainty',
  'state',
  'id',
  'verdict',
  'speaks',
  'kind',
  'comparison',
  'method',
  'first',
  'last',
  'time',
]);

/**
 * An incident without personal data of the site's own visitors and users, for handing on: mail addresses, values of queries, names
 * of users and the addresses of all who are no attackers are replaced, also in what is not known here yet. Paths of files stay.
 * @param masking of the same incident
 */
export function maskIncident(incident: Incident, masking = new Masking(incident)): Incident {
  return mapTexts(
    incident,
    (text, key) => {
      if (key === 'user' || key === 'users') return MASKED;
      return key === 'address' || key === 'client' ? masking.client(text) : masking.text(text);
    },
    (key) => KEPT.has(key),
  );
}

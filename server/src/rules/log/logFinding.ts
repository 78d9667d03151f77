import type { LogModel } from '../../log/logModel';
import { ascending } from '../../log/rowOrder';
import { count } from '../../numbers';
import { shortened } from '../../shortened';
import { t } from '../../words';
import type { Finding } from '../finding';
import { evidenceOf, localTimeOf, span } from './evidence';
import type { ClientRows } from './facts/selection';

/** Addresses, paths and the like that a sentence names before it says how many more there are. */
const NAMED = 4;

/** What a finding says of its rows; sentences that do not apply are `undefined`. */
export interface FindingWords extends Pick<Finding, 'rule' | 'severity' | 'title' | 'advice'> {
  readonly detail: readonly (string | undefined)[];
}

/** A finding about some rows (at least one, in any order). */
export function logFinding(model: LogModel, rows: Uint32Array, { detail, ...words }: FindingWords): Finding {
  const sentences = detail.filter((sentence) => sentence !== undefined);
  return { ...words, detail: sentences.join(' '), ...evidenceOf(model, ascending(rows)) };
}

/** When the rows happened, as the beginning of a sentence, in the time of the log. */
export function when(model: LogModel, rows: Uint32Array): string {
  const [first, last] = span(model, rows).map((row) => localTimeOf(model, row));
  return first === last ? t('At {0}', first!) : t('Between {0} and {1}', first!, last!);
}

/** Some addresses in words: the only one by name, several by number. */
export function addresses(model: LogModel, clients: readonly number[]): string {
  return clients.length === 1
    ? shortened(model.table.texts.client.text(clients[0]!))
    : t('{0} addresses', count(clients.length));
}

/** The same for clients with rows of theirs, each client once. */
export function addressesOf(model: LogModel, clients: readonly ClientRows[]): string {
  return addresses(model, [...new Set(clients.map(({ client }) => client))]);
}

/** Names in a row, the first few and how many more there are. */
export function listed(names: readonly string[], most = NAMED): string {
  const shown = names.slice(0, most).map(shortened).join(t(', '));
  return names.length > most ? t('{0} and {1} more', shown, count(names.length - most)) : shown;
}

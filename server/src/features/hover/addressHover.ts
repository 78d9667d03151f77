import { addressDataAttribution, countryNote } from '../../address/attribution';
import { specialPurposeText } from '../../address/specialPurpose';
import type { AddressDataState } from '../../address/addressDataSource';
import { countryName } from '../../address/countryName';
import { networkOf } from '../../address/network';
import { proxyNote } from '../../address/networkWords';
import { parseAddress, type Address } from '../../address/parseAddress';
import { proxyOperator } from '../../address/proxyAddress';
import { MINUTE, busiest, sortedTimes } from '../../log/burst';
import type { LogModel } from '../../log/logModel';
import { countOf, rowsOf } from '../../log/rowGroups';
import { localTime } from '../../log/time';
import { count, currentLocale, percent } from '../../numbers';
import { span } from '../../rules/log/evidence';
import { tally } from '../../log/tally';
import { t } from '../../words';
import { countLines, countList, entriesName } from '../counts';
import { markdownTable, markdownText } from '../../report/markdown';
import type { KnownNetworks } from '../knownNetworks';
import { neighboursOf } from './neighbours';
import { registryLines, type PlaceInLog } from './registryLines';
import { methodCounts, statusCounts, textCounts } from './tallies';

const MOST_ENDPOINTS = 5;
const MOST_AGENTS = 3;
const MOST_STATUSES = 6;
const MOST_NEIGHBOURS = 5;

/**
 * What the log, the bundled network data and registries that were asked know of a client (number in the table's clients), as
 * Markdown.
 * @param place where it stands, for the link that asks a registry
 */
export function addressHover(
  model: LogModel,
  client: number,
  { bundled, registries }: KnownNetworks,
  place: PlaceInLog,
): string {
  const text = model.table.texts.client.text(client);
  const rows = rowsOf(model.byClient, client);
  const address = parseAddress(text);
  return [
    `### ${markdownText(text)}`,
    ...(address === undefined ? [t('Host name: its address is not in the log.')] : networkLines(address, bundled)),
    ...(address === undefined ? [] : registryLines(address, registries, { ...place, address: text })),
    markdownTable(requestRows(model, rows)),
    ...countLines(t('Most requested'), endpointCounts(model, rows), MOST_ENDPOINTS),
    ...countLines(t('Programs (user agents)'), textCounts(model, 'agent', rows), MOST_AGENTS),
    ...neighbourLines(model, client, address),
    ...attribution(bundled),
  ].join('\n\n');
}

/** Whose an address is, and that it is a proxy's where it is. */
function networkLines(address: Address, bundled: AddressDataState): string[] {
  const proxy = proxyOperator(address);
  return [networkLine(address, bundled), ...(proxy === undefined ? [] : [`**${markdownText(proxyNote(proxy))}**`])];
}

function networkLine(address: Address, { data, problem }: AddressDataState): string {
  if (address.kind !== 'public') return markdownText(specialPurposeText(address));
  if (problem !== undefined) return markdownText(problem);
  const record = data.lookup(address);
  if (record === undefined) return t('Nothing is known of this network offline.');
  const { country, asn, organisation } = record;
  return [
    ...(country === undefined ? [] : [`**${markdownText(`${country} ${countryName(country, currentLocale())}`)}**`]),
    ...(asn === undefined ? [] : [`AS${asn}`]),
    ...(organisation === undefined ? [] : [markdownText(organisation)]),
  ].join(' · ');
}

function requestRows(model: LogModel, rows: Uint32Array): [string, string][] {
  const { time, zone } = model.table.data;
  const [first, last] = span(model, rows);
  const burst = busiest(sortedTimes(time, rows), MINUTE);
  const at = (row: number): string => markdownText(localTime(time[row]!, zone[row]!));
  return [
    [
      entriesName(model.table),
      `**${count(rows.length)}** (${t('{0} of the log', percent(rows.length / model.table.rows))})`,
    ],
    [t('Methods'), countList(methodCounts(model, rows), MOST_STATUSES)],
    [t('Statuses'), countList(statusCounts(model, rows), MOST_STATUSES)],
    [t('First'), at(first)],
    [t('Last'), at(last)],
    [
      t('Busiest minute'),
      t('{0}, from {1} on', count(burst.count), markdownText(localTime(burst.start, zone[first]!))),
    ],
  ];
}

function endpointCounts(model: LogModel, rows: Uint32Array): [string, number][] {
  return tally(model.table.data.endpoint, rows)
    .filter(([id]) => id < model.table.endpointCount)
    .map(([id, each]) => {
      const { method, path } = model.table.endpoint(id);
      return [`${method} ${path}`.trimStart(), each];
    });
}

function neighbourLines(model: LogModel, client: number, address: Address | undefined): string[] {
  if (address === undefined) return [];
  const { text } = networkOf(address);
  const neighbours = neighboursOf(model, client, address);
  if (neighbours.length === 0) return [t('No other address of {0} is in this log.', markdownText(text))];
  const pairs = neighbours
    .map((id): [string, number] => [model.table.texts.client.text(id), countOf(model.byClient, id)])
    .toSorted((a, b) => b[1] - a[1]);
  return countLines(t('Neighbours in {0}', markdownText(text)), pairs, MOST_NEIGHBOURS);
}

function attribution({ data }: AddressDataState): string[] {
  if (data === undefined) return [];
  return ['---', markdownText(countryNote()), `*${markdownText(addressDataAttribution(data.date))}*`];
}

import type { ClientCount, FileLines, Place } from '../../rules/finding';
import type { Incident } from '../../incident/incident';
import { count } from '../../numbers';
import { utcSpan } from '../../readableTime';
import { t } from '../../words';
import { linesOfPlaces } from '../evidence/linesOfPlaces';
import type { RawLine } from '../evidence/rawLine';
import { placeText } from '../placeText';
import { plainLine, plainLongLine } from '../reply/plainLine';
import { fromCommonFolder } from '../sarif/withoutCommonFolder';
import { deedsOf, type Deed } from './deeds';

/** Addresses, deeds and lines of the log beyond these numbers are counted: nobody reads more. */
const MOST_ADDRESSES = 50;
const MOST_DEEDS = 20;
const MOST_LINES = 10;

/** Letters of a line of a log that are told; what is behind them is seldom more than an agent's name. */
const LONGEST_LINE = 1000;

/** The network that a mail complains of. */
export interface AbuseNetwork {
  /** As registries or the bundled data call it. */
  readonly name: string;
  /** Addresses of it; those that the logs show nothing of are not complained of. */
  readonly addresses: readonly string[];
  /** Mail addresses for complaints; empty where no registry was asked. */
  readonly contacts: readonly string[];
}

/**
 * A draft of a mail to those who run a network from which a site was attacked, in the language that is set. It tells what the logs
 * show of these addresses and nothing else. The user sends it himself.
 * @param rawLines those of `abuseMailLines`, as far as they can be read; others are named by their places
 * @returns `undefined` when the logs show nothing of them
 */
export function abuseMail(
  { notice, logFindings, files }: Pick<Incident, 'notice' | 'logFindings' | 'files'>,
  network: AbuseNetwork,
  rawLines: readonly RawLine[] = [],
): string | undefined {
  const deeds = deedsOf({ logFindings, files }, new Set(network.addresses));
  if (deeds.length === 0) return undefined;
  const domains = notice?.domains ?? [];
  const clients = clientsOf(deeds);
  const times = deeds.flatMap(({ first, last }) => [first, last]).filter((time) => time !== undefined);
  const sorted = times.toSorted((one, other) => Date.parse(one) - Date.parse(other));
  return [
    ...(network.contacts.length === 0 ? [] : [t('To: {0}', network.contacts.map(plainLine).join(', '))]),
    t('Subject: Abuse report: attack on a web site from {0}', subjectOf(network, clients)),
    '',
    t('Hello,'),
    '',
    t('Computers in your network ({0}) attacked a web site of mine.', plainLine(network.name)),
    t(
      'All of the following is from the logs of its server. Times are in UTC, and as its clock had them with their offset.',
    ),
    ...section(
      t('Attacked site'),
      domains.map((domain) => `  ${plainLine(domain)}`),
    ),
    ...section(t('Time'), sorted.length === 0 ? [] : [`  ${utcSpan(sorted[0]!, sorted.at(-1)!)}`]),
    ...section(t('Addresses and their requests'), some(clients, MOST_ADDRESSES, clientLine)),
    ...section(t('What they did'), some(deeds, MOST_DEEDS, deedLine)),
    ...section(t('Lines of the logs'), some(placesOf(deeds), MOST_LINES, lineText(deeds, rawLines))),
    '',
    t('Please stop this, and tell me what you found. I send the lines of the logs on request.'),
    '',
  ].join('\n');
}

/** The lines of logs that a mail quotes. */
export function abuseMailLines(incident: Pick<Incident, 'logFindings' | 'files'>, network: AbuseNetwork): FileLines[] {
  const places = placesOf(deedsOf(incident, new Set(network.addresses)));
  return linesOfPlaces(places.slice(0, MOST_LINES));
}

function subjectOf({ name }: AbuseNetwork, clients: readonly ClientCount[]): string {
  const [client] = clients;
  return clients.length === 1 ? plainLine(client!.address) : t('{0} addresses of {1}', clients.length, plainLine(name));
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function some<Item>(items: readonly Item[], most: number, line: (item: Item) => string): string[] {
  const left = items.length - most;
  return [...items.slice(0, most).map(line), ...(left > 0 ? [`  ${t('… and {0} more', count(left))}`] : [])];
}

/** The same requests are behind several deeds: the greatest number of one is told. */
function clientsOf(deeds: readonly Deed[]): ClientCount[] {
  const counts = new Map<string, number>();
  for (const { address, count: requests } of deeds.flatMap(({ clients }) => clients)) {
    counts.set(address, Math.max(requests, counts.get(address) ?? 0));
  }
  return [...counts].map(([address, requests]) => ({ address, count: requests })).toSorted((a, b) => b.count - a.count);
}

function clientLine({ address, count: requests }: ClientCount): string {
  return `${count(requests).padStart(9)}  ${plainLine(address)}`;
}

function deedLine({ what, endpoint, clients, first, last }: Deed): string {
  const requests = clients.reduce((sum, client) => sum + client.count, 0);
  const times = first === undefined ? undefined : utcSpan(first, last ?? first);
  const facts = [what, endpoint, t('{0} requests', count(requests)), times].filter((part) => part !== undefined);
  return `- ${facts.map(plainLine).join('; ')}`;
}

/** Each place once. */
function placesOf(deeds: readonly Deed[]): Place[] {
  return [...new Map(deeds.flatMap(({ places }) => places).map((place) => [placeText(place), place])).values()];
}

/** How a line of a log is told: as the server wrote it, where it was read again. Where the user keeps his logs is left out. */
function lineText(deeds: readonly Deed[], rawLines: readonly RawLine[]): (place: Place) => string {
  const raw = new Map(rawLines.map((line) => [placeText(line), line.text]));
  const nameOf = fromCommonFolder(placesOf(deeds).map(({ file }) => file));
  return (place) => {
    const name = plainLine(placeText({ ...place, file: nameOf(place.file) }));
    const text = raw.get(placeText(place));
    return text === undefined ? `  ${name}` : `  ${name}  ${plainLongLine(text, LONGEST_LINE)}`;
  };
}

import type { FileCalls } from '../../incident/fileCalls';
import { callsText, stateText, uploadText } from '../../incident/fileWords';
import type { IncidentFile } from '../../incident/incident';
import { networkName } from '../../address/networkWords';
import { clientNetworks, type KnownNetworkLookup } from '../../address/clientNetworks';
import { count } from '../../numbers';
import { readableSpan } from '../../readableTime';
import { urgencyName } from '../../rules/severityWords';
import { shortened } from '../../shortened';
import { t } from '../../words';
import { placeText } from '../placeText';
import { listOf, moreOf, paragraph, tableOf, type ReportBlock, type ReportPart } from '../reportDocument';
import type { IncidentFacts } from './incidentFacts';
import { isVisitorName } from './masking';

/** Files beyond this number are counted; the table for spreadsheets has them all. */
const MOST_FILES = 1000;
/** Files of which all is told; the most urgent stand first. */
const MOST_PARTS = 200;
/** Clients, transfers and places of a file beyond this number are counted. */
const MOST_SHOWN = 10;
/** Busiest clients whose networks are looked up. */
const MOST_LOOKED_UP = 1000;

/** All files in a table, then what is known of the most urgent ones. */
export function fileBlocks({ incident: { files }, lookup }: IncidentFacts): ReportBlock[] {
  const shown = files.slice(0, MOST_FILES);
  return [
    ...tableOf(t('Files that the host names or the audit accuses'), columnNames(), shown.map(fileRow)),
    ...moreOf(files.length, shown.length),
    ...files.slice(0, MOST_PARTS).map((file) => filePart(file, lookup)),
    ...(files.length > MOST_PARTS ? [paragraph(t('All is told of the first {0} files only.', MOST_PARTS))] : []),
  ];
}

function columnNames(): string[] {
  return [t('File'), t('How urgent'), t('State'), t('Requests'), t('Addresses'), t('When')];
}

function fileRow({ file, severity, state, named, calls }: IncidentFile): string[] {
  return [
    shortened(file),
    urgencyName(severity),
    stateText(state, named !== undefined),
    calls ? count(calls.requests) : '0',
    calls ? count(calls.clients.length) : '0',
    calls?.first === undefined || calls.last === undefined ? '' : readableSpan(calls.first, calls.last),
  ];
}

function filePart(incidentFile: IncidentFile, lookup: KnownNetworkLookup): ReportPart {
  const { file, state, named, listed, findings, calls, uploads } = incidentFile;
  return {
    kind: 'part',
    title: shortened(file),
    blocks: [
      paragraph(stateText(state, named !== undefined)),
      ...listOf([
        ...(named === undefined ? [] : [t('The host names it {0}.', shortened(named.path))]),
        ...(listed?.signature === undefined ? [] : [t('The host calls it {0}.', shortened(listed.signature))]),
        ...uploads.slice(0, MOST_SHOWN).map(uploadText),
      ]),
      ...moreOf(uploads.length, MOST_SHOWN),
      ...tableOf(
        t('Findings of the site audit'),
        [t('What was found'), t('What it means'), t('What to do'), t('Where')],
        findings.map(({ title, detail, advice, places }) => [title, detail, advice, placeText(places[0])]),
      ),
      ...(calls ? callBlocks(calls, lookup) : [paragraph(t('No log that was read saw it called.'))]),
    ],
  };
}

function callBlocks(calls: FileCalls, lookup: KnownNetworkLookup): ReportPart['blocks'] {
  const { clients, first, last, places } = calls;
  const networks = clientNetworks(clients.slice(0, MOST_LOOKED_UP), lookup);
  const names = new Map(networks.flatMap((network) => network.clients.map(({ address }) => [address, network])));
  const shown = clients.slice(0, MOST_SHOWN);
  return [
    ...listOf([
      callsText(calls),
      ...(first === undefined || last === undefined ? [] : [readableSpan(first, last)]),
      ...places.slice(0, 1).map((place) => t('First seen in {0}', placeText(place))),
    ]),
    ...tableOf(
      t('Who called it'),
      [t('Address'), t('Requests'), t('Network')],
      shown.map(({ address, count: times }) => [
        address,
        count(times),
        isVisitorName(address) ? '' : networkName(names.get(address)!),
      ]),
    ),
    ...moreOf(clients.length, shown.length),
  ];
}

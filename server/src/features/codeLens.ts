import type { CodeLens, Command } from 'vscode-languageserver-protocol';
import { nothingKnown, type KnownNetworkLookup } from '../address/clientNetworks';
import { sharedNetwork, shortNetworkName } from '../address/networkWords';
import { localTime, timeExtremes } from '../log/time';
import type { OpenLog } from '../logDocument';
import { count } from '../numbers';
import {
  ALLOW_LIST_SETTINGS,
  OPEN_SETTINGS_COMMAND,
  REVEAL_FINDING_COMMAND,
  SHOW_LINES_COMMAND,
  SHOW_LOG_LINE_COMMAND,
  SHOW_PROBLEMS_COMMAND,
  type LinesOfLog,
} from '../protocol';
import { terminalText } from '../report/terminal';
import type { Finding } from '../rules/finding';
import { shortened } from '../shortened';
import type { SuspectInLog } from '../siteStore';
import { t } from '../words';
import { findingCommands } from './findingCommands';
import { firstLineOf } from './findingKey';
import { suspectTitle } from './suspectDiagnostics';

/**
 * Above the first line a summary and the most urgent finding, which may lie thousands of lines below; above each finding's
 * first line what was found and what can be done.
 * @param lookup what is known of the networks of clients
 * @param suspects files that the site audit suspects and this log saw called
 */
export function logLenses(
  log: OpenLog,
  lookup: KnownNetworkLookup = nothingKnown,
  suspects: readonly SuspectInLog[] = [],
): CodeLens[] {
  const [first] = log.findings;
  return [
    ...summary(log),
    ...(first === undefined || firstLineOf(first) === 1 ? [] : findingLenses(log, first, 1, lookup)),
    ...log.findings.flatMap((finding) => findingLenses(log, finding, firstLineOf(finding), lookup)),
    ...suspects.map((suspect) => suspectLens(suspect)),
  ];
}

/** Leads from the first call of a suspected file to what the site audit says of it. */
function suspectLens(suspect: SuspectInLog): CodeLens {
  const title = t('Site audit: {0}', lensText(suspectTitle(suspect)));
  return lens(firstLineOf(suspect.toldBy ?? suspect.calls), {
    title,
    command: REVEAL_FINDING_COMMAND,
    arguments: [suspect.key],
  });
}

function summary(log: OpenLog): CodeLens[] {
  const { table } = log.model;
  const numbers = [count(table.rows), count(table.texts.client.size), timeSpan(log), count(log.findings.length)];
  const title = table.hasOnlyRequests
    ? t('{0} requests · {1} addresses · {2} · {3} findings', ...numbers)
    : t('{0} entries · {1} addresses · {2} · {3} findings', ...numbers);
  const unreadableLines: LinesOfLog = { log: log.uri, filter: { kind: 'unreadable' } };
  const unreadable = t('{0} unreadable lines', count(table.unreadable));
  return [
    lens(1, { title, command: SHOW_PROBLEMS_COMMAND }),
    ...(table.unreadable > 0
      ? [lens(1, { title: unreadable, command: SHOW_LINES_COMMAND, arguments: [unreadableLines] })]
      : []),
    ...ignored(log),
  ];
}

/** What the user's own settings keep from the rules must not be forgotten. */
function ignored({ allowed }: OpenLog): CodeLens[] {
  if (allowed === 0) return [];
  const title = t('{0} requests ignored, as your settings say', count(allowed));
  return [lens(1, { title, command: OPEN_SETTINGS_COMMAND, arguments: [ALLOW_LIST_SETTINGS] })];
}

function timeSpan(log: OpenLog): string {
  const { time, zone } = log.model.table.data;
  const extremes = timeExtremes(time);
  if (extremes === undefined) return t('no times');
  const [first, last] = extremes;
  const from = localTime(time[first]!, zone[first]!);
  const to = localTime(time[last]!, zone[last]!);
  return from.slice(0, 10) === to.slice(0, 10) ? `${from} – ${to.slice(11)}` : `${from} – ${to}`;
}

/** The lenses of a finding above a line (from 1). */
function findingLenses(log: OpenLog, finding: Finding, line: number, lookup: KnownNetworkLookup): CodeLens[] {
  const firstLine = firstLineOf(finding);
  const what = shortTitle(finding, lookup);
  const title: Command =
    line === firstLine
      ? { title: what, command: SHOW_PROBLEMS_COMMAND }
      : {
          title: t('{0} (line {1})', what, count(firstLine)),
          command: SHOW_LOG_LINE_COMMAND,
          arguments: [{ uri: log.uri, line: firstLine - 1 }],
        };
  return [title, ...findingCommands(log, finding)].map((command) => lens(line, command));
}

/** The finding in few words: the lenses of all findings of a line stand side by side. */
function shortTitle({ clients, endpoints, count: requests, title }: Finding, lookup: KnownNetworkLookup): string {
  const [client, ...others] = clients;
  const [endpoint] = endpoints;
  if (client === undefined || endpoint === undefined || requests === undefined) return lensText(title);
  const target = lensText(`${endpoint.method} ${endpoint.path}`);
  if (others.length === 0) return t('{0}: {1} × {2}', lensText(client.address), count(requests), target);
  const network = networkOfAll(clients, lookup);
  return network === undefined
    ? t('{0} addresses: {1} × {2}', count(clients.length), count(requests), target)
    : t('{0} addresses, all {1}: {2} × {3}', count(clients.length), network, count(requests), target);
}

/** The network that all of some clients are of. */
function networkOfAll(clients: Finding['clients'], lookup: KnownNetworkLookup): string | undefined {
  const shared = sharedNetwork(clients, lookup);
  const areAll = shared?.network.clients.length === clients.length;
  return areAll ? lensText(shortNetworkName(shared.network)) : undefined;
}

function lens(line: number, command: Command): CodeLens {
  const position = { line: line - 1, character: 0 };
  return { range: { start: position, end: position }, command };
}

/** Lens titles turn `$(name)` into icons, which a log must not be able to do. */
function lensText(title: string): string {
  return terminalText(shortened(title)).replaceAll('$(', '$ (');
}

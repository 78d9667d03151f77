import type { CodeLens, Command } from 'vscode-languageserver-protocol';
import { localTime, timeExtremes } from '../log/time';
import type { OpenLog } from '../logDocument';
import { count } from '../numbers';
import {
  LOOK_UP_ADDRESS_COMMAND,
  OPEN_SITE_FILE_COMMAND,
  SHOW_LINES_COMMAND,
  SHOW_LOG_LINE_COMMAND,
  SHOW_PROBLEMS_COMMAND,
  type LineFilter,
  type LinesOfLog,
} from '../protocol';
import { terminalText } from '../report/terminal';
import type { Finding } from '../rules/finding';
import { shortened } from '../shortened';
import { t } from '../words';

/**
 * Above the first line a summary and the most urgent finding, which may lie thousands of lines below; above each finding's
 * first line what was found and what can be done.
 */
export function logLenses(log: OpenLog): CodeLens[] {
  const [first] = log.findings;
  return [
    ...summary(log),
    ...(first === undefined || firstLineOf(first) === 1 ? [] : findingLenses(log, first, 1)),
    ...log.findings.flatMap((finding) => findingLenses(log, finding, firstLineOf(finding))),
  ];
}

function summary(log: OpenLog): CodeLens[] {
  const { table } = log.model;
  const title = t(
    '{0} requests · {1} addresses · {2} · {3} findings',
    count(table.rows),
    count(table.texts.client.size),
    timeSpan(log),
    count(log.findings.length),
  );
  const rejected = table.data.rejected.length;
  const unreadable = t('{0} unreadable lines', count(rejected));
  return [
    lens(1, title, SHOW_PROBLEMS_COMMAND),
    ...(rejected > 0 ? [lens(1, unreadable, SHOW_LINES_COMMAND, linesOf(log, { kind: 'unreadable' }))] : []),
  ];
}

function timeSpan(log: OpenLog): string {
  const { time, zone } = log.model.table.data;
  if (time.length === 0) return t('no times');
  const [first, last] = timeExtremes(time);
  const from = localTime(time[first]!, zone[first]!);
  const to = localTime(time[last]!, zone[last]!);
  return from.slice(0, 10) === to.slice(0, 10) ? `${from} – ${to.slice(11)}` : `${from} – ${to}`;
}

/** The lenses of a finding above a line (from 1). */
function findingLenses(log: OpenLog, finding: Finding, line: number): CodeLens[] {
  const firstLine = firstLineOf(finding);
  const [endpoint] = finding.endpoints;
  const client = finding.clients.length === 1 ? finding.clients[0] : undefined;
  const filter = filterOf(finding);
  const title =
    line === firstLine
      ? lens(line, shortTitle(finding), SHOW_PROBLEMS_COMMAND)
      : lens(line, t('{0} (line {1})', shortTitle(finding), count(firstLine)), SHOW_LOG_LINE_COMMAND, {
          uri: log.uri,
          line: firstLine - 1,
        });
  return [
    title,
    ...(filter === undefined ? [] : [lens(line, t('Show only these lines'), SHOW_LINES_COMMAND, linesOf(log, filter))]),
    ...(endpoint === undefined ? [] : [lens(line, t('Show the file'), OPEN_SITE_FILE_COMMAND, endpoint.path)]),
    ...(client === undefined
      ? []
      : [
          lens(line, t('Look up address'), LOOK_UP_ADDRESS_COMMAND, {
            log: log.uri,
            address: client.address,
            line: firstLine - 1,
          }),
        ]),
  ];
}

/** The finding in few words: the lenses of all findings of a line stand side by side. */
function shortTitle({ clients, endpoints, count: requests, title }: Finding): string {
  const [client, ...others] = clients;
  const [endpoint] = endpoints;
  if (client === undefined || endpoint === undefined || requests === undefined) return lensText(title);
  const target = lensText(`${endpoint.method} ${endpoint.path}`);
  return others.length === 0
    ? t('{0}: {1} × {2}', lensText(client.address), count(requests), target)
    : t('{0} addresses: {1} × {2}', count(clients.length), count(requests), target);
}

function firstLineOf({ places }: Finding): number {
  return places[0]?.line ?? 1;
}

function filterOf({ clients: [client, ...others], endpoints: [endpoint] }: Finding): LineFilter | undefined {
  const onlyClient = others.length === 0 ? client : undefined;
  if (endpoint === undefined) return onlyClient && { kind: 'address', address: onlyClient.address };
  const { method, path } = endpoint;
  if (onlyClient === undefined) return { kind: 'endpoint', method, path };
  return { kind: 'addressOnEndpoint', address: onlyClient.address, method, path };
}

function linesOf(log: OpenLog, filter: LineFilter): LinesOfLog {
  return { log: log.uri, filter };
}

function lens(line: number, title: string, command: string, ...parameters: unknown[]): CodeLens {
  const position = { line: line - 1, character: 0 };
  const action: Command = { title, command, ...(parameters.length > 0 && { arguments: parameters }) };
  return { range: { start: position, end: position }, command: action };
}

/** Lens titles turn `$(name)` into icons, which a log must not be able to do. */
function lensText(title: string): string {
  return terminalText(shortened(title)).replaceAll('$(', '$ (');
}

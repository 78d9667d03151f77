import type { CodeLens, Command } from 'vscode-languageserver-protocol';
import { localTime, timeExtremes } from '../log/time';
import type { OpenLog } from '../logDocument';
import { count } from '../numbers';
import {
  LOOK_UP_ADDRESS_COMMAND,
  OPEN_SITE_FILE_COMMAND,
  SHOW_LINES_COMMAND,
  SHOW_PROBLEMS_COMMAND,
  type LineFilter,
  type LinesOfLog,
} from '../protocol';
import { terminalText } from '../report/terminal';
import type { Finding } from '../rules/finding';
import { t } from '../words';

/** A summary above the first line, and above each finding's first line what was found and what can be done. */
export function logLenses(log: OpenLog): CodeLens[] {
  return [...summary(log), ...log.findings.flatMap((finding) => findingLenses(log, finding))];
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

function findingLenses(log: OpenLog, finding: Finding): CodeLens[] {
  const line = finding.places[0]?.line ?? 1;
  const endpoint = finding.endpoints[0];
  const client = finding.clients.length === 1 ? finding.clients[0] : undefined;
  const filter = filterOf(finding);
  return [
    lens(line, lensText(finding.title), SHOW_PROBLEMS_COMMAND),
    ...(filter === undefined ? [] : [lens(line, t('Show only these lines'), SHOW_LINES_COMMAND, linesOf(log, filter))]),
    ...(endpoint === undefined ? [] : [lens(line, t('Show the file'), OPEN_SITE_FILE_COMMAND, endpoint.path)]),
    ...(client === undefined
      ? []
      : [lens(line, t('Look up address'), LOOK_UP_ADDRESS_COMMAND, { log: log.uri, address: client.address })]),
  ];
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
  return terminalText(title).replaceAll('$(', '$ (');
}

import { SymbolKind, type DocumentSymbol, type Range } from 'vscode-languageserver-protocol';
import { HOUR, MINUTE } from '../log/burst';
import { NO_TIME, ZONE_STEP_MINUTES } from '../log/logTable';
import { localTime } from '../log/time';
import type { OpenLog } from '../logDocument';
import { count } from '../numbers';
import { terminalText } from '../report/terminal';
import { t } from '../words';

/** Behind the end of any line; the largest number that the protocol has for a column. */
const LONGEST_COLUMN = 2 ** 31 - 1;
const HOUR_TEXT_LENGTH = '2021-11-01 10'.length;

/** The outline of a log: its findings, then its hours. */
export function logSymbols(log: OpenLog): DocumentSymbol[] {
  return [group(log, t('Findings'), findings(log)), group(log, t('Hours'), hours(log))].filter(
    (symbol) => symbol.children !== undefined && symbol.children.length > 0,
  );
}

function group(log: OpenLog, name: string, children: DocumentSymbol[]): DocumentSymbol {
  return {
    name,
    kind: SymbolKind.Namespace,
    range: lines(1, Math.max(1, log.model.table.lines)),
    selectionRange: lines(1, 1),
    children,
  };
}

function findings(log: OpenLog): DocumentSymbol[] {
  return log.findings.map((finding) => {
    const line = finding.places[0]?.line ?? 1;
    return {
      name: terminalText(finding.title),
      kind: SymbolKind.Event,
      range: lines(line, line),
      selectionRange: lines(line, line),
    };
  });
}

function hours(log: OpenLog): DocumentSymbol[] {
  const { table } = log.model;
  const { time, zone } = table.data;
  const stretches = new Map<string, { first: number; last: number; requests: number }>();
  let hour = '';
  let hourStart = -1;
  for (let row = 0; row < table.rows; row++) {
    if (time[row] === NO_TIME) continue;
    const start = Math.floor((time[row]! + zone[row]! * ZONE_STEP_MINUTES * MINUTE) / HOUR);
    if (start !== hourStart) {
      hourStart = start;
      hour = `${localTime(time[row]!, zone[row]!).slice(0, HOUR_TEXT_LENGTH)}:00`;
    }
    const stretch = stretches.get(hour);
    if (stretch === undefined) stretches.set(hour, { first: row, last: row, requests: 1 });
    else {
      stretch.last = row;
      stretch.requests++;
    }
  }
  return [...stretches].map(([name, { first, last, requests }]) => ({
    name,
    detail: t('{0} requests', count(requests)),
    kind: SymbolKind.Number,
    range: lines(table.lineOfRow(first), table.lineOfRow(last)),
    selectionRange: lines(table.lineOfRow(first), table.lineOfRow(first)),
  }));
}

function lines(first: number, last: number): Range {
  return { start: { line: first - 1, character: 0 }, end: { line: last - 1, character: LONGEST_COLUMN } };
}

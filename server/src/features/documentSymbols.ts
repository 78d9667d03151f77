import { SymbolKind, type DocumentSymbol, type Range } from 'vscode-languageserver-protocol';
import type { OpenLog } from '../logDocument';
import { count } from '../numbers';
import { terminalText } from '../report/terminal';
import { t } from '../words';
import { timeStretches } from './timeStretches';

/** Behind the end of any line; the largest number that the protocol has for a column. */
const LONGEST_COLUMN = 2 ** 31 - 1;

/** The outline of a log: its findings, then its hours or days. */
export function logSymbols(log: OpenLog): DocumentSymbol[] {
  return [group(log, t('Findings'), findings(log)), group(log, t('Times'), times(log))].filter(
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

function times(log: OpenLog): DocumentSymbol[] {
  const { table } = log.model;
  return timeStretches(log).map(({ name, firstRow, lastRow, entries }) => ({
    name,
    detail: t('{0} entries', count(entries)),
    kind: SymbolKind.Number,
    range: lines(table.lineOfRow(firstRow), table.lineOfRow(lastRow)),
    selectionRange: lines(table.lineOfRow(firstRow), table.lineOfRow(firstRow)),
  }));
}

function lines(first: number, last: number): Range {
  return { start: { line: first - 1, character: 0 }, end: { line: last - 1, character: LONGEST_COLUMN } };
}

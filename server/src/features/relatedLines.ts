import type { DiagnosticRelatedInformation } from 'vscode-languageserver-protocol';
import { NO_ENTRY } from '../log/logTable';
import type { OpenLog } from '../logDocument';
import { count } from '../numbers';
import { terminalText } from '../report/terminal';
import { linesIn, type Finding } from '../rules/finding';
import { shortened } from '../shortened';
import { t } from '../words';
import { lineRange } from './diagnosticParts';

/** Findings with more places than this say the rest by number. */
const MOST_RELATED = 10;

/** The first line of each client of the finding, and the last line of all. */
export function relatedLines(log: OpenLog, finding: Finding): DiagnosticRelatedInformation[] {
  const lines = linesIn(finding, log.name);
  if (lines.length < 2) return [];
  const firstLines = finding.clients.length > 1 ? firstLineOfEach(log, finding, lines) : [];
  return [...firstLines, information(log, lines.at(-1)!, t('The last of {0} lines', count(lines.length)))];
}

function firstLineOfEach(log: OpenLog, finding: Finding, lines: Uint32Array): DiagnosticRelatedInformation[] {
  const wanted = new Map(finding.clients.slice(0, MOST_RELATED).map((client) => [client.address, client.count]));
  const found: DiagnosticRelatedInformation[] = [];
  const { table } = log.model;
  const seen = new Set<number>();
  for (const line of lines) {
    const client = table.data.client[table.rowOfLine(line)!]!;
    if (client === NO_ENTRY || seen.has(client)) continue;
    seen.add(client);
    const address = table.texts.client.text(client);
    const requests = wanted.get(address);
    if (requests === undefined) continue;
    const shown = terminalText(shortened(address));
    found.push(information(log, line, t('The first of {0} lines of {1}', count(requests), shown)));
    if (found.length === wanted.size) break;
  }
  return found;
}

function information(log: OpenLog, line: number, message: string): DiagnosticRelatedInformation {
  return { location: { uri: log.uri, range: lineRange(line, 0, 0) }, message };
}

import type { Diagnostic, DiagnosticRelatedInformation, Range } from 'vscode-languageserver-protocol';
import { nothingKnown, type KnownNetworkLookup } from '../address/clientNetworks';
import { fieldsOfLine } from '../log/fieldAt';
import { formatsOfLog } from '../log/knownFormats';
import { NO_ENTRY } from '../log/logTable';
import { count } from '../numbers';
import type { LogOutcome, OpenLog } from '../logDocument';
import { terminalText } from '../report/terminal';
import { linesIn, type Finding } from '../rules/finding';
import { shortened } from '../shortened';
import { t } from '../words';
import { findingUri } from '../protocol';
import {
  damagedArchive,
  DIAGNOSTIC_SOURCE,
  fileDiagnostic,
  findingText,
  lineRange,
  LSP_SEVERITY,
} from './diagnosticParts';
import { directiveBefore } from './directiveBefore';
import { firstLineOf, keyOf } from './findingKey';

/** Findings with more places than this say the rest by number. */
const MOST_RELATED = 10;

/**
 * VS Code shows this many markers of a file (`_maxDiagnosticsPerFile` of its extension host,
 * https://github.com/microsoft/vscode/blob/main/src/vs/workbench/api/common/extHostDiagnostics.ts).
 */
const MOST_DIAGNOSTICS = 1000;

/**
 * One diagnostic for each finding, at its first line, and one for what could not be read or is not shown.
 * @param lookup what is known of the networks of clients
 */
export async function logDiagnostics(
  outcome: LogOutcome,
  lookup: KnownNetworkLookup = nothingKnown,
): Promise<Diagnostic[]> {
  switch (outcome.kind) {
    case 'problem':
      return [fileDiagnostic('unreadable-log', 'error', outcome.message)];
    case 'unknownFormat':
      return outcome.text.table.lineIndex.lines === 0
        ? []
        : [fileDiagnostic('unknown-format', 'information', unknownFormatText())];
    case 'read':
      return readDiagnostics(outcome.log, lookup);
  }
}

/** The most urgent findings, as many as an editor shows, and how many there are beyond them. */
async function readDiagnostics(log: OpenLog, lookup: KnownNetworkLookup): Promise<Diagnostic[]> {
  const { findings } = log;
  const about = log.damaged ? [damagedArchive(log.model.table.lines)] : [];
  const room = MOST_DIAGNOSTICS - about.length;
  const shown = findings.length <= room ? findings : findings.slice(0, room - 1);
  const texts = await firstLineTexts(log, shown);
  return [
    ...about,
    ...leftOut(findings.length - shown.length),
    ...(await Promise.all(shown.map((each) => diagnostic(log, each, texts.get(firstLineOf(each)) ?? '', lookup)))),
  ];
}

/** The first lines of findings, read in one go: a packed log may have to be unpacked for them. */
async function firstLineTexts(log: OpenLog, findings: readonly Finding[]): Promise<ReadonlyMap<number, string>> {
  const lines = Uint32Array.from(new Set(findings.map(firstLineOf))).toSorted();
  // The file may have gone meanwhile; what was found in it is shown all the same.
  const texts = await log.lines.lines(lines).catch(() => []);
  return new Map(texts.map((text, index) => [lines[index]!, text]));
}

function leftOut(findings: number): Diagnostic[] {
  if (findings === 0) return [];
  const text = t(
    '{0} more findings are not marked, the least urgent ones: the editor shows no more than {1} of a file. The lenses in the log and the command line have all of them.',
    count(findings),
    count(MOST_DIAGNOSTICS),
  );
  return [fileDiagnostic('more-findings', 'information', text)];
}

function unknownFormatText(): string {
  return t(
    'These lines are not those of a log of a web, FTP or mail server that is known here, so nothing was looked for. If it is one, its format may be unusual.',
  );
}

async function diagnostic(
  log: OpenLog,
  finding: Finding,
  firstLine: string,
  lookup: KnownNetworkLookup,
): Promise<Diagnostic> {
  return {
    code: finding.rule,
    codeDescription: { href: findingUri(keyOf(log, finding)) },
    source: DIAGNOSTIC_SOURCE,
    severity: LSP_SEVERITY[finding.severity],
    message: findingText(finding, lookup),
    range: await subjectRange(log, finding, firstLine),
    relatedInformation: related(log, finding),
  };
}

/** The address of a finding about one client, else the path: what the finding is about, on its first line. */
async function subjectRange(log: OpenLog, finding: Finding, text: string): Promise<Range> {
  const line = firstLineOf(finding);
  const isAboutOne = finding.clients.length === 1;
  const fields = fieldsOfLine(text, await directiveBefore(log, line), formatsOfLog(log.format, log));
  const subject = fields.find(({ name }) => name === (isAboutOne ? 'client' : 'target'));
  if (subject === undefined) return lineRange(line, 0, text.length);
  const { start, text: shown } = subject;
  return lineRange(line, start, start + (isAboutOne ? shown : withoutQuery(shown)).length);
}

function withoutQuery(target: string): string {
  return target.replace(/\?.*$/s, '');
}

/** The first line of each client of the finding, and the last line of all. */
function related(log: OpenLog, finding: Finding): DiagnosticRelatedInformation[] {
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

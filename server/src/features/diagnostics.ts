import type { Diagnostic, DiagnosticRelatedInformation, Range } from 'vscode-languageserver-protocol';
import { nothingKnown, type KnownNetworkLookup } from '../address/clientNetworks';
import { fieldsOfLine } from '../log/fieldAt';
import { formatsOfLog } from '../log/knownFormats';
import { count } from '../numbers';
import type { LogOutcome, OpenLog } from '../logDocument';
import { SEVERITIES, type Finding } from '../rules/finding';
import type { SuspectInLog } from '../siteStore';
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
import { relatedLines } from './relatedLines';
import { suspectFinding, suspectPlace, suspectUri, suspicion } from './suspectDiagnostics';

/**
 * VS Code shows this many markers of a file (`_maxDiagnosticsPerFile` of its extension host,
 * https://github.com/microsoft/vscode/blob/main/src/vs/workbench/api/common/extHostDiagnostics.ts).
 */
const MOST_DIAGNOSTICS = 1000;

/** A finding of a log, or of the site about a file that the log saw called, and where it is shown. */
interface Shown {
  readonly finding: Finding;
  readonly href: string;
  /** Field of the first line that is marked. */
  readonly subject: 'client' | 'target';
  readonly related: () => DiagnosticRelatedInformation[];
}

/**
 * One diagnostic for each finding, at its first line, one for each suspected file that was called and that no finding tells of, and
 * one for what could not be read or is not shown.
 * @param lookup what is known of the networks of clients
 * @param suspects files that the site audit suspects and this log saw called
 */
export async function logDiagnostics(
  outcome: LogOutcome,
  lookup: KnownNetworkLookup = nothingKnown,
  suspects: readonly SuspectInLog[] = [],
): Promise<Diagnostic[]> {
  switch (outcome.kind) {
    case 'problem':
      return [fileDiagnostic('unreadable-log', 'error', outcome.message)];
    case 'unknownFormat':
      return outcome.text.table.lineIndex.lines === 0
        ? []
        : [fileDiagnostic('unknown-format', 'information', unknownFormatText())];
    case 'read':
      return readDiagnostics(outcome.log, lookup, suspects);
  }
}

/** The most urgent findings, as many as an editor shows, and how many there are beyond them. */
async function readDiagnostics(
  log: OpenLog,
  lookup: KnownNetworkLookup,
  suspects: readonly SuspectInLog[],
): Promise<Diagnostic[]> {
  const about = log.damaged ? [damagedArchive(log.model.table.lines)] : [];
  const room = MOST_DIAGNOSTICS - about.length;
  const all = shownOf(log, suspects);
  const shown = all.length <= room ? all : all.slice(0, room - 1);
  const texts = await firstLineTexts(
    log,
    shown.map(({ finding }) => finding),
  );
  const textOf = ({ finding }: Shown): string => texts.get(firstLineOf(finding)) ?? '';
  return [
    ...about,
    ...leftOut(all.length - shown.length),
    ...(await Promise.all(shown.map((each) => diagnostic(log, each, textOf(each), lookup)))),
  ];
}

function shownOf(log: OpenLog, suspects: readonly SuspectInLog[]): Shown[] {
  const told = new Map(suspects.flatMap((each) => (each.toldBy ? [[each.toldBy, each]] : [])));
  return [
    ...suspects.filter(({ toldBy }) => toldBy === undefined).map(shownSuspect),
    ...log.findings.map((finding) => shownFinding(log, finding, told.get(finding))),
  ];
}

function shownSuspect(suspect: SuspectInLog): Shown {
  return {
    finding: suspectFinding(suspect),
    href: suspectUri(suspect),
    subject: 'target',
    related: () => [suspectPlace(suspect)],
  };
}

/** @param suspect the file whose calls the finding tells of, where the site audit suspects one */
function shownFinding(log: OpenLog, finding: Finding, suspect: SuspectInLog | undefined): Shown {
  return {
    finding: suspect === undefined ? finding : withSuspicion(finding, suspect),
    href: findingUri(keyOf(log, finding)),
    subject: finding.clients.length === 1 ? 'client' : 'target',
    related: () => [...(suspect ? [suspectPlace(suspect)] : []), ...relatedLines(log, finding)],
  };
}

function withSuspicion(finding: Finding, suspect: SuspectInLog): Finding {
  const ranks = [finding, suspect].map(({ severity }) => SEVERITIES.indexOf(severity));
  return {
    ...finding,
    severity: SEVERITIES[Math.min(...ranks)]!,
    detail: `${finding.detail} ${suspicion(suspect)}`,
  };
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
  { finding, href, subject, related: relatedOf }: Shown,
  firstLine: string,
  lookup: KnownNetworkLookup,
): Promise<Diagnostic> {
  return {
    code: finding.rule,
    codeDescription: { href },
    source: DIAGNOSTIC_SOURCE,
    severity: LSP_SEVERITY[finding.severity],
    message: findingText(finding, lookup),
    range: await subjectRange(log, firstLineOf(finding), firstLine, subject),
    relatedInformation: relatedOf(),
  };
}

/** The address of a finding about one client, else the path: what the finding is about, on its first line (from 1). */
async function subjectRange(log: OpenLog, line: number, text: string, wanted: Shown['subject']): Promise<Range> {
  const fields = fieldsOfLine(text, await directiveBefore(log, line), formatsOfLog(log.format, log));
  const subject = fields.find(({ name }) => name === wanted);
  if (subject === undefined) return lineRange(line, 0, text.length);
  const { start, text: shown } = subject;
  return lineRange(line, start, start + (wanted === 'client' ? shown : withoutQuery(shown)).length);
}

function withoutQuery(target: string): string {
  return target.replace(/\?.*$/s, '');
}

import type { Diagnostic, DiagnosticRelatedInformation } from 'vscode-languageserver-protocol';
import { nothingKnown, type KnownNetworkLookup } from '../../address/clientNetworks';
import type { LogSetJobResult } from '../../jobs';
import { count } from '../../numbers';
import { terminalText } from '../../report/terminal';
import type { Finding } from '../../rules/finding';
import { t } from '../../words';
import { damagedArchive, DIAGNOSTIC_SOURCE, findingText, lineRange, LSP_SEVERITY } from '../diagnosticParts';
import { filesOfFinding, type FilePlace } from './filesOfFinding';
import type { UriOfLog } from './logUris';

/** A finding that concerns more files names this many of them, and how many more there are. */
const MOST_FILES = 10;

/**
 * The findings about logs that were read together, each shown in every log that it concerns, at its first line there; and which
 * logs are damaged.
 * @param lookup what is known of the networks of clients
 */
export function folderDiagnostics(
  { findings, files }: Pick<LogSetJobResult, 'findings' | 'files'>,
  uriOf: UriOfLog,
  lookup: KnownNetworkLookup = nothingKnown,
): Map<string, Diagnostic[]> {
  const damaged = files.filter((file) => file.damaged);
  const diagnostics = new Map(damaged.map(({ name, lines }) => [uriOf(name), [damagedArchive(lines)]]));
  for (const finding of findings) {
    const places = filesOfFinding(finding);
    for (const place of places) {
      const uri = uriOf(place.file);
      const others = places.filter((other) => other !== place);
      diagnostics.set(uri, [
        ...(diagnostics.get(uri) ?? []),
        diagnostic(findingText(finding, lookup), finding, { place, others, uriOf }),
      ]);
    }
  }
  return diagnostics;
}

/** A finding where it is shown in one file, and where else it is. */
interface ShownAt {
  readonly place: FilePlace;
  readonly others: readonly FilePlace[];
  readonly uriOf: UriOfLog;
}

function diagnostic(message: string, finding: Finding, { place, others, uriOf }: ShownAt): Diagnostic {
  return {
    code: finding.rule,
    source: DIAGNOSTIC_SOURCE,
    severity: LSP_SEVERITY[finding.severity],
    message,
    range: lineRange(place.line, 0, 0),
    relatedInformation: related(others, uriOf),
  };
}

/** The other logs that the finding concerns. */
function related(others: readonly FilePlace[], uriOf: UriOfLog): DiagnosticRelatedInformation[] {
  const left = others.length - MOST_FILES;
  return others.slice(0, MOST_FILES).map((other, index) => ({
    location: { uri: uriOf(other.file), range: lineRange(other.line, 0, 0) },
    message: [
      placeText(other),
      ...(left > 0 && index === MOST_FILES - 1 ? [t('… and {0} more', count(left))] : []),
    ].join(' '),
  }));
}

function placeText({ file, lines }: FilePlace): string {
  const name = terminalText(file);
  return lines === undefined ? t('Also in {0}', name) : t('Also in {0}: {1} lines', name, count(lines));
}

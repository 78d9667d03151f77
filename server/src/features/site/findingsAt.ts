import type { Range } from 'vscode-languageserver-protocol';
import type { FindingOfSite } from '../../protocol';
import type { Finding, Place } from '../../rules/finding';
import { keysOf, type FileFindings } from '../../siteFindings';

/** A finding of a site file and the name by which it is asked about later. */
export interface NamedFinding {
  readonly finding: Finding;
  readonly key: FindingOfSite;
}

/** A finding with the place (in the file that was asked about) by which it was come upon. */
export interface FindingAt extends NamedFinding {
  readonly place: Place | undefined;
}

/** All findings of a file, the most urgent first of each audit. */
export function namedFindings(parts: readonly FileFindings[]): NamedFinding[] {
  return parts.flatMap(({ folder, findings }) => {
    const keys = keysOf(folder, findings);
    return findings.map((finding, index) => ({ finding, key: keys[index]! }));
  });
}

/**
 * The findings of a file of which a place touches a range, the most urgent first. A finding about the whole file is at its first
 * line, where the editor shows it.
 */
export function findingsAt(parts: readonly FileFindings[], range: Range): FindingAt[] {
  return parts.flatMap(({ folder, file, findings }) => {
    const keys = keysOf(folder, findings);
    return findings.flatMap((finding, index) => {
      const own = finding.places.filter((place) => place.file === file);
      const place = own.find((each) => touches(each, range));
      const isMeant = place !== undefined || (own.length === 0 && range.start.line === 0);
      return isMeant ? [{ finding, key: keys[index]!, place }] : [];
    });
  });
}

/** The place as the editor has it; a point stands for its whole line. */
export function placeRange({ line = 1, column, endColumn }: Place): Range {
  const isStretch = column !== undefined && endColumn !== undefined && endColumn > column;
  return {
    start: { line: line - 1, character: isStretch ? column - 1 : 0 },
    end: { line: line - 1, character: isStretch ? endColumn - 1 : Number.MAX_SAFE_INTEGER },
  };
}

function touches(place: Place, { start, end }: Range): boolean {
  const own = placeRange(place);
  return isBefore(own.start, end) && isBefore(start, own.end);
}

function isBefore(one: Range['start'], other: Range['start']): boolean {
  return one.line < other.line || (one.line === other.line && one.character <= other.character);
}

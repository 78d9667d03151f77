import type { Finding } from '../../rules/finding';

/** Where a finding is shown in one file. */
export interface FilePlace {
  readonly file: string;
  /** First line in the file, from 1. */
  readonly line: number;
  /** Lines in the file, where they are known. */
  readonly lines: number | undefined;
}

/** The files that a finding concerns, each once, at its first line there. */
export function filesOfFinding({ places, lines = [] }: Finding): FilePlace[] {
  if (lines.length > 0) {
    return lines.map((each) => ({ file: each.file, line: each.lines[0] ?? 1, lines: each.lines.length }));
  }
  const files = new Map(places.toReversed().map((place) => [place.file, place.line ?? 1]));
  return [...files].map(([file, line]) => ({ file, line, lines: undefined }));
}

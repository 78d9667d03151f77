import type { Finding } from '../../rules/finding';

/** What begins a path that names its folder from the top: `/`, `\`, a drive of Windows. */
const ABSOLUTE = /^(?:[/\\]|[a-z]:[/\\])/i;

/**
 * Findings whose places name files from the folder that all of them are in, where they are named from the top of the disk: where a
 * user keeps his logs is nobody else's business.
 */
export function withoutCommonFolder(findings: readonly Finding[]): readonly Finding[] {
  const files = new Set(findings.flatMap(({ places }) => places.map(({ file }) => file)));
  const absolute = [...files].filter((file) => ABSOLUTE.test(file)).map(foldersOf);
  const [first, ...others] = absolute;
  if (first === undefined) return findings;
  const differs = first.findIndex((name, index) => others.some((folders) => folders[index] !== name));
  const common = differs < 0 ? first.length : differs;
  return findings.map((finding) => ({
    ...finding,
    places: finding.places.map((place) =>
      ABSOLUTE.test(place.file) ? { ...place, file: place.file.split(/[/\\]/).slice(common).join('/') } : place,
    ),
  }));
}

/** The names before the last one. */
function foldersOf(file: string): string[] {
  return file.split(/[/\\]/).slice(0, -1);
}

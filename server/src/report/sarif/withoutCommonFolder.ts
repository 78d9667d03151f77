import type { Finding } from '../../rules/finding';

/** What begins a path that names its folder from the top: `/`, `\`, a drive of Windows. */
const ABSOLUTE = /^(?:[/\\]|[a-z]:[/\\])/i;

/**
 * Names of files from the folder that all of them are in, where they are named from the top of the disk: where a user keeps his logs
 * is nobody else's business.
 * @param files all that are to be named
 */
export function fromCommonFolder(files: Iterable<string>): (file: string) => string {
  const absolute = [...new Set(files)].filter((file) => ABSOLUTE.test(file)).map(foldersOf);
  const [first = [], ...others] = absolute;
  const differs = first.findIndex((name, index) => others.some((folders) => folders[index] !== name));
  const common = differs < 0 ? first.length : differs;
  return (file) => (ABSOLUTE.test(file) ? file.split(/[/\\]/).slice(common).join('/') : file);
}

/** Findings whose places name files so. */
export function withoutCommonFolder(findings: readonly Finding[]): readonly Finding[] {
  const nameOf = fromCommonFolder(findings.flatMap(({ places }) => places.map(({ file }) => file)));
  return findings.map((finding) => ({
    ...finding,
    places: finding.places.map((place) => ({ ...place, file: nameOf(place.file) })),
  }));
}

/** The names before the last one. */
function foldersOf(file: string): string[] {
  return file.split(/[/\\]/).slice(0, -1);
}

/** A file that a host's list accuses. All texts are as the list has them. */
export interface ListedFile {
  /** Path on the server with `/` between folders, or path within the site where the list has no more. */
  readonly path: string;
  /** Domain of the address that the list has; absent for paths. */
  readonly domain?: string;
  /** What the scanner calls it; absent in lists of paths alone. */
  readonly signature?: string;
  /** Where the scanner moved it on the server. */
  readonly quarantine?: string;
  /** SHA-256, SHA-1 or MD5 of its content in lower-case hexadecimal, where the list has one. */
  readonly hash?: string;
}

/** What tells a listed file from all others: several domains may have files of the same path. */
export function keyOfListed({ path, domain = '' }: Pick<ListedFile, 'path' | 'domain'>): string {
  return `${domain} ${path}`;
}

/** Kinds of lists: lines of paths, reports of scanners, tables. */
export type ListFormat = 'paths' | 'maldet' | 'maldet-session' | 'imunify' | 'json' | 'clamav' | 'csv';

/** A list of bad files as a host hands it out. */
export interface HostList {
  readonly format: ListFormat;
  /** Each path once, in the list's order. */
  readonly files: readonly ListedFile[];
  /** Files that the list has beyond `MOST_LISTED`, which were left out. */
  readonly leftOut: number;
}

/** Most files of a list that are kept. */
export const MOST_LISTED = 100_000;

/** Reads one kind of list from its lines, or gives `undefined` where they are of another kind. */
export type ListReader = (text: string, lines: readonly string[]) => readonly ListedFile[] | undefined;

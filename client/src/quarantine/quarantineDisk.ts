/** What is known of a path itself: of a symbolic link, not of what it leads to. */
export interface PathFacts {
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  /** Size in bytes. */
  readonly size: number;
  /** Permission bits, e.g. 0o644; `undefined` where the platform keeps none (Windows). */
  readonly mode: number | undefined;
  /** Last modification, ms since 1970-01-01 UTC, with fractions. */
  readonly modified: number;
  /** Tells this file from every other that may take its name. */
  readonly identity: string;
}

/** What was copied. */
export interface Copied {
  /** SHA-256 (FIPS 180-4) of the bytes, in hexadecimal. */
  readonly sha256: string;
  /** Identity of the file that was read. */
  readonly identity: string;
}

/**
 * The disk as the quarantine sees it: small, so that tests can let each step fail. Every method rejects with the platform's
 * error (`code` such as ENOENT, EACCES, ENOSPC). None of them follows a link at the end of a path to read or to write.
 */
export interface QuarantineDisk {
  facts(path: string): Promise<PathFacts>;
  /** Names in a folder; none where the folder does not exist. */
  list(folder: string): Promise<readonly string[]>;
  /** Makes a folder that only the user can look into, with those above it; fine where it exists. */
  makePrivateFolder(folder: string): Promise<void>;
  /** Makes a folder with those above it; fine where it exists. */
  makeFolder(folder: string): Promise<void>;
  readText(path: string): Promise<string>;
  /** Writes a new file and waits until it is on the disk. EEXIST where there is one; nothing is left of it when it fails. */
  writeNew(path: string, text: string): Promise<void>;
  /** Copies bytes into a new file, in the same way. */
  copyToNew(from: string, to: string): Promise<Copied>;
  /** SHA-256 of a file, in hexadecimal. */
  hash(path: string): Promise<string>;
  setMode(path: string, mode: number): Promise<void>;
  /** @param modified ms since 1970-01-01 UTC */
  setModified(path: string, modified: number): Promise<void>;
  /** Deletes a file. */
  remove(path: string): Promise<void>;
  /** Waits until the names in a folder are on the disk, where the platform can. */
  flushFolder(folder: string): Promise<void>;
}

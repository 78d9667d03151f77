/** What kind of thing a directory entry is; symbolic links are named as such and never followed. */
export type FileKind = 'file' | 'directory' | 'link' | 'other';

/** One name in a directory. */
export interface DirectoryEntry {
  /** As paths of this disk have it; bytes that are not UTF-8 stand in it as halves of surrogate pairs (see `nameOfBytes`). */
  readonly name: string;
  readonly kind: FileKind;
}

/** Status of a file, of the link itself where the path is a symbolic link. */
export interface FileStatus {
  readonly kind: FileKind;
  /** Size in bytes. */
  readonly size: number;
  /** Permission bits, e.g. 0o644; `undefined` where the platform keeps none (Windows). */
  readonly permissions: number | undefined;
  /** Last modification, ms since 1970-01-01 UTC. */
  readonly modified: number;
  /** Last change of content, name or permissions (`st_ctime`), ms since 1970-01-01 UTC; unlike `modified`, no program can set it. */
  readonly changed: number;
}

/**
 * The disk as analysis sees it: read-only, so that nothing audited can be changed, and small, so that tests can count and
 * fake it. Every method rejects with the platform's error (`code` such as ENOENT, EACCES) when the path can't be read.
 */
export interface Disk {
  status(path: string): Promise<FileStatus>;
  /** Names in a directory, in the platform's order. */
  list(path: string): Promise<DirectoryEntry[]>;
  /** The first `maximumBytes` bytes of a file, or all of it where it is shorter or no maximum is given. */
  read(path: string, maximumBytes?: number): Promise<Uint8Array>;
  /** Bytes from `start` up to, not including, `end`; shorter where the file ends before. */
  readRange(path: string, start: number, end: number): Promise<Uint8Array>;
  /**
   * A file in pieces, all of it or the bytes from `start` up to, not including, `end`. A piece is lent: its memory is used
   * again once the next one is asked for.
   */
  stream(path: string, start?: number, end?: number): AsyncIterable<Uint8Array>;
}

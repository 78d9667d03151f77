import type { CreatePendingFile } from '../pendingFile';

/** The only way by which the command line writes: one file, which the user names. */
export interface ReportWriter {
  /** A path without symbolic links; the file itself need not be there, its folder must. Rejects with the platform's error. */
  realPath(file: string): Promise<string>;
  /** Begins a file that takes long to write. */
  readonly create: CreatePendingFile;
  /** Writes a file anew as UTF-8. Rejects with the platform's error. */
  write(file: string, text: string): Promise<void>;
}

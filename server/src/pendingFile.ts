/** A file that is written piece by piece, and is there only once all of it is. Every method rejects with the platform's error. */
export interface PendingFile {
  write(bytes: Uint8Array): Promise<void>;
  /** Puts the file where it belongs, in the place of one that was there. */
  keep(): Promise<void>;
  /** Leaves nothing of it; what was there before stays. */
  discard(): Promise<void>;
}

/** Begins a file. Rejects with the platform's error. */
export type CreatePendingFile = (file: string) => Promise<PendingFile>;

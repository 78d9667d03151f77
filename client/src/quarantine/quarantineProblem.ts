/** Why a file could not be moved into or out of quarantine. */
export type QuarantineReason =
  /** There is no such file (any more). */
  | 'gone'
  /** Its name has bytes that are no text. */
  | 'unnameable'
  | 'link'
  | 'folder'
  /** A device, a pipe or the like. */
  | 'special'
  /** It does not lie in the site's folder, or a link leads there. */
  | 'outside'
  | 'forbidden'
  | 'full'
  /** It was written to meanwhile. */
  | 'changed'
  /** There is a file where it lay. */
  | 'exists'
  /** What the quarantine keeps is gone. */
  | 'lost'
  /** What the quarantine keeps, or what was written, are not the bytes that the file had. */
  | 'damaged'
  | 'other';

const REASONS: Readonly<Record<string, QuarantineReason>> = {
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  ELOOP: 'link',
  EISDIR: 'folder',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  EROFS: 'forbidden',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EEXIST: 'exists',
};

/** A file was not moved; it is where it was. */
export class QuarantineProblem extends Error {
  readonly reason: QuarantineReason;

  constructor(reason: QuarantineReason, cause?: unknown) {
    super(cause instanceof Error ? cause.message : reason, { cause });
    this.reason = reason;
  }
}

/** What went wrong, as a problem of the quarantine. */
export function asQuarantineProblem(error: unknown): QuarantineProblem {
  if (error instanceof QuarantineProblem) return error;
  return new QuarantineProblem(REASONS[codeOf(error) ?? ''] ?? 'other', error);
}

/** The system's error code, e.g. `EACCES`; `undefined` for errors that have none. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

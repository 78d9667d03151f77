/** A file made to take long, by itself. */
export interface HostileFile {
  readonly name: string;
  /** What it tries, for the table. */
  readonly what: string;
  readonly content: () => string | Buffer;
}

/** A program of others that a site is made with, or a part that was added to one. Plain data; the texts are hostile. */
export interface Product {
  readonly kind: 'program' | 'plugin' | 'theme';
  readonly name: string;
  /** As its files say it; `undefined` where they don't. */
  readonly version?: string;
  /** Language edition, such as `ja`, where its files say one. */
  readonly locale?: string;
  /** Folder that it lies in, or its only file, relative to the audited folder; '' for that folder itself. */
  readonly path: string;
}

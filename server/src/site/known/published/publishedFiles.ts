import type { Product } from '../products/product';

/** The files of a release as its makers publish them. Plain data. */
export interface PublishedFiles {
  readonly kind: Extract<Product['kind'], 'program' | 'plugin'>;
  /** Of the product, with its version; hostile text. */
  readonly name: string;
  /** Folder of the site that the product lies in; '' for the audited folder itself. */
  readonly folder: string;
  /** MD5 (RFC 1321), in lower-case hexadecimal, of each content that a file may have, by its path in the folder. */
  readonly files: Readonly<Record<string, readonly string[]>>;
}

/** How a product in a site differs from what its makers publish. All paths are relative to the audited folder. Plain data. */
export interface PublishedComparison extends Pick<PublishedFiles, 'name' | 'folder'> {
  readonly same: readonly string[];
  /** Different only in carriage returns, as FTP programs add them. */
  readonly lineEndings: readonly string[];
  readonly changed: readonly string[];
  /** Where only files of the product belong, and none of them. */
  readonly added: readonly string[];
  readonly missing: readonly string[];
}

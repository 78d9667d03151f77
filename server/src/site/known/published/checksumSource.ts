import { nameOf } from '../../paths';
import { nameWithVersion } from '../nameWithVersion';
import type { Product } from '../products/product';
import type { PublishedFiles } from './publishedFiles';
import { readCoreChecksums, readPluginChecksums } from './readChecksums';

/** Where the checksums of a product are published. */
export interface ChecksumSource extends Pick<PublishedFiles, 'kind' | 'name' | 'folder'> {
  readonly url: string;
  /** Reads what is there; `undefined` when that is no list of checksums. */
  readonly read: (text: string) => PublishedFiles['files'] | undefined;
}

/** Of releases, release candidates included; all else was never published. The site may be hostile, and so may these be. */
const VERSION = /^\d+(?:\.\d+){1,3}(?:-[A-Za-z0-9.]{1,20})?$/;
const LOCALE = /^[a-z]{2,3}(?:_[A-Z]{2})?(?:_[a-z]{1,20})?$/;
/** https://developer.wordpress.org/plugins/wordpress-org/plugin-developer-faq/ */
const SLUG = /^[a-z0-9-]{1,100}$/;
const DEFAULT_LOCALE = 'en_US';

/** Where WordPress.org publishes the checksums of a product; `undefined` for products of others, and where the version is not known. */
export function checksumSource({ kind, name, version = '', locale, path }: Product): ChecksumSource | undefined {
  if (!VERSION.test(version)) return undefined;
  const product = { name: nameWithVersion({ name, version }), folder: path };
  if (kind === 'program' && name === 'WordPress') {
    const edition = locale !== undefined && LOCALE.test(locale) ? locale : DEFAULT_LOCALE;
    const url = `https://api.wordpress.org/core/checksums/1.0/?version=${version}&locale=${edition}`;
    return { ...product, kind, url, read: readCoreChecksums };
  }
  const slug = nameOf(path);
  // A plug-in of a single file has no folder that would tell its slug.
  if (kind !== 'plugin' || !SLUG.test(slug)) return undefined;
  const url = `https://downloads.wordpress.org/plugin-checksums/${slug}/${version}.json`;
  return { ...product, kind, url, read: readPluginChecksums };
}

import { t } from '../../../words';
import type { PublishedComparison } from './publishedFiles';

/** The outcome of a comparison in one sentence, in the user's language; names in it are hostile text. */
export function publishedText({ name, same, lineEndings, changed, added, missing }: PublishedComparison): string {
  return t(
    '{0} was compared with the checksums of WordPress.org: {1} files the same, {2} changed, {3} different only in line endings, {4} added, {5} missing.',
    name,
    same.length,
    changed.length,
    lineEndings.length,
    added.length,
    missing.length,
  );
}

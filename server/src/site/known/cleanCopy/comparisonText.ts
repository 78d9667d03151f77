import { t } from '../../../words';
import type { CleanComparison } from './compare';

/** The outcome of a comparison in one sentence, in the user's language; the name of a folder in it is hostile text. */
export function comparisonText({ folder, same, lineEndings, changed, added, missing }: CleanComparison): string {
  return t(
    'Compared with the clean copy (folder /{0}): {1} files the same, {2} changed, {3} different only in line endings, {4} added, {5} missing.',
    folder,
    same.length,
    changed.length,
    lineEndings.length,
    added.length,
    missing.length,
  );
}

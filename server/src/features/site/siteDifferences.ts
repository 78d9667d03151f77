import { pathToFileURL } from 'node:url';
import { MOST_DIFFERENCES, type DifferingFiles, type SiteDifferences } from '../../protocol';
import type { CleanComparison } from '../../site/known/cleanCopy/compare';

/** A comparison as the editor lists it. */
export function siteDifferences(comparison: CleanComparison): SiteDifferences {
  const { folder, copy, changed, added, missing, lineEndings } = comparison;
  return {
    folder,
    copy: { uri: pathToFileURL(copy.path).toString(), isArchive: copy.isArchive, folder: copy.folder },
    changed: differingFiles(changed),
    added: differingFiles(added),
    missing: differingFiles(missing),
    lineEndings: differingFiles(lineEndings),
  };
}

function differingFiles(paths: readonly string[]): DifferingFiles {
  return { files: paths.slice(0, MOST_DIFFERENCES), count: paths.length };
}

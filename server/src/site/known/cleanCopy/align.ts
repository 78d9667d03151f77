import { nameOf } from '../../paths';

/** Which folder of the site is which of the clean copy. Both are '' or end with a slash. */
export interface Alignment {
  readonly site: string;
  readonly clean: string;
}

/** Files of the clean copy that are looked for; more would not change the outcome. */
const SAMPLE = 500;
/** Files of one name that are considered: every folder may have an index.php. */
const SAME_NAME = 100;
/** The copy is of something else when fewer of its files, in percent, are found together. */
const LEAST_SHARE = 10;

/**
 * Finds where in a site a clean copy belongs: an archive mostly holds one folder, such as `wordpress/`, and a site may have the
 * program anywhere. The place is where most files of the copy have their like; where several have as many, the uppermost one.
 * @returns `undefined` when the two have hardly a file in common.
 */
export function align(sitePaths: readonly string[], cleanPaths: readonly string[]): Alignment | undefined {
  const byName = groupByName(sitePaths);
  let best: (Alignment & { readonly share: number }) | undefined;
  for (const clean of commonFolders(cleanPaths)) {
    const sample = evenly(cleanPaths).map((path) => path.slice(clean.length));
    for (const [site, found] of votes(sample, byName)) {
      const share = (found / sample.length) * 100;
      const isBetter =
        best === undefined || share > best.share || (share === best.share && site.length < best.site.length);
      if (share >= LEAST_SHARE && isBetter) best = { site, clean, share };
    }
  }
  return best && { site: best.site, clean: best.clean };
}

/** '' and each folder that all paths lie in, the outermost first, with a slash at the end. */
function commonFolders(paths: readonly string[]): string[] {
  const folders = [''];
  const [first = ''] = paths;
  for (let slash = first.indexOf('/'); slash >= 0; slash = first.indexOf('/', slash + 1)) {
    const folder = first.slice(0, slash + 1);
    if (!paths.every((path) => path.startsWith(folder))) break;
    folders.push(folder);
  }
  return folders;
}

/** How many of the paths have their like below each folder of the site. */
function votes(paths: readonly string[], byName: ReadonlyMap<string, readonly string[]>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const path of paths) {
    for (const candidate of byName.get(nameOf(path)) ?? []) {
      if (candidate !== path && !candidate.endsWith(`/${path}`)) continue;
      const folder = candidate.slice(0, candidate.length - path.length);
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
  }
  return counts;
}

function evenly(paths: readonly string[]): string[] {
  const step = Math.max(1, paths.length / SAMPLE);
  return Array.from({ length: Math.min(paths.length, SAMPLE) }, (_, index) => paths[Math.floor(index * step)]!);
}

function groupByName(paths: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const name = nameOf(path);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [path]);
    else if (group.length < SAME_NAME) group.push(path);
  }
  return groups;
}

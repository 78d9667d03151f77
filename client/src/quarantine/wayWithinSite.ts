import path from 'node:path';
import { factsIfThere } from './factsIfThere';
import type { QuarantineDisk } from './quarantineDisk';
import { QuarantineProblem } from './quarantineProblem';

/**
 * Makes sure that a file lies in the site's folder and that no folder on the way to it is a link: the site's files are hostile,
 * and a link could lead to any file of the computer. Folders that are missing are no obstacle.
 * @throws QuarantineProblem `outside`
 */
export async function checkWayWithinSite(disk: QuarantineDisk, site: string, file: string): Promise<void> {
  if (!isWithin(site, file)) throw new QuarantineProblem('outside');
  const names = path.relative(site, path.dirname(file)).split(path.sep).filter(Boolean);
  let folder = site;
  for (const name of names) {
    folder = path.join(folder, name);
    const facts = await factsIfThere(disk, folder);
    if (facts === undefined) return;
    if (facts.kind !== 'folder') throw new QuarantineProblem('outside');
  }
}

/** Whether a file lies somewhere below a folder, as their paths are written. */
export function isWithin(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way !== '' && way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

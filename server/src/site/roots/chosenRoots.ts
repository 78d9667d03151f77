import type { DocumentRoot } from './documentRoot';

/**
 * Document roots that were found, and what the user says about them: his word replaces what was found of a folder, and takes the
 * domains that he names away from other folders.
 */
export function chosenRoots(found: readonly DocumentRoot[], chosen: readonly DocumentRoot[]): readonly DocumentRoot[] {
  if (chosen.length === 0) return found;
  const folders = new Set(chosen.map(({ folder }) => folder));
  const taken = new Set(chosen.flatMap(({ domains }) => domains));
  const left = found
    .filter(({ folder }) => !folders.has(folder))
    .map(({ folder, domains }) => ({ folder, domains: domains.filter((domain) => !taken.has(domain)) }));
  return [...chosen, ...left];
}

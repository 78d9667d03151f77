import type { SiteReference } from '../siteModel';

/** Each target of a file once for each kind, where it is named first: where else it is named leads nowhere new. */
export function distinctReferences(references: readonly SiteReference[]): readonly SiteReference[] {
  const seen = new Set<string>();
  const distinct = references.filter(({ kind, target }) => {
    const key = `${kind} ${target}`;
    return !seen.has(key) && seen.add(key);
  });
  return distinct.length === references.length ? references : distinct;
}

import { buildGraph } from './graph';
import type { CleanComparison } from './known/cleanCopy/compare';
import type { PublishedComparison } from './known/published/publishedFiles';
import { findMailers } from './mailers';
import type { OwnRuleMatch } from './ownRules/ownRuleMatch';
import type { ConnectedSite, SiteModel } from './siteModel';

/**
 * Works out how the files of a site hang together, as the rules need it.
 * @param rootName name of the audited folder; see `indexPaths`.
 * @param cleanCopy how the site differs from the clean copy that the user has.
 * @param published how its products differ from what their makers publish.
 * @param ownRuleMatches what rules say that the user brought along.
 */
export function connectSite(
  site: SiteModel,
  rootName?: string,
  cleanCopy?: CleanComparison,
  published: readonly PublishedComparison[] = [],
  ownRuleMatches: readonly OwnRuleMatch[] = [],
): ConnectedSite {
  const graph = buildGraph(site.files, rootName);
  const { index, reached, entryPages, dataFolderOf, prependedBy, ownHosts } = graph;
  const { documentRoots } = index;
  return {
    ...site,
    mailers: findMailers(site.files, graph),
    reached,
    entryPages,
    documentRoots,
    dataFolderOf,
    prependedBy,
    ownHosts,
    cleanCopy,
    published,
    ownRuleMatches,
  };
}

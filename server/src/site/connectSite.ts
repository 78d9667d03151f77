import { buildGraph } from './graph';
import { findMailers } from './mailers';
import type { ConnectedSite, SiteModel } from './siteModel';

/**
 * Works out how the files of a site hang together, as the rules need it.
 * @param rootName name of the audited folder; see `indexPaths`.
 */
export function connectSite(site: SiteModel, rootName?: string): ConnectedSite {
  const graph = buildGraph(site.files, rootName);
  const { index, reached, entryPages, dataFolderOf, prependedBy } = graph;
  const { documentRoots } = index;
  return {
    ...site,
    mailers: findMailers(site.files, graph),
    reached,
    entryPages,
    documentRoots,
    dataFolderOf,
    prependedBy,
  };
}

import type { SiteReference } from '../siteModel';
import { detach, isTarget } from './target';
import { positionsIn } from './textPositions';

/** Ends at the first `<`, so that broken files cost one pass. https://www.sitemaps.org/protocol.html */
const LOCATION = /<loc>([^<]*)</gi;
/** https://www.sitemaps.org/protocol.html#submit_robots */
const ROBOTS_SITEMAP = /^[ \t]*sitemap[ \t]*:[ \t]*(\S+)/gim;

/** The addresses that an XML sitemap lists, or the sitemaps that a robots.txt names. */
export function readSitemapReferences(text: string): SiteReference[] {
  const position = positionsIn(text);
  const pattern = text.trimStart().startsWith('<') ? LOCATION : ROBOTS_SITEMAP;
  return [...text.matchAll(pattern)].flatMap((match): SiteReference[] => {
    const target = (match[1] ?? '').trim().replaceAll('&amp;', '&');
    return isTarget(target) ? [{ kind: 'sitemap', target: detach(target), ...position(match.index) }] : [];
  });
}

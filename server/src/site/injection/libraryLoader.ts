import type { Loader, Sighting } from './injection';

/** Libraries say who they are in their first comment. */
const BANNER =
  /^\uFEFF?\s*(?:\/\*|\/\/)[^\n]{0,200}\n?[^\n]{0,200}(?:jquery|bootstrap|modernizr|mootools|prototype|underscore|backbone|lodash|swiper|slick|owl carousel|isotope|masonry|select2|popper|lightbox|fancybox|hoverintent|respond|html5 ?shiv|wp-embed|require\.js|knockout|angular|vue|react)/i;
const TAIL = 3000;
/** Shorter files are not the library itself but something that uses it. */
const SHORTEST = 4000;

/** A script of another site that is loaded at the end of a library, which no library does. */
export function findLibraryLoader(code: string, loaders: readonly Loader[]): Sighting | undefined {
  const last = code.length < SHORTEST ? undefined : loaders.find(({ start }) => start > code.length - TAIL);
  if (last === undefined || !BANNER.test(code.slice(0, 1000))) return undefined;
  const { host, start, end } = last;
  return { kind: 'script', sign: 'behindLibrary', certainty: 'likely', host, start, end };
}

import { Choice, type Random } from './random';

/** How somebody comes to a site. */
export interface Entry {
  /** The page before, `-` when the browser names none. */
  readonly referrer: string;
  /** What the page before has added to the address, `?` included; mostly nothing. */
  readonly query: string;
}

interface Source {
  readonly referrer: string;
  /** Name of the parameter by which the source marks each click with an id of its own. */
  readonly clickId?: string;
}

const SOURCES = new Choice<Source>([
  [{ referrer: '-' }, 32],
  [{ referrer: 'https://www.google.com/' }, 34],
  [{ referrer: 'https://www.google.com/', clickId: 'gclid' }, 2],
  [{ referrer: 'https://search.yahoo.co.jp/' }, 13],
  [{ referrer: 'https://www.bing.com/' }, 4],
  [{ referrer: 'https://t.co/' }, 4],
  [{ referrer: 'https://l.instagram.com/', clickId: 'fbclid' }, 4],
  [{ referrer: 'https://m.facebook.com/', clickId: 'fbclid' }, 2],
]);

const LINKED_FROM_BLOGS = 0.05;
const BLOGS = ['utsuwa', 'kurashi', 'cafe-note', 'tabi', 'obento', 'yakimono', 'hibi', 'machi'];
const CLICK_ID_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.split('');
const CLICK_ID_LENGTH = 61;

/** Draws where a visitor comes from. */
export function drawEntry(random: Random): Entry {
  if (random.chance(LINKED_FROM_BLOGS)) return { referrer: drawBlogEntry(random), query: '' };
  const { referrer, clickId } = SOURCES.pick(random);
  return { referrer, query: clickId === undefined ? '' : `?${clickId}=${drawClickId(random)}` };
}

function drawBlogEntry(random: Random): string {
  return `https://${random.favour(BLOGS)}.example.com/entry/${random.integer(100, 900)}`;
}

function drawClickId(random: Random): string {
  return Array.from({ length: CLICK_ID_LENGTH }, () => random.pick(CLICK_ID_CHARACTERS)).join('');
}

import type { Place } from '../rules/finding';

/** Where a place is, `images/l.php:6`; empty for none. Quotes the name of the file. */
export function placeText(place: Place | undefined): string {
  if (place === undefined) return '';
  return [place.file === '' ? '.' : place.file, place.line].filter((part) => part !== undefined).join(':');
}

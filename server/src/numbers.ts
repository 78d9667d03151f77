let locale = 'en';

/** Sets the language that numbers are written in, a BCP 47 tag such as `ja`; English for one that is unknown or none. */
export function useLocale(tag: string): void {
  try {
    locale = Intl.NumberFormat.supportedLocalesOf(tag)[0] ?? 'en';
  } catch {
    // A tag that is none is a RangeError (ECMA-402).
    locale = 'en';
  }
}

/** The language that texts are written in. */
export function currentLocale(): string {
  return locale;
}

/** A count with the separators of the user's language: 5,821. */
export function count(value: number): string {
  return value.toLocaleString(locale);
}

/** A share from 0 to 1 as per cent: 98%, 0.4%. Only all is 100%: nearly all is 99.9% at most. */
export function percent(share: number): string {
  const nearlyAll = share > 0.99 && share < 1;
  const shown = nearlyAll ? Math.min(share, 0.999) : share;
  return shown.toLocaleString(locale, { style: 'percent', maximumFractionDigits: nearlyAll || share < 0.1 ? 1 : 0 });
}

const BYTE_STEP = 1024;

/** A number of bytes: 12.3 MB. */
export function byteSize(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= BYTE_STEP && unit < units.length - 1) {
    value /= BYTE_STEP;
    unit++;
  }
  return `${value.toLocaleString(locale, { maximumFractionDigits: unit === 0 ? 0 : 1 })} ${units[unit]}`;
}

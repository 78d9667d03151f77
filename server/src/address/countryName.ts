const namesByLocale = new Map<string, Intl.DisplayNames>();

/**
 * The everyday name of a country in a language, e.g. `HK` → "Hong Kong", 香港.
 * @param code ISO 3166-1 alpha-2.
 * @param locale BCP 47 tag, e.g. `ja`; English where the tag is malformed.
 * @returns the code itself where there is no name for it.
 */
export function countryName(code: string, locale: string): string {
  try {
    return namesIn(locale).of(code) ?? code;
  } catch {
    // A code of any other shape is a RangeError (ECMA-402).
    return code;
  }
}

function namesIn(locale: string): Intl.DisplayNames {
  let names = namesByLocale.get(locale);
  if (names === undefined) {
    names = new Intl.DisplayNames(supported(locale), { type: 'region', style: 'short', fallback: 'code' });
    namesByLocale.set(locale, names);
  }
  return names;
}

function supported(locale: string): string {
  try {
    return Intl.DisplayNames.supportedLocalesOf(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

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

let codesByName: ReadonlyMap<string, string> | undefined;

/**
 * The code of a country by its English name, as people write it in postal addresses: "Hong Kong", "United States".
 * @returns ISO 3166-1 alpha-2; `undefined` for what is no such name.
 */
export function countryCode(name: string): string | undefined {
  codesByName ??= readCodes();
  return codesByName.get(name.trim().toLowerCase());
}

function readCodes(): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  const letters = 'A B C D E F G H I J K L M N O P Q R S T U V W X Y Z'.split(' ');
  const pairs = letters.flatMap((first) => letters.map((second) => first + second));
  // Codes that are no longer given out are known by the code of today: DD is DE.
  const today = pairs.filter((code) => new Intl.Locale(`und-${code}`).region === code);
  for (const style of ['long', 'short'] as const) {
    const names = new Intl.DisplayNames('en', { type: 'region', style, fallback: 'none' });
    for (const code of today) {
      const name = names.of(code)?.toLowerCase();
      if (name !== undefined && !codes.has(name)) codes.set(name, code);
    }
  }
  return codes;
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

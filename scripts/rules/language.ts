import { readFileSync } from 'node:fs';
import { useLanguage } from '../../server/src/language';

/** Languages that everything is shown in. */
export type Locale = 'en' | 'ja';

/** Runs `make` with all messages in a language. */
export function inLanguage<Result>(locale: Locale, make: () => Result): Result {
  useLanguage({ locale, words: locale === 'en' ? {} : readBundle(locale) });
  return make();
}

function readBundle(locale: Locale): Record<string, string> {
  return JSON.parse(readFileSync(`l10n/bundle.l10n.${locale}.json`, 'utf8')) as Record<string, string>;
}

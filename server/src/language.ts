import type { Language } from './jobs';
import { useLocale } from './numbers';
import { useWords } from './words';

let current: Language = { locale: 'en', words: {} };

/** Sets the language of messages and numbers in this thread. */
export function useLanguage(language: Language): void {
  current = language;
  useLocale(language.locale);
  useWords(language.words);
}

/** The language of this thread, for handing it on to another. */
export function currentLanguage(): Language {
  return current;
}

/** What `make` gives in another language than the user's, such as that of a reader; at once, so that nothing else is made in it. */
export function inLanguage<Result>(language: Language, make: () => Result): Result {
  const before = current;
  useLanguage(language);
  try {
    return make();
  } finally {
    useLanguage(before);
  }
}

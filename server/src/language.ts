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

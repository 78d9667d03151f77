import type { Language } from './jobs';
import { useLocale } from './numbers';
import { useWords } from './words';

/** Sets the language of messages and numbers in this thread. */
export function useLanguage({ locale, words }: Language): void {
  useLocale(locale);
  useWords(words);
}

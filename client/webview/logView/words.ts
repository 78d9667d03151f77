import type { WordName, Words } from './messages';

/** Writes words and numbers in the user's language. */
export class Speaker {
  readonly #words: Words;
  readonly #numbers: Intl.NumberFormat;
  readonly #shares: Intl.NumberFormat;

  constructor(words: Words, locale: string) {
    this.#words = words;
    this.#numbers = new Intl.NumberFormat(locale);
    this.#shares = new Intl.NumberFormat(locale, { style: 'percent' });
  }

  /** A word with numbers in the places that it has for them. */
  say(name: WordName, ...values: readonly (number | string)[]): string {
    return this.#words[name].replaceAll(/\{(\d)\}/g, (place, index: string) => {
      const value = values[Number(index)];
      if (value === undefined) return place;
      return typeof value === 'number' ? this.#numbers.format(value) : value;
    });
  }

  number(value: number): string {
    return this.#numbers.format(value);
  }

  /** A share from 0 to 1 as per cent. */
  share(value: number): string {
    return this.#shares.format(value);
  }
}

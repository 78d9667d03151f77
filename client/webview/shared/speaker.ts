/** Writes words and numbers in the user's language. Words have names; `{0}` and `{1}` in a word stand for numbers. */
export class Speaker<Name extends string> {
  readonly #words: Readonly<Record<Name, string>>;
  readonly #numbers: Intl.NumberFormat;
  readonly #shares: Intl.NumberFormat;

  constructor(words: Readonly<Record<Name, string>>, locale: string) {
    this.#words = words;
    this.#numbers = new Intl.NumberFormat(locale);
    this.#shares = new Intl.NumberFormat(locale, { style: 'percent' });
  }

  /** A word with numbers in the places that it has for them. */
  say(name: Name, ...values: readonly (number | string)[]): string {
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

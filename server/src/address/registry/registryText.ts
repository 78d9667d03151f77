import { hiddenCharacters } from '../../report/terminal';

/** Longest text that is kept of an answer, in characters. */
const LONGEST_TEXT = 200;
/** Most lines of description that are kept. */
export const MOST_DESCRIPTIONS = 10;
/** Most mail addresses for complaints that are kept. */
const MOST_MAIL_ADDRESSES = 5;
/** Longest mail address (RFC 5321 §4.5.3.1.3, without the angle brackets). */
const LONGEST_MAIL_ADDRESS = 254;

/** The addresses that people have (RFC 5322 §3.4.1 without quoted parts and literals). */
const MAIL_ADDRESS = /[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]{1,61}/gi;

/** What registries write where they have nothing to say. */
const NOTHING = /^(?:-+|n\/?a|none|null|undefined)$/i;

/**
 * A text of an answer as one line of plain text of limited length: what is not seen itself becomes a blank.
 * @returns `undefined` for no text, or one that says nothing
 */
export function registryText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  // Cut before and after: a text of a megabyte need not be cleaned whole.
  const line = value
    .slice(0, 4 * LONGEST_TEXT)
    .replace(hiddenCharacters, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (line === '' || NOTHING.test(line)) return undefined;
  return line.length > LONGEST_TEXT ? `${line.slice(0, LONGEST_TEXT - 1).replace(/[\ud800-\udbff]$/, '')}…` : line;
}

/** Lines of description, each once. */
export function registryLines(values: readonly unknown[]): string[] {
  const lines = values.map(registryText).filter((line) => line !== undefined);
  return [...new Set(lines)].slice(0, MOST_DESCRIPTIONS);
}

/** The mail addresses in texts, each once, in lower case. */
export function mailAddresses(values: readonly unknown[]): string[] {
  const found = values.flatMap((value) => (typeof value === 'string' ? (value.match(MAIL_ADDRESS) ?? []) : []));
  const short = found.filter((address) => address.length <= LONGEST_MAIL_ADDRESS);
  return [...new Set(short.map((address) => address.toLowerCase()))].slice(0, MOST_MAIL_ADDRESSES);
}

/** A country code, in capitals, also with a remark behind; `undefined` for anything else, and for what stands for several countries. */
export function registryCountry(value: unknown): string | undefined {
  const code = typeof value === 'string' ? /^\s*([A-Z]{2})\s*(?:#|$)/i.exec(value)?.[1]?.toUpperCase() : undefined;
  return code === undefined || ['AP', 'EU', 'ZZ'].includes(code) ? undefined : code;
}

/** The day of a moment as registries write it: `2005-04-01T00:00:00Z`, `20050401`, `2005/04/01 10:00:00(JST)`. */
export function registryDate(value: unknown): string | undefined {
  const parts = typeof value === 'string' ? /\b(\d{4})([-/.]?)(\d{2})\2(\d{2})(?!\d)/.exec(value) : null;
  if (parts === null) return undefined;
  const day = `${parts[1]}-${parts[3]}-${parts[4]}`;
  return Number.isNaN(Date.parse(day)) ? undefined : day;
}

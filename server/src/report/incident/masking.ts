import { parseAddress } from '../../address/parseAddress';
import { attackersOf } from '../../incident/attackers';
import type { Incident } from '../../incident/incident';
import type { Finding } from '../../rules/finding';
import { logRules } from '../../rules/log/table';
import { t } from '../../words';
import { mapTexts } from '../mapTexts';
import { maskText } from './maskText';

/** What stands for names of users and for values. */
export const MASKED = '***';

/** Families of rules about attacks. */
const ATTACKS: ReadonlySet<string> = new Set(['log-ins', 'probing', 'exploits', 'compromise']);

/** Words with a dot or a colon in them: addresses, names of computers, and much else. */
const DOTTED_WORD = /(?<![\p{L}\p{N}_-])[\p{L}\p{N}_-]*[.:][\p{L}\p{N}_.:-]*/gu;
/** Behind an address: then it is that of a network (RFC 4632 §3.1), which is no person. */
const NETWORK_SIZE = /^\/\d/;
/** What stands before an address where a log labels its fields. */
const LABEL = /^[a-z_]{1,40}:/i;

/**
 * What stands for personal data of the visitors and users of one site: the same for the same person wherever it is said, so that
 * counts stay true. Who attacked, or is suspected of it, keeps his address: without it nothing could be done about him.
 */
export class Masking {
  readonly #users = new Set<string>();
  readonly #attackers: ReadonlySet<string>;
  /** Addresses and names of computers of other visitors, with what stands for each. */
  readonly #visitors = new Map<string, string>();

  /** @param accused addresses that stay as well */
  constructor(incident: Incident, accused: readonly string[] = []) {
    this.#attackers = new Set([...suspectsOf(incident), ...accused].map(keyOf));
    mapTexts(incident, (text, key) => {
      if (key === 'user' || key === 'users') this.#users.add(text);
      if (key === 'address' || key === 'client') this.client(text);
      return text;
    });
  }

  /** What stands for a client; an attacker stays who he is. */
  client(address: string): string {
    const key = keyOf(address);
    if (this.#attackers.has(key)) return address;
    const known = this.#visitors.get(key);
    if (known !== undefined) return known;
    const name = t('visitor {0}', this.#visitors.size + 1);
    this.#visitors.set(key, name);
    return name;
  }

  /** A text without mail addresses, values of queries, names of users and addresses of visitors. */
  text(text: string): string {
    return maskText(text, this.#users).replaceAll(DOTTED_WORD, (word: string, at: number, whole: string) =>
      NETWORK_SIZE.test(whole.slice(at + word.length, at + word.length + 3)) ? word : this.#maskWord(word),
    );
  }

  #maskWord(word: string): string {
    const bare = word.replace(LABEL, '');
    for (const part of [word, withoutEnd(word), bare, withoutEnd(bare)]) {
      if (parseAddress(part) !== undefined) return word.replace(part, () => this.client(part));
      const name = this.#visitors.get(part);
      if (name !== undefined) return word.replace(part, () => name);
    }
    return word;
  }
}

/** A word without what ends a sentence behind it. */
function withoutEnd(word: string): string {
  let end = word.length;
  while (end > 0 && '.:-'.includes(word[end - 1]!)) end--;
  return word.slice(0, end);
}

/** Whether a client is one that was given another name. */
export function isVisitorName(client: string): boolean {
  const number = /\d+/.exec(client)?.[0];
  return number !== undefined && client === t('visitor {0}', number);
}

/** Clients that attacked or tried to, those that wrote to bad files, and those that put such files there. */
function suspectsOf(incident: Incident): string[] {
  const { files, logFindings } = incident;
  const suspicious = logFindings.filter(isAboutAttackers).flatMap(({ clients }) => clients);
  const uploaders = files.flatMap(({ severity, uploads }) => (severity === 'error' ? uploads : []));
  return [
    ...[...attackersOf(incident), ...suspicious].map(({ address }) => address),
    ...uploaders.map(({ client = '' }) => client),
  ];
}

/** Whether a finding accuses its clients: also an attack that failed is one, while busy visitors do nothing wrong. */
function isAboutAttackers({ rule, severity }: Finding): boolean {
  const family = logRules.find(({ id }) => id === rule)?.family ?? '';
  return severity === 'error' || severity === 'warning' || ATTACKS.has(family);
}

/** The same for all ways to write an address. */
function keyOf(client: string): string {
  return parseAddress(client)?.text ?? client;
}

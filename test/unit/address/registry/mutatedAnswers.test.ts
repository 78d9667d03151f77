import assert from 'node:assert/strict';
import { readRdapNetwork } from '../../../../server/src/address/registry/rdap/readRdapNetwork';
import { registryNetwork, type FoundNetwork } from '../../../../server/src/address/registry/foundNetwork';
import { readStoredNetwork } from '../../../../server/src/address/registry/storedNetwork';
import { readWhoisNetworks } from '../../../../server/src/address/registry/whois/readNetworks';
import { referralIn } from '../../../../server/src/address/registry/whois/referral';
import { hiddenCharacters } from '../../../../server/src/report/terminal';
import { SeededRandom } from '../../../support/random';
import * as rdap from '../../../support/rdapAnswers';
import * as whois from '../../../support/whoisAnswers';

const ROUNDS = 1500;
const PIECES = [
  ':',
  '\n',
  '\r',
  '-',
  '/',
  ' ',
  '[',
  ']',
  '"',
  '{',
  '}',
  '0',
  '999',
  '\u0000',
  '\u001b[2J',
  '\u202e',
  '\ud800',
  '@',
  '.',
  '%',
  '#',
  '(',
  '::',
];
const SOURCE = {
  registry: 'X',
  source: 'whois',
  server: 'whois.apnic.net',
  answered: '2026-01-02T03:04:05.000Z',
} as const;

/** A text with some pieces taken out, doubled, or put in. */
function mutated(text: string, random: SeededRandom): string {
  let result = text;
  for (let count = random.integer(1, 6); count > 0; count--) {
    const at = random.integer(0, result.length);
    const length = random.integer(0, 30);
    const middle = random.pick(['', result.slice(at, at + length).repeat(2), random.pick(PIECES)]);
    result = result.slice(0, at) + middle + result.slice(at + length);
  }
  return result;
}

/** What must be so of every network, whatever was answered. */
function check(found: FoundNetwork): void {
  const network = registryNetwork(found, SOURCE);
  const { netname, organisation, registry, description, abuse, country, registered, changed } = network;
  for (const text of [netname, organisation, registry, ...description, ...abuse]) {
    assert.ok(text === undefined || (text.length <= 254 && text.search(hiddenCharacters) < 0), JSON.stringify(text));
  }
  assert.ok(country === undefined || /^[A-Z]{2}$/.test(country), country);
  for (const day of [registered, changed]) assert.ok(day === undefined || /^\d{4}-\d\d-\d\d$/.test(day), day);
  assert.ok(description.length <= 10 && abuse.length <= 5);
  // What is kept is read as it was given.
  const kept: unknown = JSON.parse(JSON.stringify(network));
  assert.deepEqual(JSON.parse(JSON.stringify(readStoredNetwork(kept))), kept);
}

describe('Answers that nobody would give', () => {
  it('by WHOIS make no trouble', () => {
    const random = new SeededRandom(20_260_102);
    const texts = Object.values(whois).filter((answer) => typeof answer === 'string');
    let networks = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const text = mutated(random.pick(texts), random);
      referralIn(text);
      for (const found of readWhoisNetworks(text)) {
        check(found);
        networks++;
      }
    }
    assert.ok(networks > ROUNDS / 4, `${networks} networks`);
  });

  it('by RDAP make no trouble', () => {
    const random = new SeededRandom(20_260_103);
    const answers = Object.values(rdap).map((answer) => JSON.stringify(answer));
    let networks = 0;
    for (let round = 0; round < ROUNDS; round++) {
      let answer: unknown;
      try {
        answer = JSON.parse(mutated(random.pick(answers), random));
      } catch {
        continue;
      }
      const found = readRdapNetwork(answer);
      if (found === undefined) continue;
      check(found);
      networks++;
    }
    assert.ok(networks > ROUNDS / 50, `${networks} networks`);
  });
});

import assert from 'node:assert/strict';
import { proxyNetworks } from '../../../server/src/address/proxyNetworks';
import { DENY_FORMATS, type DenyFormat } from '../../../server/src/report/denyRules/denyFormat';
import { denyRules } from '../../../server/src/report/denyRules/denyFormats';
import { denyList } from '../../../server/src/report/denyRules/denyList';
import { SeededRandom } from '../../support/random';

/** Addresses from the first to the last of them, as numbers of one family. */
type Span = readonly [first: bigint, last: bigint];

/** Where the made-up addresses lie: public networks so large that a network of the widest allowed size fits many times. */
const FAMILIES = [
  { bits: 32, widest: 16, base: 0xb600_0000n, room: 24n, format: formatV4, parse: parseV4 },
  { bits: 128, widest: 32, base: 0x2a03_0000n << 96n, room: 112n, format: formatV6, parse: parseV6 },
] as const;

function formatV4(address: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 0xffn).join('.');
}

function parseV4(text: string): bigint {
  return text.split('.').reduce((sum, part) => (sum << 8n) | BigInt(part), 0n);
}

function formatV6(address: bigint): string {
  const group = (index: number): string => ((address >> BigInt(112 - 16 * index)) & 0xffffn).toString(16);
  return Array.from({ length: 8 }, (_, index) => group(index)).join(':');
}

function groupsOf(part: string): string[] {
  return part === '' ? [] : part.split(':');
}

function parseV6(text: string): bigint {
  const [head = '', tail] = text.split('::');
  const left = groupsOf(head);
  const right = tail === undefined ? [] : groupsOf(tail);
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...zeros, ...right].reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
}

function spanOf(network: string, bits: number, parse: (text: string) => bigint): Span {
  const [address = '', prefix = String(bits)] = network.split('/');
  const first = parse(address);
  return [first, first + (1n << BigInt(bits - Number(prefix))) - 1n];
}

/** The same addresses in as few spans as there can be; no span twice. */
function union(spans: readonly Span[]): Span[] {
  const result: [bigint, bigint][] = [];
  for (const [first, last] of spans.toSorted((one, other) => (one[0] < other[0] ? -1 : 1))) {
    const before = result.at(-1);
    if (before === undefined || before[1] + 1n < first) result.push([first, last]);
    else if (last > before[1]) before[1] = last;
  }
  return result;
}

function isDisjoint(spans: readonly Span[]): boolean {
  return spans.every(([first], at) => at === 0 || spans[at - 1]![1] < first);
}

describe('Networks that are joined', () => {
  for (const { bits, widest, base, room, format, parse } of FAMILIES) {
    it(`are exactly the union of what was asked for: IPv${bits === 32 ? 4 : 6}`, () => {
      const random = new SeededRandom(bits);
      for (let round = 0; round < 200; round++) {
        // Close together, so that many touch and overlap.
        const span = random.integer(1, 12);
        const wanted = Array.from({ length: random.integer(1, 60) }, () => {
          const prefix = random.integer(Math.max(widest, bits - span), bits);
          const size = 1n << BigInt(bits - prefix);
          const offset = BigInt(random.integer(0, 2 ** span)) & ~(size - 1n);
          return `${format(base + (offset & ((1n << room) - 1n)))}/${prefix}`;
        });
        const { networks, refused } = denyList({ addresses: wanted });
        assert.deepEqual(refused, []);
        const held = networks.map((network) => spanOf(network, bits, parse));
        assert.ok(isDisjoint(held), 'no address twice, in order');
        assert.deepEqual(union(held), union(wanted.map((network) => spanOf(network, bits, parse))), wanted.join(' '));
        assert.ok(networks.length <= new Set(wanted).size, 'never more than were asked for');
      }
    });
  }
});

/** Why an address or a network is not shut out; `undefined` when it is. */
function refusal(address: string, own: string[] = []): string | undefined {
  return denyList({ addresses: [address], own, isCrawler: (each) => each === '66.249.66.1' }).refused[0]?.why;
}

describe('Addresses that must not be shut out', () => {
  it('are those of every content delivery network that is known, at both ends of each', () => {
    const known = proxyNetworks.flatMap(({ networks }) => networks.split(' '));
    assert.ok(known.length > 20);
    for (const network of known) assert.ok(['proxy', 'tooWide'].includes(refusal(network) ?? ''), network);
    for (const network of known) assert.equal(refusal(network.split('/')[0]!), 'proxy', network);
  });

  it('are private and reserved ones, however they are written', () => {
    for (const address of [
      '10.1.2.3',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.0/24',
      '100.64.0.1',
      '169.254.1.1',
      '224.0.0.1',
      '255.255.255.255',
      '0.0.0.0',
      'fe80::1',
      'fd00::1',
      'ff02::1',
      '::',
      '2001:db8::1',
    ]) {
      assert.equal(refusal(address), 'notPublic', address);
    }
  });

  it('are the user’s own, alone and in networks', () => {
    assert.equal(refusal('182.16.27.106', ['182.16.27.0/24']), 'own');
    assert.equal(refusal('182.16.27.0/24', ['182.16.27.106']), 'own');
    assert.equal(refusal('2a03:1::5', ['2a03:1::/64']), 'own');
    assert.equal(refusal('182.16.28.1', ['182.16.27.0/24']), undefined);
  });

  it('are those of search engines', () => {
    assert.equal(refusal('66.249.66.1'), 'crawler');
    assert.equal(refusal('66.249.66.0/31'), 'crawler');
  });

  it('are networks wider than a provider’s smallest', () => {
    assert.equal(refusal('182.0.0.0/15'), 'tooWide');
    assert.equal(refusal('182.16.0.0/16'), undefined);
    assert.equal(refusal('2a03::/31'), 'tooWide');
    assert.equal(refusal('2a03::/32'), undefined);
  });
});

const NETWORKS = ['182.16.27.106', '182.16.59.0/24', '2a03:1::/64'];

function linesOf(format: DenyFormat): string[] {
  return denyRules(NETWORKS, format, 'addresses that attacked', '2021-11-02').trimEnd().split('\n');
}

describe('The forms in which networks are shut out', () => {
  it('are a table for CrowdSec, whose columns its manual names, without any comment', () => {
    const [heading, ...rows] = linesOf('crowdsec');
    const columns = heading!.split(',');
    const known = new Set(['duration', 'reason', 'scope', 'type', 'value']);
    assert.ok(columns.every((column) => known.has(column)));
    assert.deepEqual(
      rows.map((row) => Object.fromEntries(row.split(',').map((cell, at) => [columns[at], cell]))),
      NETWORKS.map((value) => ({
        duration: '168h',
        scope: value.includes('/') ? 'range' : 'ip',
        value,
        reason: 'log-site-audit',
        type: 'ban',
      })),
    );
  });

  it('are commands for fail2ban, a single network each', () => {
    const commands = linesOf('fail2ban').filter((line) => !line.startsWith('#'));
    assert.deepEqual(
      commands,
      NETWORKS.map((network) => `fail2ban-client set JAIL banip ${network}`),
    );
    assert.ok(
      linesOf('fail2ban').some((line) => /^#.*JAIL/.test(line)),
      'says what JAIL stands for',
    );
  });

  it('name each network once', () => {
    for (const format of DENY_FORMATS.filter((each) => each !== 'apache')) {
      const text = linesOf(format).join('\n');
      for (const network of NETWORKS) assert.equal(text.split(network).length, 2, `${format} ${network}`);
    }
  });
});

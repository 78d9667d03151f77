import assert from 'node:assert/strict';
import { encodeAddressData, reference } from '../../../scripts/addressData/encodeAddressData';
import { loadAddressData } from '../../../server/src/address/addressData';
import type { AddressDataSource } from '../../../server/src/address/addressDataSource';
import { forgetfulStore } from '../../../server/src/address/registry/jsonStore';
import { NetworkLookUps } from '../../../server/src/address/registry/networkLookUps';
import { runAddressCommand } from '../../../server/src/cli/addressCommand';
import { FakeClock } from '../../support/fakeClock';
import { LocalRegistries } from '../../support/registries';

const data = loadAddressData(
  encodeAddressData({
    date: '2026-06-17',
    countries: ['HK'],
    systems: [{ asn: 45_753, organisation: 'Netsec Limited' }],
    ipv4: [
      { start: 0xb610_0000n, value: reference(1, 1) },
      { start: 0xb611_0000n, value: 0 },
    ],
    ipv6: [],
  }),
);
const loadData: AddressDataSource = () => Promise.resolve({ data });

const nobody = (): never => assert.fail('The registries were to be asked.');

async function run(parameters: string[], source = loadData, lookUps: () => NetworkLookUps = nobody) {
  const output: string[] = [];
  const errors: string[] = [];
  const code = await runAddressCommand(
    parameters,
    (line) => output.push(line),
    (line) => errors.push(line),
    source,
    lookUps,
  );
  return { code, output, errors };
}

/** Names of facts stand in a column that is as wide as the longest name. */
const withPadding = (line: string): string => line.replace(/^(    \w+:) +/, (_, name: string) => name.padEnd(19));

describe('log-site-audit address', () => {
  it('prints one aligned line for each address, in the order given', async () => {
    const { code, output, errors } = await run(['182.16.27.106', '8.8.8.8', '192.168.0.1', '2001:0DB8::0001']);
    assert.deepEqual(output, [
      '182.16.27.106  HK  AS45753  Netsec Limited',
      '8.8.8.8        -   -        -',
      '192.168.0.1    -   -        private address of a local network',
      '2001:db8::1    -   -        example address (documentation)',
    ]);
    assert.deepEqual(errors, []);
    assert.equal(code, 0);
  });

  it('prints JSON without what is unknown', async () => {
    const { code, output } = await run(['--json', '182.16.27.106', '[::1]:80', '8.8.8.8']);
    assert.deepEqual(JSON.parse(output.join('\n')), {
      addresses: [
        { address: '182.16.27.106', country: 'HK', asn: 45_753, organisation: 'Netsec Limited', kind: 'public' },
        { address: '::1', kind: 'loopback' },
        { address: '8.8.8.8', kind: 'public' },
      ],
    });
    assert.equal(code, 0);
  });

  it('names what is no address, without letting it act on the terminal, and answers the rest', async () => {
    const text = await run(['mail.example\u001b[2J', '182.16.27.106']);
    assert.deepEqual(text.output, [
      'mail.example\\x1b[2J  -   -        not an IP address',
      '182.16.27.106        HK  AS45753  Netsec Limited',
    ]);
    assert.deepEqual(text.errors, ['Not an IP address: mail.example\\x1b[2J']);
    assert.equal(text.code, 2);

    const json = await run(['mail.example', '--json']);
    assert.deepEqual(JSON.parse(json.output.join('\n')), { addresses: [{ address: 'mail.example', kind: 'invalid' }] });
    assert.equal(json.code, 2);
  });

  it('still says what kind of address it is when the data cannot be read, and why', async () => {
    const { code, output, errors } = await run(['10.0.0.1', '8.8.8.8'], () => Promise.resolve({ problem: 'No data' }));
    assert.deepEqual(output, ['10.0.0.1  -  -  private address of a local network', '8.8.8.8   -  -  -']);
    assert.deepEqual(errors, ['No data']);
    assert.equal(code, 2);
  });

  it('explains its use when called without an address or with an unknown option', async () => {
    for (const parameters of [[], ['--json'], ['--network', '8.8.8.8']]) {
      assert.deepEqual(await run(parameters), {
        code: 2,
        output: [],
        errors: ['Usage: log-site-audit address ADDRESS… [--online] [--json]'],
      });
    }
  });

  describe('with --online', () => {
    const rdap = {
      'https://rdap.apnic.net/ip/182.16.27.106': {
        startAddress: '182.16.0.0',
        endAddress: '182.16.63.255',
        name: 'SIMCENTRIC-HK182016059',
        remarks: [{ title: 'description', description: ['Evil \u001b[31m', 'Two'] }],
      },
    };

    async function online(parameters: string[]) {
      const registries = await LocalRegistries.start({ rdap });
      const { transports, tried } = registries;
      const tools = { transports, clock: new FakeClock(), stores: { networks: forgetfulStore } };
      try {
        return { ...(await run(['--online', ...parameters], loadData, () => new NetworkLookUps(tools))), tried };
      } finally {
        await registries.close();
      }
    }

    it('says what the registry says, and asks once for each network', async () => {
      const { code, output, errors, tried } = await online(['182.16.27.106', '182.16.59.138']);
      const details = [
        '    inetnum:  182.16.0.0 - 182.16.63.255',
        '    cidr:     182.16.0.0/18',
        '    netname:  SIMCENTRIC-HK182016059',
        '    descr:    Evil [31m / Two',
        '    source:   APNIC (rdap.apnic.net, 2026-01-02T03:04:05.000Z)',
      ];
      const [first, second] = [
        '182.16.27.106  HK  AS45753  Netsec Limited',
        '182.16.59.138  HK  AS45753  Netsec Limited',
      ];
      assert.deepEqual(output, [first, ...details, second, ...details].map(withPadding));
      assert.deepEqual([errors, code], [[], 0]);
      assert.deepEqual(tried, Object.keys(rdap));
    });

    it('asks nobody about addresses that are not public, and says what failed', async () => {
      const { code, output, errors, tried } = await online(['--json', '10.0.0.1', 'x', '8.8.8.8']);
      const { addresses } = JSON.parse(output.join('\n')) as { addresses: Record<string, unknown>[] };
      assert.deepEqual(
        addresses.map(({ kind, network, problem }) => [kind, network, typeof problem]),
        [
          ['private', undefined, 'string'],
          ['invalid', undefined, 'undefined'],
          ['public', undefined, 'string'],
        ],
      );
      assert.equal(errors.length, 3);
      assert.equal(code, 2);
      assert.ok(
        tried.every((target) => target.includes('8.8.8.8') || target === 'whois.iana.org:43'),
        tried.join(),
      );
    });
  });
});

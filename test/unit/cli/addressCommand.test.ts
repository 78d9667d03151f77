import assert from 'node:assert/strict';
import { encodeAddressData, reference } from '../../../scripts/addressData/encodeAddressData';
import { loadAddressData } from '../../../server/src/address/addressData';
import type { AddressDataSource } from '../../../server/src/address/addressDataSource';
import { runAddressCommand } from '../../../server/src/cli/addressCommand';

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

async function run(parameters: string[], source = loadData) {
  const output: string[] = [];
  const errors: string[] = [];
  const code = await runAddressCommand(
    parameters,
    (line) => output.push(line),
    (line) => errors.push(line),
    source,
  );
  return { code, output, errors };
}

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
        errors: ['Usage: log-site-audit address ADDRESS… [--json]'],
      });
    }
  });
});

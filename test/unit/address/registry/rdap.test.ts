import assert from 'node:assert/strict';
import { parseAddress } from '../../../../server/src/address/parseAddress';
import { LookUpProblem } from '../../../../server/src/address/registry/lookUpProblem';
import { Manners } from '../../../../server/src/address/registry/manners';
import { askRdap } from '../../../../server/src/address/registry/rdap/rdapClient';
import type { RegistryNetwork } from '../../../../server/src/address/registry/registryNetwork';
import { FakeClock } from '../../../support/fakeClock';
import * as answers from '../../../support/rdapAnswers';
import { status, type RdapAnswer } from '../../../support/rdapServer';
import { LocalRegistries } from '../../../support/registries';

const APNIC = 'https://rdap.apnic.net/';
const ADDRESS = '203.0.113.5';
const URL_OF_ADDRESS = `${APNIC}ip/${ADDRESS}`;

const redirect = (location: string): RdapAnswer => status(302, { location });

describe('Asking by RDAP', () => {
  let registries: LocalRegistries | undefined;

  afterEach(async () => {
    await registries?.close();
    registries = undefined;
  });

  async function ask(rdap: Readonly<Record<string, RdapAnswer>>, address = ADDRESS): Promise<RegistryNetwork> {
    await registries?.close();
    registries = await LocalRegistries.start({ rdap });
    const clock = new FakeClock();
    const tools = { fetch: registries.transports.fetch, clock, manners: new Manners(clock) };
    return askRdap(parseAddress(address)!, APNIC, tools, new AbortController().signal);
  }

  async function failure(rdap: Readonly<Record<string, RdapAnswer>>): Promise<string> {
    const error = await ask(rdap).then(
      (network) => assert.fail(`found ${network.netname}`),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof LookUpProblem, String(error));
    return `${error.reason} ${error.server}`;
  }

  it('reads APNIC’s answers', async () => {
    assert.deepEqual(await ask({ [URL_OF_ADDRESS]: answers.APNIC_RDAP }), {
      first: '203.0.113.0',
      last: '203.0.113.255',
      cidrs: ['203.0.113.0/24'],
      netname: 'EXAMPLE-HK203',
      description: ['Example Hosting', 'Second floor'],
      organisation: 'Example Hosting Limited',
      country: 'HK',
      abuse: ['abuse@hosting.example.net'],
      registered: '2011-02-03',
      changed: '2021-03-04',
      registry: 'APNIC',
      source: 'rdap',
      server: 'rdap.apnic.net',
      answered: '2026-01-02T03:04:05.000Z',
    });
  });

  it('reads ARIN’s, whose contacts and country stand within the organisation', async () => {
    const { organisation, abuse, cidrs, country } = await ask({ [URL_OF_ADDRESS]: answers.ARIN_RDAP });
    assert.deepEqual(
      [organisation, abuse, cidrs, country],
      ['Example Hosting LLC', ['abuse@hoster.example.net'], ['203.0.113.0/25'], 'HK'],
    );
  });

  it('finds the country in a postal address however it is given', async () => {
    const addresses: [address: unknown, country: string | undefined][] = [
      [['adr', { cc: 'jp' }, 'text', []], 'JP'],
      [['adr', {}, 'text', ['', '', '', '', '', '', 'United States']], 'US'],
      [['adr', { label: 'Straße 1\nGermany\n' }, 'text', []], 'DE'],
      [['adr', { label: 'Nowhere' }, 'text', 'Japan'], undefined],
      [['adr', null, 'text', { 6: 'Japan' }], undefined],
    ];
    for (const [address, country] of addresses) {
      const holder = { roles: ['registrant'], vcardArray: ['vcard', [['fn', {}, 'text', 'X'], address]] };
      const answer = { startAddress: '203.0.113.0', endAddress: '203.0.113.255', entities: [holder] };
      assert.equal((await ask({ [URL_OF_ADDRESS]: answer })).country, country, JSON.stringify(address));
    }
  });

  it('reads the RIPE NCC’s, in IPv6, and takes the organisation for the holder', async () => {
    const url = `${APNIC}ip/2001:db8::1`;
    const { organisation, cidrs, country } = await ask({ [url]: answers.RIPE_RDAP }, '2001:db8::1');
    assert.deepEqual([organisation, cidrs, country], ['Beispiel GmbH', ['2001:db8::/32'], 'DE']);
  });

  it('reads LACNIC’s, which lack what others have', async () => {
    const { organisation, netname, abuse } = await ask({ [URL_OF_ADDRESS]: answers.LACNIC_RDAP });
    assert.deepEqual([organisation, netname, abuse], ['Ejemplo S.A.', undefined, []]);
  });

  it('reads AFRINIC’s, with the contact in a remark', async () => {
    const { abuse, netname } = await ask({ [URL_OF_ADDRESS]: answers.AFRINIC_RDAP });
    assert.deepEqual([abuse, netname], [['abuse@isp.example.net'], 'EXAMPLE-KE']);
  });

  it('follows redirects to the registry that a network was handed to', async () => {
    const network = await ask({
      [URL_OF_ADDRESS]: redirect(`https://rdap.db.ripe.net/ip/${ADDRESS}`),
      [`https://rdap.db.ripe.net/ip/${ADDRESS}`]: redirect(`/other/${ADDRESS}`),
      [`https://rdap.db.ripe.net/other/${ADDRESS}`]: answers.APNIC_RDAP,
    });
    assert.deepEqual([network.registry, network.server], ['RIPE NCC', 'rdap.db.ripe.net']);
  });

  it('sends nothing to this computer, local networks, other ports and other protocols', async () => {
    const targets = [
      'https://127.0.0.1/',
      'https://10.0.0.1/',
      'https://[::1]/',
      'https://[::ffff:10.0.0.1]/',
      'https://169.254.169.254/latest/',
      'https://2130706433/',
      'https://0x7f.1/',
      'https://localhost/',
      'https://router.local/',
      'https://intranet/',
      'https://rdap.arin.net:8443/',
      'https://user:secret@rdap.arin.net/',
      'http://rdap.arin.net/',
      'file:///etc/passwd',
      'javascript:alert(1)',
    ];
    for (const target of targets) {
      assert.equal(await failure({ [URL_OF_ADDRESS]: redirect(target) }), 'forbidden rdap.apnic.net', target);
      assert.deepEqual(registries!.tried, [URL_OF_ADDRESS], target);
    }
  });

  it('notices redirects without end', async () => {
    assert.equal(await failure({ [URL_OF_ADDRESS]: redirect(URL_OF_ADDRESS) }), 'loop rdap.apnic.net');
    const chain = Object.fromEntries(
      [0, 1, 2, 3, 4, 5, 6].map((at) => [at === 0 ? URL_OF_ADDRESS : `${APNIC}${at}`, redirect(`${APNIC}${at + 1}`)]),
    );
    assert.equal(await failure(chain), 'loop rdap.apnic.net');
    assert.equal(registries!.tried.length, 6);
    assert.equal(await failure({ [URL_OF_ADDRESS]: status(302) }), 'unreadable rdap.apnic.net');
  });

  it('says what went wrong', async () => {
    const answersByReason: [reason: string, answer: RdapAnswer][] = [
      ['busy', status(429)],
      ['busy', status(503, { 'retry-after': '30' })],
      ['unreachable', status(503)],
      ['unreachable', status(500)],
      ['refused', status(403)],
      ['unknown', status(404)],
      ['unreadable', status(200, {}, 'no JSON')],
      ['unreadable', status(200, {}, '[]')],
      ['unreadable', status(200, {}, 'null')],
      ['unreadable', status(200, {}, '['.repeat(100_000))],
      ['unreadable', status(200, {}, JSON.stringify({ ...answers.APNIC_RDAP, objectClassName: 'domain' }))],
      ['unreadable', status(200, {}, JSON.stringify(answers.APNIC_RDAP).slice(0, -200))],
      ['unreadable', status(200, {}, ' '.repeat(10 * 1024 * 1024))],
      ['unknown', { ...answers.APNIC_RDAP, startAddress: '203.0.112.0', endAddress: '203.0.112.255' }],
      ['unknown', { startAddress: '0.0.0.0', endAddress: '255.255.255.255', name: 'IANA-BLK' }],
      ['unreachable', (response) => response.destroy()],
    ];
    for (const [reason, answer] of answersByReason) {
      assert.equal(await failure({ [URL_OF_ADDRESS]: answer }), `${reason} rdap.apnic.net`);
    }
  });

  it('takes values of any type for what they are', async () => {
    const odd = {
      startAddress: '203.0.113.0',
      endAddress: '203.0.113.255',
      name: { toString: 'x' },
      country: ['HK'],
      remarks: 'none',
      events: [null, 7, { eventAction: 'registration', eventDate: 20110203 }],
      entities: [
        null,
        [],
        { roles: 'abuse', vcardArray: ['vcard', [null, ['email'], ['email', {}, 'text', { a: 1 }]]] },
      ],
    };
    const network = await ask({ [URL_OF_ADDRESS]: odd });
    assert.deepEqual(
      [network.netname, network.country, network.description, network.registered, network.abuse],
      [undefined, undefined, [], undefined, []],
    );
  });
});

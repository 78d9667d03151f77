import assert from 'node:assert/strict';
import { parseAddress } from '../../../../server/src/address/parseAddress';
import { LookUpProblem } from '../../../../server/src/address/registry/lookUpProblem';
import { Manners } from '../../../../server/src/address/registry/manners';
import type { RegistryNetwork } from '../../../../server/src/address/registry/registryNetwork';
import { askWhoisServers } from '../../../../server/src/address/registry/whois/whoisChain';
import { FakeClock } from '../../../support/fakeClock';
import { Gate } from '../../../support/gate';
import { LocalRegistries } from '../../../support/registries';
import * as answers from '../../../support/whoisAnswers';
import type { WhoisAnswer } from '../../../support/whoisServer';

const IANA = 'whois.iana.org';
const ADDRESS = '203.0.113.5';
const TIMEOUTS = { total: 10_000, idle: 10_000 };

/** ISO-2022-JP of the one Japanese line that the test needs: [組織名] 例示. */
const JAPANESE = Buffer.from(
  'a. [Network Number]  203.0.113.0/26\nf. [\u001b$BAH?%L>\u001b(B]  \u001b$BNc<(\u001b(B\n',
  'latin1',
);

const silent: WhoisAnswer = () => undefined;

const endless: WhoisAnswer = (socket) => {
  const timer = setInterval(() => socket.write('%\n'), 5);
  socket.once('close', () => clearInterval(timer));
};

/** IANA's and APNIC's answers that lead to the registry of a country. */
const upstream = (maintainer: string): Readonly<Record<string, WhoisAnswer>> => ({
  [IANA]: answers.ianaAnswer('whois.apnic.net'),
  'whois.apnic.net': answers.nationalAnswer(maintainer, 'JP'),
});

describe('Asking by WHOIS', () => {
  let registries: LocalRegistries | undefined;

  afterEach(async () => {
    await registries?.close();
    registries = undefined;
  });

  async function ask(
    whois: Readonly<Record<string, WhoisAnswer>>,
    address = ADDRESS,
    timeouts = TIMEOUTS,
    signal = new AbortController().signal,
  ): Promise<RegistryNetwork> {
    registries = await LocalRegistries.start({ whois });
    const clock = new FakeClock();
    const { connect } = registries.transports;
    return askWhoisServers(parseAddress(address)!, { connect, clock, manners: new Manners(clock), timeouts }, signal);
  }

  async function failure(...parameters: Parameters<typeof ask>): Promise<[reason: string, server: string]> {
    const error = await ask(...parameters).then(
      (network) => assert.fail(`found ${network.netname}`),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof LookUpProblem, String(error));
    return [error.reason, error.server];
  }

  it('follows IANA’s referral and asks for the address alone', async () => {
    const network = await ask({
      [IANA]: answers.ianaAnswer('whois.apnic.net'),
      'whois.apnic.net': answers.APNIC_ANSWER,
    });
    assert.equal(network.netname, 'EXAMPLE-HK203');
    assert.deepEqual(network.cidrs, ['203.0.113.0/24']);
    assert.equal(network.source, 'whois');
    assert.equal(network.server, 'whois.apnic.net');
    assert.deepEqual(registries!.whois('whois.apnic.net').questions, [ADDRESS]);
  });

  it('asks registries as they want to be asked', async () => {
    const servers = { 'whois.ripe.net': answers.AFRINIC_ANSWER, 'whois.afrinic.net': answers.AFRINIC_ANSWER };
    for (const [host, answer] of Object.entries(servers)) {
      await ask({ [IANA]: answers.ianaAnswer(host), [host]: answer });
      assert.deepEqual(registries!.whois(host).questions, [`-r ${ADDRESS}`]);
      await registries!.close();
    }
    await ask({ [IANA]: answers.ianaAnswer('whois.arin.net'), 'whois.arin.net': answers.ARIN_ANSWER }, '198.51.100.70');
    assert.deepEqual(registries!.whois('whois.arin.net').questions, ['n + 198.51.100.70']);
  });

  const national: [maintainer: string, country: string, host: string, answer: WhoisAnswer, netname: string][] = [
    ['MAINT-JPNIC', 'JP', 'whois.nic.ad.jp', answers.JPNIC_ANSWER, 'EXAMPLE-JP'],
    ['MNT-KRNIC-AP', 'KR', 'whois.kisa.or.kr', answers.KRNIC_ANSWER, 'EXAMPLENET'],
    ['MAINT-TW-TWNIC', 'TW', 'whois.twnic.net', answers.TWNIC_ANSWER, 'EXAMPLE-TW-NET'],
  ];
  for (const [maintainer, country, host, answer, netname] of national) {
    it(`goes on to the registry of ${country}`, async () => {
      const network = await ask({
        [IANA]: answers.ianaAnswer('whois.apnic.net'),
        'whois.apnic.net': answers.nationalAnswer(maintainer, country),
        [host]: answer,
      });
      assert.equal(network.netname, netname);
      assert.equal(network.country, country);
      assert.equal(network.server, host);
    });
  }

  it('follows ARIN to another registry', async () => {
    const network = await ask({
      [IANA]: answers.ianaAnswer('whois.arin.net'),
      'whois.arin.net': answers.ARIN_REFERRAL,
      'whois.apnic.net': answers.APNIC_ANSWER,
    });
    assert.equal(network.netname, 'EXAMPLE-HK203');
  });

  it('keeps the smaller network where the server that is named knows less', async () => {
    const network = await ask({
      [IANA]: answers.ianaAnswer('whois.apnic.net'),
      'whois.apnic.net': answers.nationalAnswer('MAINT-JPNIC', 'JP'),
      'whois.nic.ad.jp': 'No match!!',
    });
    assert.equal(network.netname, 'NIR-NET-JP');
    assert.equal(network.server, 'whois.apnic.net');
  });

  it('keeps what it has where the server that is named can’t be reached', async () => {
    const network = await ask({
      [IANA]: answers.ianaAnswer('whois.apnic.net'),
      'whois.apnic.net': answers.nationalAnswer('MAINT-JPNIC', 'JP'),
    });
    assert.equal(network.netname, 'NIR-NET-JP');
  });

  it('sends nothing to this computer, local networks, odd ports and other protocols', async () => {
    const targets = [
      '127.0.0.1',
      '10.0.0.1',
      '169.254.169.254',
      '[::1]',
      '::1',
      'localhost',
      'printer',
      'router.local',
    ];
    const ports = ['whois.apnic.net:25', 'whois.apnic.net:0', '192.168.0.1:43', '2130706433', '0x7f.0.0.1'];
    for (const target of [...targets, ...ports]) {
      assert.deepEqual(await failure({ [IANA]: answers.ianaAnswer(target) }), ['forbidden', IANA], target);
      assert.deepEqual(registries!.tried, [`${IANA}:43`], target);
      await registries!.close();
    }
    for (const url of ['rwhois://whois.example.net:4321', 'http://127.0.0.1/', 'https://whois.apnic.net/']) {
      const answer = `ReferralServer:  ${url}\n`;
      assert.deepEqual(await failure({ [IANA]: answers.ianaAnswer('whois.arin.net'), 'whois.arin.net': answer }), [
        'unknown',
        'whois.arin.net',
      ]);
      assert.deepEqual(registries!.tried, [`${IANA}:43`, 'whois.arin.net:43'], url);
      await registries!.close();
    }
  });

  it('notices servers that name one another, and chains that are too long', async () => {
    const loop = {
      'whois.arin.net': 'ReferralServer: whois://whois.ripe.net\n',
      'whois.ripe.net': 'refer: whois.arin.net\n',
    };
    assert.deepEqual(await failure({ [IANA]: answers.ianaAnswer('whois.arin.net'), ...loop }), [
      'loop',
      'whois.ripe.net',
    ]);
    assert.equal(registries!.tried.length, 3);
    await registries!.close();
    const chain = Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map((at) => [`whois${at}.apnic.net`, `refer: whois${at + 1}.apnic.net\n`]),
    );
    assert.deepEqual(await failure({ [IANA]: answers.ianaAnswer('whois1.apnic.net'), ...chain }), [
      'loop',
      'whois4.apnic.net',
    ]);
    assert.equal(registries!.tried.length, 5);
  });

  it('gives up a server that says nothing, or never ends', async () => {
    const short = { total: 60_000, idle: 50 };
    assert.deepEqual(await failure({ [IANA]: silent }, ADDRESS, short), ['timeout', IANA]);
    await registries!.close();
    assert.deepEqual(await failure({ [IANA]: endless }, ADDRESS, { total: 100, idle: 60_000 }), ['timeout', IANA]);
  });

  it('gives up an answer of ten megabytes, and closes the connection', async () => {
    const closed = new Gate();
    const huge: WhoisAnswer = (socket) => {
      socket.once('close', closed.open);
      socket.end(Buffer.alloc(10 * 1024 * 1024, 'descr: x\n'));
    };
    assert.deepEqual(await failure({ [IANA]: huge }), ['unreadable', IANA]);
    await closed.opened;
  });

  it('reads what came of an answer that was cut off', async () => {
    const cut = answers.APNIC_ANSWER.slice(0, answers.APNIC_ANSWER.indexOf('country:'));
    const network = await ask({ [IANA]: answers.ianaAnswer('whois.apnic.net'), 'whois.apnic.net': cut });
    assert.equal(network.netname, 'EXAMPLE-HK203');
    await registries!.close();
    const servers = { [IANA]: answers.ianaAnswer('whois.apnic.net'), 'whois.apnic.net': 'inetnum: 203.0' };
    assert.deepEqual(await failure(servers), ['unknown', 'whois.apnic.net']);
  });

  it('reads Japanese, Korean and Chinese, whatever they are encoded in', async () => {
    const organisations: (string | undefined)[] = [];
    for (const answer of [JAPANESE, Buffer.from(answers.JPNIC_ANSWER)]) {
      organisations.push((await ask({ ...upstream('MAINT-JPNIC'), 'whois.nic.ad.jp': answer })).organisation);
      await registries!.close();
    }
    // EUC-KR: 예시.
    const korean = Buffer.concat([
      Buffer.from('[ Network Information ]\nIPv4 Address : 203.0.113.0/24\nOrganization Name : '),
      Buffer.of(0xbf, 0xb9, 0xbd, 0xc3, 0x0a),
    ]);
    organisations.push((await ask({ ...upstream('MNT-KRNIC-AP'), 'whois.kisa.or.kr': korean })).organisation);
    await registries!.close();
    // Big5: 範例.
    const chinese = Buffer.concat([
      Buffer.from('Netblock: 203.0.113.0/25\nOrganization: '),
      Buffer.of(0xbd, 0x64, 0xa8, 0xd2, 0x0a),
    ]);
    organisations.push((await ask({ ...upstream('MAINT-TW-TWNIC'), 'whois.twnic.net': chinese })).organisation);
    assert.deepEqual(organisations, ['例示', '例示ホスティング株式会社', '예시', '範例']);
  });

  it('reads bytes that are no text in any of these', async () => {
    const latin = Buffer.from('inetnum: 203.0.113.0/24\nnetname: X\ndescr: Caf\xe9\nsource: APNIC\n', 'latin1');
    const network = await ask({ [IANA]: answers.ianaAnswer('whois.apnic.net'), 'whois.apnic.net': latin });
    assert.deepEqual(network.description, ['Café']);
  });

  it('says when a registry is asked too often, or answers nobody here', async () => {
    const texts = {
      busy: '% Query rate limit exceeded. Reduced to one query per second.\n',
      refused: '%ERROR:201: access denied for 192.0.2.1\n',
    };
    for (const [reason, text] of Object.entries(texts)) {
      assert.deepEqual(await failure({ [IANA]: answers.ianaAnswer('whois.apnic.net'), 'whois.apnic.net': text }), [
        reason,
        'whois.apnic.net',
      ]);
      await registries!.close();
    }
    const terms = `% access denied to those who exceed the limit\n${answers.APNIC_ANSWER}`;
    assert.ok(await ask({ [IANA]: answers.ianaAnswer('whois.apnic.net'), 'whois.apnic.net': terms }));
  });

  it('says when nobody can be reached, or nothing is known', async () => {
    assert.deepEqual(await failure({}), ['unreachable', IANA]);
    await registries!.close();
    assert.deepEqual(await failure({ [IANA]: '% No match\n' }), ['unknown', IANA]);
  });

  it('is stopped at once', async () => {
    const stop = new AbortController();
    const asked: WhoisAnswer = () => stop.abort(new Error('stopped'));
    await assert.rejects(ask({ [IANA]: asked }, ADDRESS, TIMEOUTS, stop.signal), /stopped/);
  });
});

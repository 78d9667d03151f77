import assert from 'node:assert/strict';
import { addressText } from '../../../../server/src/address/addressSpan';
import { parseAddress } from '../../../../server/src/address/parseAddress';
import { mostSpecific } from '../../../../server/src/address/registry/foundNetwork';
import { readWhoisNetworks } from '../../../../server/src/address/registry/whois/readNetworks';
import * as answers from '../../../support/whoisAnswers';

/** What an answer says of an address, with the range as text and without what it does not say. */
function read(answer: string, address: string): Record<string, unknown> | undefined {
  const found = mostSpecific(readWhoisNetworks(answer), parseAddress(address)!);
  if (found === undefined) return undefined;
  const { span, ...rest } = found;
  const range = [span.first, span.last].map((number) => addressText(span.family, number)).join(' - ');
  return { range, ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) };
}

describe('An answer by WHOIS', () => {
  it('of APNIC says network, holder, country and the contact of the remark', () => {
    assert.deepEqual(read(answers.APNIC_ANSWER, '203.0.113.5'), {
      range: '203.0.113.0 - 203.0.113.255',
      netname: 'EXAMPLE-HK203',
      description: ['Example Hosting', 'Second floor, Sample Road'],
      organisation: 'Example Hosting Limited',
      country: 'HK',
      abuse: ['abuse@hosting.example.net'],
      changed: '2021-06-07',
      registry: 'APNIC',
    });
  });

  it('names the contact of the network’s own where there is no remark', () => {
    const answer = answers.APNIC_ANSWER.replace(/^% Abuse contact.*$/m, '');
    assert.deepEqual(read(answer, '203.0.113.5')?.['abuse'], ['irt@hosting.example.net']);
  });

  it('of the RIPE NCC is read in IPv6', () => {
    assert.deepEqual(read(answers.RIPE_ANSWER, '2001:db8:1::1'), {
      range: '2001:db8:: - 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff',
      netname: 'EXAMPLE-V6',
      description: [],
      organisation: 'Beispiel GmbH',
      country: 'DE',
      abuse: ['abuse@provider.example.net'],
      registered: '2009-10-11',
      changed: '2019-01-02',
      registry: 'RIPE',
    });
  });

  it('of AFRINIC has the day in the line of who changed it', () => {
    assert.deepEqual(read(answers.AFRINIC_ANSWER, '203.0.113.5'), {
      range: '203.0.113.0 - 203.0.113.127',
      netname: 'EXAMPLE-KE',
      description: ['Example Internet'],
      country: 'KE',
      abuse: ['abuse@isp.example.net'],
      changed: '2018-02-03',
      registry: 'AFRINIC',
    });
  });

  it('of ARIN gives the customer’s network, and the hoster’s around it', () => {
    assert.deepEqual(read(answers.ARIN_ANSWER, '198.51.100.70'), {
      range: '198.51.100.64 - 198.51.100.95',
      netname: 'EXAMPLE-CUST',
      description: [],
      organisation: 'Example Customer',
      country: 'CA',
      abuse: ['abuse@hoster.example.net'],
      registered: '2015-06-07',
      changed: '2015-06-08',
    });
    const around = read(answers.ARIN_ANSWER, '198.51.100.7');
    assert.equal(around?.['netname'], 'EXAMPLE-BLK');
    assert.equal(around?.['organisation'], 'Example Hosting LLC');
  });

  it('of LACNIC has short networks, owners and days of digits', () => {
    assert.deepEqual(read(answers.LACNIC_ANSWER, '203.0.113.5'), {
      range: '203.0.113.0 - 203.0.113.255',
      netname: 'AR-EASA1-LACNIC',
      description: [],
      organisation: 'Ejemplo de Alojamiento S.A.',
      country: 'AR',
      abuse: ['abuso@ejemplo.example.net'],
      registered: '2010-02-03',
      changed: '2020-03-04',
    });
  });

  it('of JPNIC has lines of its own', () => {
    assert.deepEqual(read(answers.JPNIC_ANSWER, '203.0.113.5'), {
      range: '203.0.113.0 - 203.0.113.63',
      netname: 'EXAMPLE-JP',
      description: [],
      organisation: '例示ホスティング株式会社',
      country: 'JP',
      abuse: ['abuse@hosting.example.ne.jp'],
      registered: '2005-04-01',
      changed: '2018-05-06',
      registry: 'JPNIC',
    });
  });

  it('of JPNIC may be in English', () => {
    const answer =
      'a. [Network Number]     203.0.113.0/26\nb. [Network Name]       EXAMPLE-JP\n[Last Update]  2018/05/06 07:08:09(JST)\n';
    assert.deepEqual(read(answer, '203.0.113.5')?.['netname'], 'EXAMPLE-JP');
    assert.deepEqual(read(answer, '203.0.113.5')?.['changed'], '2018-05-06');
  });

  it('of KRNIC is read in English, in Korean where there is no English', () => {
    const english = {
      range: '203.0.113.0 - 203.0.113.255',
      netname: 'EXAMPLENET',
      description: [],
      organisation: 'Example Telecom',
      country: 'KR',
      abuse: ['ip@example.co.kr'],
      registered: '2004-05-06',
      registry: 'KRNIC',
    };
    assert.deepEqual(read(answers.KRNIC_ANSWER, '203.0.113.5'), english);
    const korean = answers.KRNIC_ANSWER.slice(0, answers.KRNIC_ANSWER.indexOf('# ENGLISH'));
    assert.deepEqual(read(korean, '203.0.113.5'), { ...english, organisation: '주식회사 예시' });
  });

  it('of TWNIC has values on the lines below', () => {
    assert.deepEqual(read(answers.TWNIC_ANSWER, '203.0.113.5'), {
      range: '203.0.113.0 - 203.0.113.127',
      netname: 'EXAMPLE-TW-NET',
      description: [],
      organisation: 'Example Network Inc.',
      country: 'TW',
      abuse: ['admin@example.net.tw', 'tech@example.net.tw'],
      registered: '2003-04-05',
      registry: 'TWNIC',
    });
  });

  it('says nothing about other addresses', () => {
    assert.equal(read(answers.APNIC_ANSWER, '203.0.114.5'), undefined);
    assert.equal(read(answers.APNIC_ANSWER, '2001:db8::1'), undefined);
  });

  it('is no answer where it is of the whole internet, or of what another registry has', () => {
    const placeholders = [
      'inetnum: 0.0.0.0 - 255.255.255.255\nnetname: IANA-BLK\n',
      'inetnum: 200.0.0.0 - 203.255.255.255\nnetname: WIDE\n',
      'inetnum: 203.0.0.0 - 203.255.255.255\nnetname: NON-RIPE-NCC-MANAGED-ADDRESS-BLOCK\n',
      answers.ARIN_REFERRAL,
    ];
    for (const answer of placeholders) assert.equal(read(answer, '203.0.113.5'), undefined, answer);
  });

  it('has texts of one line that act on nothing, and no more of them than anybody reads', () => {
    const descriptions = Array.from({ length: 50 }, (_, at) => `descr: line ${at}`).join('\n');
    const answer = `inetnum: 203.0.113.0/24\nnetname: \u001b[31mRED\u202e\u0000 ${'x'.repeat(5000)}\n${descriptions}\ncountry: EU\n`;
    const found = read(answer, '203.0.113.5')!;
    assert.match(String(found['netname']), /^\[31mRED x{1,191}…$/);
    assert.equal(String(found['netname']).length, 200);
    assert.equal((found['description'] as unknown[]).length, 10);
    assert.equal(found['country'], undefined);
  });

  it('may be anything without doing harm or taking long', () => {
    const blanks = ' '.repeat(200_000);
    const texts = [
      '',
      '\r\r\r',
      'inetnum:',
      'inetnum: - ',
      'inetnum: 203.0.113.9 - 203.0.113.1',
      'inetnum: 203.0.113.0/33',
      'inetnum: 999.0.113/24',
      'NetRange: 203.0.113.x',
      'a. [IPネットワークアドレス]',
      `${'a'.repeat(200_000)}:`,
      `inetnum: ${'1'.repeat(200_000)}`,
      ': '.repeat(100_000),
      '\n'.repeat(200_000),
      `[${'['.repeat(200_000)}`,
      `inetnum: 1${blanks}2`,
      `inetnum: ${'1-'.repeat(100_000)}`,
      `a${blanks}b: 1`,
      `[Network Number] 1${blanks}2`,
      `% Abuse contact for ${"'".repeat(100_000)}`,
    ];
    for (const text of texts) assert.deepEqual(readWhoisNetworks(text).length, 0, text.slice(0, 40));
    const long = `inetnum: 203.0.113.0/24\nsource: A${blanks}#${blanks}B\ndescr: ${'a@'.repeat(100_000)}\n`;
    assert.equal(read(long, '203.0.113.5')?.['registry'], 'A');
    const arin = `NetRange: 203.0.113.0 - 203.0.113.255\nOrganization: A${blanks}(${blanks}B\n`;
    assert.equal(read(arin, '203.0.113.5')?.['organisation'], 'A');
  });
});

import assert from 'node:assert/strict';
import { joinIncident, type Incident } from '../../../../server/src/incident/incident';
import { readHostNotice } from '../../../../server/src/incident/notice/readHostNotice';
import { abuseMail, abuseMailLines, type AbuseNetwork } from '../../../../server/src/report/abuse/abuseMail';
import type { Finding } from '../../../../server/src/rules/finding';
import { HOSTILE_TEXTS } from '../../../support/hostile';
import { openLogOf } from '../../../support/openLog';
import { findingOfSite } from '../../../support/siteFindings';

const NETWORK: AbuseNetwork = {
  name: 'EXAMPLE-HK, HK',
  addresses: ['192.0.2.1', '192.0.2.2', '192.0.2.99'],
  contacts: ['abuse@example.net'],
};

function flood(change: Partial<Finding> = {}): Finding {
  return findingOfSite({
    rule: 'flood-address',
    first: '2021-11-01T10:00:00+09:00',
    last: '2021-11-01T11:00:00+09:00',
    clients: [{ address: '192.0.2.1', count: 1441 }],
    endpoints: [{ method: 'POST', path: '/tw/tw_contact.php', count: 1441 }],
    places: [
      { file: 'access.log', line: 1 },
      { file: 'access.log', line: 2 },
    ],
    ...change,
  });
}

function incidentOf(...logFindings: readonly Finding[]): Incident {
  return joinIncident({ notice: readHostNotice('ドメイン名：shop.example'), logFindings });
}

/** A mail in which everything that comes from others says the same. */
function hostile(said: string): string {
  const endpoints = [{ method: said, path: said, count: 1 }];
  const finding = flood({ endpoints, places: [{ file: said, line: 1 }] });
  return abuseMail(incidentOf(finding), { ...NETWORK, name: said, contacts: [said] })!;
}

describe('The mail to an abuse desk', () => {
  it('tells what the logs show: who, what, when with the zone, and where', () => {
    assert.equal(
      abuseMail(incidentOf(flood()), NETWORK),
      `To: abuse@example.net
Subject: Abuse report: attack on a web site from 192.0.2.1

Hello,

Computers in your network (EXAMPLE-HK, HK) attacked a web site of mine.
All of the following is from the logs of its server. Times are in UTC, and as its clock had them with their offset.

Attacked site
  shop.example

Time
  2021-11-01 01:00:00 – 02:00:00 UTC (2021-11-01 10:00:00 – 11:00:00 +09:00)

Addresses and their requests
    1,441  192.0.2.1

What they did
- Flood address; POST /tw/tw_contact.php; 1,441 requests; 2021-11-01 01:00:00 – 02:00:00 UTC (2021-11-01 10:00:00 – 11:00:00 +09:00)

Lines of the logs
  access.log:1
  access.log:2

Please stop this, and tell me what you found. I send the lines of the logs on request.
`,
    );
  });

  it('quotes the lines that were read again, one each, and names the others', () => {
    const raw = '192.0.2.1 - - [01/Nov/2021:10:00:00 +0900] "POST /x HTTP/1.1" 200 10 "http://shop.example/" "x\\n"';
    const lines = abuseMailLines(incidentOf(flood()), NETWORK);
    assert.deepEqual(lines, [{ file: 'access.log', lines: Uint32Array.of(1, 2) }]);
    const text = abuseMail(incidentOf(flood()), NETWORK, [{ file: 'access.log', line: 1, text: raw }])!;
    assert.ok(text.includes(`\n  access.log:1  ${raw.replace('http', 'hxxp')}\n  access.log:2\n`), text);
    const long = abuseMail(incidentOf(flood()), NETWORK, [{ file: 'access.log', line: 1, text: 'x\n'.repeat(9999) }])!;
    assert.ok(long.length < 8000);
    assert.equal(long.split('\n').length, text.split('\n').length);
  });

  it('does not tell where the user keeps his logs', () => {
    const places = ['/home/jane/logs/a.log', '/home/jane/logs/b/b.log'].map((file) => ({ file, line: 1 }));
    assert.match(abuseMail(incidentOf(flood({ places })), NETWORK)!, /\n {2}a\.log:1\n {2}b\/b\.log:1\n/);
  });

  it('accuses nobody of what others did', () => {
    const clients = [
      { address: '192.0.2.1', count: 30 },
      { address: '198.51.100.1', count: 999 },
    ];
    const text = abuseMail(incidentOf(flood({ clients })), NETWORK)!;
    assert.match(text, /- Flood address; POST \/tw\/tw_contact\.php; 30 requests\n/);
    assert.doesNotMatch(text, /198\.51|999|access\.log|2021/);
  });

  it('complains of nobody of whom the logs show nothing, or nothing that matters', () => {
    assert.equal(abuseMail(incidentOf(), NETWORK), undefined);
    assert.equal(abuseMail(incidentOf(flood({ severity: 'information' })), NETWORK), undefined);
    assert.equal(abuseMail(incidentOf(flood()), { ...NETWORK, addresses: ['203.0.113.1'] }), undefined);
  });

  it('tells of the use of files that attackers put there', async () => {
    const call = '192.0.2.2 - - [01/Nov/2021:10:00:00 +0900] "POST /l.php HTTP/1.1" 200 10 "-" "x"\n';
    const { model } = await openLogOf(call.repeat(30));
    const incident = joinIncident({ model, site: { paths: ['l.php'], findings: [findingOfSite()] } });
    assert.match(abuseMail(incident, NETWORK)!, /- Use of a program that attackers use; l\.php; 30 requests; 2021/);
  });

  it('is addressed by the user where no contact is known', () => {
    assert.match(abuseMail(incidentOf(flood()), { ...NETWORK, contacts: [] })!, /^Subject: /);
  });

  it('is short, and says what it leaves out', () => {
    const clients = [...Array(60).keys()].map((number) => ({ address: `192.0.2.${number}`, count: 1 }));
    const places = [...Array(200).keys()].map((line) => ({ file: 'access.log', line: line + 1 }));
    const network = { ...NETWORK, addresses: clients.map(({ address }) => address) };
    const text = abuseMail(incidentOf(flood({ clients, places })), network)!;
    assert.match(text, /from 60 addresses of EXAMPLE-HK/);
    assert.match(text, /and 10 more/);
    assert.equal(text.match(/access\.log/g)!.length, 10);
    assert.match(text, /and 190 more/);
  });

  for (const [name, text] of Object.entries(HOSTILE_TEXTS)) {
    it(`has the lines that it has, and no link, where the logs hold ${name}`, () => {
      assert.equal(hostile(text).split('\n').length, hostile('x').split('\n').length);
      assert.doesNotMatch(hostile(text).replaceAll('\n', ''), /https?:|[\p{Cc}\p{Cf}]/u);
    });
  }
});

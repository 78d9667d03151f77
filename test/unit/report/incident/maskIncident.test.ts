import assert from 'node:assert/strict';
import { joinIncident } from '../../../../server/src/incident/incident';
import { maskIncident } from '../../../../server/src/report/incident/maskIncident';
import { Masking } from '../../../../server/src/report/incident/masking';
import { maskText } from '../../../../server/src/report/incident/maskText';
import { incidentInForm } from '../../../../server/src/report/incident/incidentForms';
import { factsOf, incidentAbout } from '../../../support/reportedIncident';
import { findingOfSite } from '../../../support/siteFindings';
import { endsSoon } from '../../../support/endsSoon';

const NOBODY: ReadonlySet<string> = new Set();

describe('Masking', () => {
  it('replaces mail addresses, also encoded ones', () => {
    assert.equal(maskText('from jane.doe+x@mail.example.co.jp.', NOBODY), 'from ***.');
    assert.equal(maskText('to jane%40example.com now', NOBODY), 'to *** now');
    assert.equal(maskText('田中@例え.jp', NOBODY), '***');
  });

  it('replaces values of queries and leaves their names', () => {
    assert.equal(maskText('GET /a.php?token=abc&b=%20x HTTP/1.1', NOBODY), 'GET /a.php?token=***&b=*** HTTP/1.1');
    assert.equal(maskText('is 1 = 1? a=b', NOBODY), 'is 1 = 1? a=b');
  });

  it('replaces names of users, as words of their own', () => {
    const users = new Set(['owner']);
    assert.equal(maskText('uploaded as user owner.', users), 'uploaded as user ***.');
    assert.equal(maskText('ownership, co-owner', users), 'ownership, co-owner');
    assert.equal(maskText('user Jane D. (shop)', new Set(['Jane D. (shop)'])), 'user ***');
  });

  it('takes no longer than the text is long', async () => {
    const masking = new Masking(joinIncident({}));
    for (const part of ['a', '?a=', 'a@', 'a.', '%40', '.', ':', '-', 'a:', '1.', '::']) {
      await endsSoon(() => maskText(part.repeat(200_000), NOBODY), part);
      await endsSoon(() => masking.text(`${part.repeat(200_000)}!`), part);
    }
  });

  it('knows the users that findings of logs name', () => {
    const finding = findingOfSite({
      detail: 'Uploaded by FTP (user shopowner); at 9:05 it was called.',
      users: ['shopowner'],
    });
    const [masked] = maskIncident(joinIncident({ logFindings: [finding] })).logFindings;
    assert.equal(masked!.detail, 'Uploaded by FTP (user ***); at 9:05 it was called.');
    assert.deepEqual(masked!.users, ['***']);
  });

  it('leaves nothing of it in an incident, and keeps paths and addresses', async () => {
    const incident = await incidentAbout('l.php', 'jane@example.com sent ?key=secret');
    const masked = maskIncident(incident);
    const { notice: _, files, ...rest } = masked;
    const said = JSON.stringify([files.map(({ listed: __, ...file }) => file), rest]);
    assert.doesNotMatch(said, /jane|secret/);
    assert.match(said, /192\.0\.2\.1/);
    assert.equal(files[0]!.file, incident.files[0]!.file);
    assert.match(JSON.stringify(incident), /jane@example\.com/, 'the incident itself is as it was');
  });

  it('gives visitors another name, the same wherever they are named, and leaves attackers theirs', () => {
    const attack = findingOfSite({ detail: '192.0.2.1 did it.', clients: [{ address: '192.0.2.1', count: 9 }] });
    const visits = findingOfSite({
      rule: 'crawl',
      severity: 'information',
      title: 'Busy: 2001:DB8::7, [2001:db8:0::7]:443, ::ffff:203.0.113.5.',
      detail:
        'client: 203.0.113.5:5555, host:203.0.113.5, at 10:56:55; not 192.0.2.1 or version 4.9.3. From host.example.net.',
      clients: [
        { address: '2001:db8::7', count: 5 },
        { address: '203.0.113.5', count: 2 },
        { address: 'host.example.net', count: 1 },
      ],
    });
    const [first, second] = maskIncident(joinIncident({ logFindings: [attack, visits] })).logFindings;
    assert.deepEqual(first!.clients, attack.clients);
    assert.equal(first!.detail, attack.detail);
    assert.deepEqual(
      second!.clients.map(({ address }) => address),
      ['visitor 1', 'visitor 2', 'visitor 3'],
    );
    assert.equal(second!.title, 'Busy: visitor 1, [visitor 1]:443, visitor 2.');
    assert.equal(
      second!.detail,
      'client: visitor 2, host:visitor 2, at 10:56:55; not 192.0.2.1 or version 4.9.3. From visitor 3.',
    );
  });

  it('says of no visitor what network he is in, or that he has none', async () => {
    const incident = await incidentAbout('l.php', 'x');
    const [file] = incident.files;
    const clients = [{ address: '198.51.100.7', count: 1 }];
    const visited = {
      ...incident,
      logFindings: [],
      files: [{ ...file!, calls: { ...file!.calls!, clients, writers: [] } }],
    };
    const page = incidentInForm('md', factsOf(maskIncident(visited))).replaceAll('\\', '');
    assert.match(page, /\n\| visitor 1 \| 1 \| +\|\n/);
  });

  it('leaves networks as they are, and those who only tried to attack', () => {
    const scan = findingOfSite({
      rule: 'vulnerability-scan',
      severity: 'information',
      detail: '198.51.100.7 of 198.51.100.0/24 found nothing; 203.0.113.5 looked on.',
      clients: [{ address: '198.51.100.7', count: 9 }],
    });
    const [masked] = maskIncident(joinIncident({ logFindings: [scan] })).logFindings;
    assert.deepEqual(masked!.clients, scan.clients);
    assert.equal(masked!.detail, '198.51.100.7 of 198.51.100.0/24 found nothing; visitor 1 looked on.');
  });

  it('masks parts of incidents that it does not know', () => {
    const incident = { ...joinIncident({}), later: [{ said: 'jane@example.com', lines: Uint32Array.of(1) }] };
    const masked = maskIncident(incident) as typeof incident;
    assert.deepEqual(masked.later, [{ said: '***', lines: Uint32Array.of(1) }]);
  });
});

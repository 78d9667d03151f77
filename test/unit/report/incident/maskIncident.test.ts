import assert from 'node:assert/strict';
import { joinIncident } from '../../../../server/src/incident/incident';
import { maskIncident } from '../../../../server/src/report/incident/maskIncident';
import { maskText } from '../../../../server/src/report/incident/maskText';
import { incidentAbout } from '../../../support/reportedIncident';
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
    for (const part of ['a', '?a=', 'a@', 'a.', '%40']) {
      await endsSoon(() => maskText(part.repeat(200_000), NOBODY), part);
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
});

import assert from 'node:assert/strict';
import { AddKnownGoodRequest, AuditSiteRequest, type SiteAuditResult } from '../../server/src/protocol';
import { TemporaryFolder } from '../support/temporaryFolder';
import { connectServer, type TestClient } from '../support/testClient';

describe('Files that the user knows to be good', () => {
  let folder: TemporaryFolder;
  let client: TestClient;
  let settings: object;

  before(async () => {
    folder = await TemporaryFolder.create();
    await folder.write('site/index.html', '<p>');
    await folder.write('site/mail.php', "<?php mail('owner@example.jp', 's', $_POST['body']);");
  });

  beforeEach(() => (settings = {}));
  afterEach(() => client.close());
  after(() => folder.remove());

  async function audit(): Promise<SiteAuditResult> {
    client = connectServer({}, { configuration: () => settings });
    await client.initialize();
    return client.connection.sendRequest(AuditSiteRequest, { folder: `${folder.uri}/site`, workDoneToken: 'audit' });
  }

  async function entryOf(path: string) {
    const uri = `${folder.uri}/site/${path}`;
    const answer = await client.connection.sendRequest(AddKnownGoodRequest, { uri, note: 'ours' });
    assert.ok('entry' in answer);
    return answer.entry;
  }

  it('are left out by the entry that the server gives, which is counted', async () => {
    assert.equal((await audit()).findings.length, 1);
    settings = { siteKnownGood: [await entryOf('mail.php'), 'no entry'] };
    client.close();
    const { findings, knownGood } = await audit();
    assert.deepEqual([findings, knownGood], [[], 1]);
  });

  it('may be listed in files, and one that is none is said', async () => {
    await audit();
    const list = { schema: 1, files: [await entryOf('mail.php')] };
    client.close();
    await folder.write('good.json', JSON.stringify(list));
    await folder.write('bad.json', '{ "files": [{ "sha256": "short" }] }');
    settings = { siteKnownGoodFiles: [`${folder.path}/good.json`, `${folder.path}/bad.json`] };
    const { findings, problems } = await audit();
    assert.deepEqual(findings, []);
    assert.deepEqual(
      problems.map(({ file }) => file),
      [`${folder.path}/bad.json`],
    );
  });
});

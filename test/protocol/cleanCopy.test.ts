import assert from 'node:assert/strict';
import { ResponseError } from 'vscode-languageserver-protocol';
import { CompareWithCleanCopyRequest, type SiteAuditResult } from '../../server/src/protocol';
import { zipOf } from '../support/archives';
import { TemporaryFolder } from '../support/temporaryFolder';
import { connectServer, type TestClient } from '../support/testClient';

const CORE = { 'wp-admin/a.php': '<?php function a() {}', 'wp-admin/b.php': '<?php function b() {}' };

describe('The comparison with a clean copy', () => {
  let folder: TemporaryFolder;
  let client: TestClient;

  before(async () => {
    folder = await TemporaryFolder.create();
    for (const [path, text] of Object.entries(CORE)) {
      await folder.write(`site/${path}`, text);
      await folder.write(`clean/${path}`, text);
    }
    await folder.write('site/wp-admin/new.php', '<?php echo 1;');
    const files = Object.entries(CORE).map(([name, content]) => ({ name: `wordpress/${name}`, content }));
    await folder.write('clean.zip', zipOf(files));
  });

  beforeEach(async () => {
    client = connectServer();
    await client.initialize();
  });

  afterEach(() => client.close());
  after(() => folder.remove());

  function compare(copy: string): Promise<SiteAuditResult> {
    const parameters = { folder: `${folder.uri}/site`, cleanCopy: copy, workDoneToken: 'compare' };
    return client.connection.sendRequest(CompareWithCleanCopyRequest, parameters);
  }

  for (const copy of ['clean', 'clean.zip']) {
    it(`says what differs from ${copy}`, async () => {
      const { comparison, differences, findings } = await compare(`${folder.uri}/${copy}`);
      assert.match(comparison ?? '', /2 files the same, 0 changed, .* 1 added, 0 missing/);
      const added = findings.filter(({ rule }) => rule === 'differs-from-clean-copy');
      assert.deepEqual(
        added.map(({ file, severity }) => [file, severity]),
        [['wp-admin/new.php', 'warning']],
      );
      assert.deepEqual(differences, {
        folder: '',
        copy: {
          uri: `${folder.uri}/${copy}`,
          isArchive: copy === 'clean.zip',
          folder: copy === 'clean.zip' ? 'wordpress' : '',
        },
        changed: { files: [], count: 0 },
        added: { files: ['wp-admin/new.php'], count: 1 },
        missing: { files: [], count: 0 },
        lineEndings: { files: [], count: 0 },
      });
    });
  }

  it('says why when the copy cannot be used', async () => {
    for (const copy of [
      `${folder.uri}/none`,
      `${folder.uri}/site`,
      'untitled:x',
      `${folder.uri}/site/wp-admin/a.php`,
    ]) {
      await assert.rejects(compare(copy), (error) => error instanceof ResponseError && error.message !== '', copy);
    }
  });
});

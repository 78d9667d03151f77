import assert from 'node:assert/strict';
import type { CodeAction, Hover, MarkupContent } from 'vscode-languageserver-protocol';
import { AuditSiteRequest, MEMBER_SCHEME, MemberTextRequest, type SiteFinding } from '../../server/src/protocol';
import { zipOf } from '../support/archives';
import { plantedFile, SHELL_CODE } from '../support/plantedFile';
import { TemporaryFolder } from '../support/temporaryFolder';
import { connectServer, type TestClient } from '../support/testClient';

const MEMBER = 'backup.zip!/wp-content/x.php';
const SHELL = plantedFile(SHELL_CODE);

describe('A file in an archive of an audited site', () => {
  let folder: TemporaryFolder;
  let client: TestClient;

  before(async () => {
    folder = await TemporaryFolder.create();
    await folder.write('site/index.html', '<html></html>');
    await folder.write('site/backup.zip', zipOf([{ name: 'wp-content/x.php', content: SHELL }]));
  });

  beforeEach(async () => {
    client = connectServer();
    await client.initialize();
  });

  afterEach(() => client.close());
  after(() => folder.remove());

  async function audited(target: string): Promise<SiteFinding> {
    const { findings } = await client.connection.sendRequest(AuditSiteRequest, { folder: `${folder.uri}/${target}` });
    const finding = findings.find(({ rule }) => rule === 'suspicious-code');
    assert.ok(finding);
    return finding;
  }

  const documentOf = (file: string): string => `${folder.uri}/site/${file}`.replace(/^file/, MEMBER_SCHEME);

  for (const target of ['site', 'site/backup.zip']) {
    it(`has a finding with its path, shown and explained in a document: ${target}`, async () => {
      const { file, line = 0, column = 0 } = await audited(target);
      assert.equal(file, MEMBER);
      const uri = documentOf(file);
      assert.deepEqual(await client.connection.sendRequest(MemberTextRequest, { uri }), { text: SHELL });
      const textDocument = { uri };
      const position = { line, character: column };
      const hover = (await client.connection.sendRequest('textDocument/hover', {
        textDocument,
        position,
      })) as Hover | null;
      const { value } = hover!.contents as MarkupContent;
      const [, link = ''] = /\]\((site-archive:[^)]*)\)/.exec(value) ?? [];
      assert.equal(decodeURIComponent(link), `${uri}#L${line + 1},${column + 1}`);
      const range = { start: position, end: position };
      const parameters = { textDocument, range, context: { diagnostics: [] } };
      const actions = (await client.connection.sendRequest('textDocument/codeAction', parameters)) as CodeAction[];
      const titles = actions.map(({ title }) => title);
      assert.ok(titles.includes('Show in the list of findings'));
      assert.equal(
        titles.some((title) => /quarantine|is good/.test(title)),
        false,
      );
    });
  }

  it('is counted among what was looked at', async () => {
    const { files, inArchives } = await client.connection.sendRequest(AuditSiteRequest, {
      folder: `${folder.uri}/site`,
    });
    assert.deepEqual([files, inArchives], [2, 1]);
  });

  it('has a document that says why it can’t be shown', async () => {
    const gone = await client.connection.sendRequest(MemberTextRequest, { uri: documentOf('backup.zip!/gone.php') });
    assert.ok('problem' in gone);
    assert.match(gone.problem, /was not found/);
    const foreign = await client.connection.sendRequest(MemberTextRequest, { uri: `${folder.uri}/site/index.html` });
    assert.ok('problem' in foreign);
  });
});

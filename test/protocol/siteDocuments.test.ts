import assert from 'node:assert/strict';
import type { CodeAction, Hover, MarkupContent } from 'vscode-languageserver-protocol';
import {
  AuditSiteRequest,
  DecodedTextRequest,
  parseDecodedUri,
  type FindingOfSite,
  type SiteFinding,
} from '../../server/src/protocol';
import { plantedFile, SHELL_CODE } from '../support/plantedFile';
import { TemporaryFolder } from '../support/temporaryFolder';
import { connectServer, type TestClient } from '../support/testClient';
import { every, logText } from '../support/traffic';

describe('A file of an audited site', () => {
  let folder: TemporaryFolder;
  let site: string;
  let file: string;
  let client: TestClient;

  before(async () => {
    folder = await TemporaryFolder.create();
    await folder.write('site/index.html', '<html></html>');
    site = `${folder.uri}/site`;
  });

  beforeEach(async () => {
    file = await folder.write('site/images/l.php', plantedFile(SHELL_CODE));
    client = connectServer();
    await client.initialize();
  });

  afterEach(() => client.close());
  after(() => folder.remove());

  async function audited(): Promise<SiteFinding> {
    const { findings } = await client.connection.sendRequest(AuditSiteRequest, { folder: site });
    const finding = findings.find(({ rule }) => rule === 'suspicious-code');
    assert.ok(finding);
    return finding;
  }

  async function hoverAt(uri: string, line: number, character: number): Promise<string | undefined> {
    const parameters = { textDocument: { uri }, position: { line, character } };
    const hover = (await client.connection.sendRequest('textDocument/hover', parameters)) as Hover | null;
    return (hover?.contents as MarkupContent | undefined)?.value;
  }

  async function actionsAt(uri: string, line: number): Promise<CodeAction[]> {
    const range = { start: { line, character: 0 }, end: { line, character: 0 } };
    const parameters = { textDocument: { uri }, range, context: { diagnostics: [] } };
    return (await client.connection.sendRequest('textDocument/codeAction', parameters)) as CodeAction[];
  }

  it('has its findings explained where they are, once it was audited', async () => {
    assert.equal(await hoverAt(file, 2, 2), undefined);
    const { line = 0, column = 0, endColumn = 0 } = await audited();
    assert.ok(endColumn > column);
    const hover = await hoverAt(file, line, column);
    assert.match(hover ?? '', /\*\*Confirmed\*\*/);
    assert.ok(hover?.includes(SHELL_CODE));
    assert.equal(await hoverAt(file, 1, 0), undefined);
    assert.equal(await hoverAt(`${site}/index.html`, 0, 0), undefined);
  });

  it('has what its hidden code says shown in a document', async () => {
    const { decoded } = await audited();
    assert.ok(decoded);
    assert.ok(decoded.excerpt.includes(SHELL_CODE));
    const key = parseDecodedUri(decoded.document);
    assert.ok(key);
    const text = await client.connection.sendRequest(DecodedTextRequest, key);
    assert.match(text, /^<\?php \/\/ Only text, .* in images\/l\.php says\.\n/);
    assert.ok(text.includes(`\n${SHELL_CODE}\n`));
  });

  it('is asked about again when the server has forgotten it, or it was mended', async () => {
    const key = parseDecodedUri((await audited()).decoded!.document)!;
    await folder.write('site/images/l.php', '<?php echo 1;');
    await client.connection.sendRequest(AuditSiteRequest, { folder: site });
    assert.match(await client.connection.sendRequest(DecodedTextRequest, key), /Audit Site Folder/);
    assert.deepEqual(await actionsAt(file, 2), []);
    client.close();
    client = connectServer();
    await client.initialize();
    assert.match(await client.connection.sendRequest(DecodedTextRequest, key), /Audit Site Folder/);
  });

  it('has quick fixes that name the finding and the file', async () => {
    const { line = 0 } = await audited();
    const actions = await actionsAt(file, line);
    const argumentOf = (command: string): unknown =>
      actions.find((each) => each.command?.command === `logSiteAudit.${command}`)?.command?.arguments?.[0];
    assert.equal((argumentOf('showDecoded') as FindingOfSite).file, 'images/l.php');
    assert.equal((argumentOf('showDecoded') as FindingOfSite).folder, site);
    assert.equal(argumentOf('quarantine'), file);
    assert.equal(argumentOf('markKnownGood'), file);
  });

  it('keeps what it has as a log when it is one as well', async () => {
    const log = await folder.write('site/access.log', logText(every(3, 300, '192.0.2.66', 'POST /x.php')));
    await client.readLog(log);
    await audited();
    const hover = await hoverAt(log, 0, 2);
    assert.match(hover ?? '', /192/);
    const titles = (await actionsAt(log, 0)).map(({ title }) => title);
    assert.ok(titles.includes('Why this finding?'), titles.join());
  });
});

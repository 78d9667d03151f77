import assert from 'node:assert/strict';
import { MarkupContent, type Hover } from 'vscode-languageserver-protocol';
import { TemporaryFolder } from '../support/temporaryFolder';
import { connectServer, type TestClient } from '../support/testClient';

const TEXT = '/a.html>192.0.2.1>200\n'.repeat(3);

describe('Formats of the user’s own', () => {
  let folder: TemporaryFolder;
  let uri: string;
  let settings: unknown;
  let editor: TestClient;
  let shown: string[];

  before(async () => {
    folder = await TemporaryFolder.create();
    uri = await folder.write('access.log', TEXT);
  });
  after(() => folder.remove());
  beforeEach(async () => {
    settings = {};
    shown = [];
    editor = connectServer({}, { configuration: () => settings });
    editor.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      shown.push(message);
    });
    await editor.initialize();
  });
  afterEach(() => editor.close());

  async function change(changed: unknown): Promise<void> {
    settings = changed;
    const diagnostics = editor.nextDiagnostics(uri);
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await diagnostics;
  }

  async function hoverAt(character: number): Promise<string> {
    const parameters = { textDocument: { uri }, position: { line: 1, character } };
    const hover = (await editor.connection.sendRequest('textDocument/hover', parameters)) as Hover | null;
    return hover !== null && MarkupContent.is(hover.contents) ? hover.contents.value : '';
  }

  it('are used at once, for the log and its hovers, and given up at once', async () => {
    assert.deepEqual(
      (await editor.readLog(uri)).map(({ code }) => code),
      ['unknown-format'],
    );
    await change({ logFormats: ['%h %u', '$request_uri>$remote_addr>$status'] });
    assert.deepEqual(editor.diagnosticsOf(uri), []);
    assert.match(await hoverAt(10), /^### 192\\\.0\\\.2\\\.1\n[\s\S]*\*\*3\*\*/);
    assert.match(await hoverAt(2), /a\\?\.html/);
    await change({ logFormats: [] });
    assert.deepEqual(
      editor.diagnosticsOf(uri)?.map(({ code }) => code),
      ['unknown-format'],
    );
  });

  it('are told of once when they can’t be understood, and leave the others be', async () => {
    await editor.readLog(uri);
    await change({ logFormats: ['%y', '$request_uri>$remote_addr>$status'] });
    assert.deepEqual(editor.diagnosticsOf(uri), []);
    await change({ logFormats: ['%y'] });
    await editor.settled();
    assert.equal(shown.length, 1);
    assert.match(shown[0]!, /“%y”.*%y is not known/);
  });

  it('are not broken by nonsense', async () => {
    await editor.readLog(uri);
    await change({ logFormats: [5, null, { a: 1 }] });
    await change({ logFormats: 'x' });
    assert.deepEqual(shown, []);
  });
});

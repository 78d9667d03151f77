import assert from 'node:assert/strict';
import type { CodeAction, CodeLens } from 'vscode-languageserver-protocol';
import { WhyFindingRequest, type FindingOfLog } from '../../server/src/protocol';
import { TemporaryFolder } from '../support/temporaryFolder';
import { connectServer, type TestClient } from '../support/testClient';
import { every, logText } from '../support/traffic';

const ROBOT = '192.0.2.66';
const TEXT = logText(every(30, 10, '192.0.2.1', 'GET /'), every(3, 300, ROBOT, 'POST /form.php', 500));

describe('The settings of the user', () => {
  let folder: TemporaryFolder;
  let uri: string;
  let settings: unknown;
  let editor: TestClient;

  before(async () => {
    folder = await TemporaryFolder.create();
    uri = await folder.write('access.log', TEXT);
  });
  after(() => folder.remove());
  beforeEach(async () => {
    settings = {};
    editor = connectServer({}, { configuration: () => settings });
    await editor.initialize();
    await editor.readLog(uri);
  });
  afterEach(() => editor.close());

  /** The codes of the log's diagnostics once it was judged by new settings. */
  async function codesWith(changed: unknown): Promise<unknown[]> {
    settings = changed;
    const diagnostics = editor.nextDiagnostics(uri);
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    return (await diagnostics).map(({ code }) => code);
  }

  async function lensTitles(): Promise<string[]> {
    const lenses = (await editor.connection.sendRequest('textDocument/codeLens', {
      textDocument: { uri },
    })) as CodeLens[];
    return lenses.map(({ command }) => command?.title ?? '');
  }

  it('have what is allowed no longer reported, at once, and say so', async () => {
    assert.deepEqual(
      editor.diagnosticsOf(uri)?.map(({ code }) => code),
      ['flood-address', 'hot-endpoint'],
    );
    assert.deepEqual(await codesWith({ allowList: { addresses: ['192.0.2.64/26'] } }), []);
    assert.ok((await lensTitles()).includes('300 requests ignored, as your settings say'));
    assert.deepEqual(await codesWith({ allowList: { paths: ['/form.php'] } }), []);
    assert.deepEqual(await codesWith({ allowList: { addresses: [] } }), ['flood-address', 'hot-endpoint']);
    assert.ok(!(await lensTitles()).some((title) => title.includes('ignored')));
  });

  it('change rules, at once', async () => {
    assert.deepEqual(await codesWith({ rules: { 'hot-endpoint': { severity: 'off' } } }), ['flood-address']);
  });

  it('are not broken by nonsense', async () => {
    const nonsense = { allowList: { addresses: 'all', paths: [5], agents: null }, rules: 7 };
    assert.deepEqual(await codesWith(nonsense), ['flood-address', 'hot-endpoint']);
  });

  it('are offered as changes by the light bulb, and explained', async () => {
    const range = { start: { line: 10, character: 0 }, end: { line: 10, character: 0 } };
    const parameters = { textDocument: { uri }, range, context: { diagnostics: editor.diagnosticsOf(uri) } };
    const actions = (await editor.connection.sendRequest('textDocument/codeAction', parameters)) as CodeAction[];
    const ignore = actions.find(({ title }) => title === `Not an attack here: ignore ${ROBOT}`);
    assert.deepEqual(ignore?.command?.arguments, [ROBOT]);
    assert.equal(ignore?.diagnostics?.[0]?.code, 'flood-address');

    const why = actions.find(({ title }) => title === 'Why this finding?');
    const finding = why?.command?.arguments?.[0] as FindingOfLog;
    const { text } = await editor.connection.sendRequest(WhyFindingRequest, finding);
    assert.match(text, /^192\.0\.2\.66 flooded POST \/form\.php: 300 requests\n/);
    await codesWith({ rules: { 'flood-address': { severity: 'off' } } });
    assert.match((await editor.connection.sendRequest(WhyFindingRequest, finding)).text, /no longer there/);
  });

  it('lead from a diagnostic’s code to its explanation', () => {
    const [flood] = editor.diagnosticsOf(uri) ?? [];
    assert.match(flood?.codeDescription?.href ?? '', /^log-finding:\//);
  });
});

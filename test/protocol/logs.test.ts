import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import {
  CodeLensRequest,
  DefinitionRequest,
  DocumentSymbolRequest,
  HoverRequest,
  FoldingRangeRequest,
  InlayHintRequest,
  MarkupContent,
  SemanticTokensRangeRequest,
} from 'vscode-languageserver-protocol';
import {
  ARCHIVE_SCHEME,
  EntryAtRequest,
  FilteredLinesRequest,
  LineInLogRequest,
  linesUri,
  LogMarksRequest,
} from '../../server/src/protocol';
import { textOf } from '../support/diagnosticText';
import { TemporaryFolder } from '../support/temporaryFolder';
import { connectServer, type TestClient } from '../support/testClient';
import { every, logText } from '../support/traffic';

const ROBOT = '192.0.2.66';
const FORM = '/tw/tw_contact.php';
const LOG = logText(every(30, 10, '192.0.2.1', 'GET /'), every(3, 300, ROBOT, `POST ${FORM}`, 500));
const FIRST = 10;
const filter = { kind: 'addressOnEndpoint', address: ROBOT, method: 'POST', path: FORM } as const;

describe('A log in the editor', () => {
  let folder: TemporaryFolder;
  let client: TestClient;
  let uri: string;

  before(async () => {
    folder = await TemporaryFolder.create();
    uri = await folder.write('logs/access.log', LOG);
    await folder.write(`site${FORM}`, '<?php mail($a, $b, $c);');
  });

  beforeEach(async () => {
    client = connectServer();
    await client.initialize({ folders: [`${folder.uri}/site`] });
  });

  afterEach(() => client.close());
  after(() => folder.remove());

  it('is told what the server can do', async () => {
    const other = connectServer();
    const { capabilities } = await other.initialize();
    assert.ok(capabilities.hoverProvider && capabilities.codeLensProvider && capabilities.definitionProvider);
    assert.ok(capabilities.documentSymbolProvider && capabilities.inlayHintProvider);
    other.close();
  });

  it('gets its diagnostics with the counts, and then word that it was read', async () => {
    const [flood, hot, ...others] = await client.readLog(uri);
    assert.equal(others.length, 0);
    assert.deepEqual([flood?.code, flood?.range.start], ['flood-address', { line: FIRST, character: 0 }]);
    assert.match(textOf(flood), /192\.0\.2\.66 flooded POST \/tw\/tw_contact\.php: 300 requests/);
    assert.equal(hot?.code, 'hot-endpoint');
    await client.until(() => client.analysed === 1);
    assert.deepEqual(
      client.heard.filter((what) => what !== 'register'),
      ['diagnostics 2', 'analysed'],
    );
  });

  it('answers hovers, lenses, symbols and marks as soon as it is opened', async () => {
    await client.openLog(uri);
    const textDocument = { uri };
    const hover = await client.connection.sendRequest(HoverRequest.type, {
      textDocument,
      position: { line: FIRST, character: 3 },
    });
    assert.ok(MarkupContent.is(hover?.contents));
    assert.match(hover.contents.value, /\*\*300\*\* \(97% of the log\)/);
    const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument });
    assert.match(lenses?.[0]?.command?.title ?? '', /^310 requests · 2 addresses/);
    const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    assert.deepEqual(
      symbols?.map(({ name }) => name),
      ['Findings', 'Times'],
    );
    const marks = await client.connection.sendRequest(LogMarksRequest, { uri });
    assert.deepEqual(marks.error, [FIRST, FIRST + 299]);
  });

  it('colours, folds and marks visible lines with countries', async () => {
    await client.openLog(uri);
    const textDocument = { uri };
    const range = { start: { line: FIRST, character: 0 }, end: { line: FIRST + 1, character: 0 } };
    const tokens = await client.connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument, range });
    assert.deepEqual(tokens?.data.slice(0, 5), [FIRST, 0, ROBOT.length, 1, 1], 'the flooding client, marked as such');
    const folds = await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument });
    assert.ok(folds?.every(({ startLine, endLine }) => startLine < endLine));
    const hints = await client.connection.sendRequest(InlayHintRequest.type, { textDocument, range });
    assert.deepEqual(hints, [], 'documentation addresses have no country');
  });

  it('shows some lines of it, each of which knows its place', async () => {
    await client.openLog(uri);
    const lines = await client.connection.sendRequest(FilteredLinesRequest, { log: uri, filter });
    assert.deepEqual([lines.total, lines.shown, lines.text.split('\n').length], [300, 300, 300]);
    const part = linesUri({ log: uri, filter });
    const place = await client.connection.sendRequest(LineInLogRequest, { uri: part, line: 5 });
    assert.deepEqual(place, { uri, line: FIRST + 5 });
    assert.equal(await client.connection.sendRequest(LineInLogRequest, { uri: part, line: 300 }), null);
    const entry = await client.connection.sendRequest(EntryAtRequest, { uri: part, line: 5 });
    assert.deepEqual(entry, { log: uri, line: FIRST + 5, address: ROBOT, endpoint: { method: 'POST', path: FORM } });
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const hints = await client.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri: part }, range });
    assert.equal(hints?.length, 10);
    const hover = await client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: part },
      position: { line: 7, character: 0 },
    });
    assert.ok(MarkupContent.is(hover?.contents));
  });

  it('leads from a request to the file in the site folder', async () => {
    await client.openLog(uri);
    const character = LOG.split('\n')[FIRST]!.indexOf(FORM) + 4;
    const position = { line: FIRST, character };
    const place = await client.connection.sendRequest(DefinitionRequest.type, { textDocument: { uri }, position });
    assert.ok(place !== null && 'uri' in place);
    assert.equal(place.uri, `${folder.uri}/site${FORM}`);
    const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
    assert.ok(MarkupContent.is(hover?.contents));
    assert.match(hover.contents.value, /site\\\/tw\\\/tw\\_contact/);
  });

  it('may be packed, and is shown under a scheme of its own', async () => {
    const packed = await folder.write('logs/20211101.log.gz', gzipSync(LOG));
    const archive = packed.replace('file:', `${ARCHIVE_SCHEME}:`);
    assert.equal((await client.readLog(archive)).length, 2);
    const lines = await client.connection.sendRequest(FilteredLinesRequest, { log: archive, filter });
    assert.equal(lines.total, 300);
  });

  it('says so when its archive is damaged', async () => {
    const packed = gzipSync(LOG);
    const cut = await folder.write('logs/cut.log.gz', packed.subarray(0, packed.length - 9));
    const [damaged, ...others] = await client.readLog(cut);
    assert.equal(damaged?.code, 'damaged-archive');
    assert.equal(others.length, 2);
  });

  it('stands beside others without mixing', async () => {
    const other = await folder.write('logs/other.log', logText(every(3, 200, '203.0.113.9', 'POST /other.php')));
    const [first, second] = await Promise.all([client.readLog(uri), client.readLog(other)]);
    assert.match(textOf(first[0]), /192\.0\.2\.66/);
    assert.match(textOf(second[0]), /203\.0\.113\.9 flooded POST \/other\.php: 200/);
  });

  it('is read again when it changes on the disk', async () => {
    const growing = await folder.write('logs/growing.log', logText(every(30, 10, '192.0.2.1', 'GET /')));
    assert.deepEqual(await client.readLog(growing), []);
    await folder.write('logs/growing.log', LOG);
    assert.equal((await client.readLog(growing, 2)).length, 2);
  });

  it('takes its findings along when it is closed', async () => {
    await client.readLog(uri);
    const cleared = client.nextDiagnostics(uri);
    await client.closeLog(uri);
    assert.deepEqual(await cleared, []);
    const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } });
    assert.deepEqual(lenses, []);
  });

  it('may be a document that the editor owns, and is read again as it is edited', async () => {
    const untitled = 'untitled:Untitled-1';
    const opened = client.nextDiagnostics(untitled);
    const textDocument = { uri: untitled, languageId: 'access-log', version: 1, text: LOG };
    await client.connection.sendNotification('textDocument/didOpen', { textDocument });
    assert.equal((await opened).length, 2);
    const edited = client.nextDiagnostics(untitled);
    const range = { start: { line: FIRST, character: 0 }, end: { line: FIRST + 295, character: 0 } };
    const contentChanges = [{ range, text: '' }];
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: untitled, version: 2 },
      contentChanges,
    });
    assert.deepEqual(await edited, []);
    const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: untitled } });
    assert.match(lenses?.[0]?.command?.title ?? '', /^15 requests/);
    const closed = client.nextDiagnostics(untitled);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: untitled } });
    assert.deepEqual(await closed, []);
  });
});

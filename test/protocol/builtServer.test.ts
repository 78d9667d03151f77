import assert from 'node:assert/strict';
import { appendFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import {
  CancellationTokenSource,
  CodeLensRequest,
  HoverRequest,
  LSPErrorCodes,
  MarkupContent,
  ResponseError,
} from 'vscode-languageserver-protocol';
import {
  AuditSiteRequest,
  BuildIncidentRequest,
  DashboardRequest,
  FilteredLinesRequest,
  SiteCallsRequest,
} from '../../server/src/protocol';
import { buildServer, startBuiltServer, type ServerProcess } from '../support/builtServer';
import { combinedLine, logOf } from '../support/lines';
import { textOf } from '../support/diagnosticText';
import { TemporaryFolder } from '../support/temporaryFolder';
import { every, logText } from '../support/traffic';

const ROBOT = '182.16.59.138';
const FORM = 'tw/tw_contact.php';
const FLOOD = logText(every(30, 10, '192.0.2.1', 'GET /'), every(3, 300, ROBOT, `POST /${FORM}`, 500));

/** Waits until something that no message tells of is true. */
async function eventually(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise(setImmediate);
}

describe('The built server with its worker threads', () => {
  let folder: TemporaryFolder;
  let script: string;
  let server: ServerProcess;

  before(async function () {
    folder = await TemporaryFolder.create();
    script = await buildServer(folder.path);
    await folder.write('site/index.html', '<html></html>');
    await folder.write(`site/${FORM}`, '<?php mail($a, $b, $c);');
  });

  beforeEach(async () => {
    server = startBuiltServer(script);
    await server.client.initialize({ folders: [`${folder.uri}/site`] });
  });

  afterEach(async function () {
    assert.equal(await server.stop(), 0);
    server.client.close();
  });

  after(() => folder.remove());

  it('does the main job from end to end', async () => {
    const { client } = server;
    const uri = await folder.write('20211101.log.gz', gzipSync(FLOOD));
    const diagnostics = await client.readLog(uri);
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['flood-address', 'hot-endpoint'],
    );
    const hover = await client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri },
      position: { line: 10, character: 1 },
    });
    assert.ok(MarkupContent.is(hover?.contents));
    assert.match(hover.contents.value, /\*\*HK /);
    assert.match(hover.contents.value, /\*\*300\*\*/);
    const filter = { kind: 'address', address: ROBOT } as const;
    assert.equal((await client.connection.sendRequest(FilteredLinesRequest, { log: uri, filter })).total, 300);
    const audit = await client.connection.sendRequest(AuditSiteRequest, { folder: `${folder.uri}/site` });
    assert.ok(audit.findings.some(({ rule, file }) => rule === 'orphaned-mailer' && file === FORM));
    const calls = await client.connection.sendRequest(SiteCallsRequest, { folder: `${folder.uri}/site` });
    assert.deepEqual([calls.logs, calls.requests], [1, { 'index.html': 10, [FORM]: 300 }]);
    assert.equal(calls.details[FORM]?.isUrgent, true);
  });

  it('reads a log that is large enough for two threads, and shows how far it is', async () => {
    const { client } = server;
    const uri = await folder.write(
      'large.log',
      logOf(300_000, (n) =>
        combinedLine({ client: `2001:db8::${n % 60_000}`, request: `GET /${n % 5000}.html HTTP/1.1` }),
      ),
    );
    await client.readLog(uri);
    const [summary] = (await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? [];
    assert.match(summary?.command?.title ?? '', /^300,000 requests · 60,000 addresses/);
  });

  it('knows the networks of addresses where logs are judged', async () => {
    const agent = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
    const log = logOf(30, (n) => combinedLine({ client: ROBOT, agent, request: `GET /${n} HTTP/1.1` }));
    const [found] = await server.client.readLog(await folder.write('robot.log', log));
    assert.equal(found?.code, 'fake-crawler');
  });

  it('answers while a log is read, and stops reading one that was closed', async () => {
    const { client } = server;
    const uri = await folder.write(
      'large.log',
      logOf(300_000, () => combinedLine()),
    );
    const small = await folder.write('small.log', FLOOD);
    await client.openLog(uri);
    assert.equal((await client.readLog(small)).length, 2);
    await client.closeLog(uri);
    await client.settled();
    assert.deepEqual(client.diagnosticsOf(uri), []);
  });

  it('stops an audit that is cancelled, and does the next', async () => {
    const { client } = server;
    const page = '<html><?php echo 1; ?></html>'.repeat(50);
    for (let n = 0; n < 400; n++) await folder.write(`many/${n}.php`, page);
    const source = new CancellationTokenSource();
    const cancelled = client.connection.sendRequest(AuditSiteRequest, { folder: `${folder.uri}/many` }, source.token);
    source.cancel();
    await assert.rejects(
      cancelled,
      (error) => error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled,
    );
    const audit = await client.connection.sendRequest(AuditSiteRequest, { folder: `${folder.uri}/many` });
    assert.equal(audit.files, 400);
  });

  it('builds an incident in threads of its own, answers meanwhile, and stops when it is cancelled', async () => {
    const { client } = server;
    await folder.write('account/a/20211101.log.gz', gzipSync(FLOOD));
    await folder.write('account/b/20211101.log', FLOOD);
    const parts = { logs: [`${folder.uri}/account`], site: `${folder.uri}/site`, workDoneToken: 'incident' };
    const source = new CancellationTokenSource();
    const cancelled = client.connection.sendRequest(BuildIncidentRequest, parts, source.token);
    await client.until(() => client.heard.includes('$/progress'));
    // Messages are answered in order, this one while the incident is built.
    await client.settled();
    source.cancel();
    await assert.rejects(
      cancelled,
      (error) => error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled,
    );
    const ask = { logs: 'incident', bars: 30 } as const;
    assert.equal((await client.connection.sendRequest(DashboardRequest, ask)).entries, 0, 'nothing was built');
    const { files, problems } = await client.connection.sendRequest(BuildIncidentRequest, parts);
    assert.deepEqual([problems, files.find(({ file }) => file === FORM)?.severity], [[], 'error']);
    const all = await client.connection.sendRequest(DashboardRequest, ask);
    assert.deepEqual([all.logs.length, all.clients.listed[0]?.name], [2, ROBOT]);
    assert.equal(
      all.chart?.flagged.reduce((sum, count) => sum + count, 0),
      300,
    );
  }).timeout(30_000);

  it('outlives logs that are missing, empty, damaged or none', async () => {
    const { client } = server;
    const packed = gzipSync(FLOOD);
    const logs = {
      'empty.log': '',
      'empty.log.gz': Buffer.of(0x1f, 0x8b),
      'cut.log.gz': packed.subarray(0, packed.length >> 1),
      'lines.log.gz': gzipSync(Buffer.alloc(80 * 1024 * 1024, '\n')),
      'zeros.log': Buffer.alloc(5_000_000),
    };
    const codes: unknown[] = [];
    for (const [name, content] of Object.entries(logs)) {
      codes.push((await client.readLog(await folder.write(name, content))).map(({ code }) => code)[0]);
    }
    assert.deepEqual(codes, [undefined, undefined, 'damaged-archive', 'unreadable-log', 'unknown-format']);
    assert.equal((await client.readLog(`${folder.uri}/none.log`))[0]?.code, 'unreadable-log');
    assert.equal((await client.readLog(await folder.write('good.log', FLOOD))).length, 2);
  });

  it('keeps a large packed log unpacked while it is open, and no longer', async () => {
    const other = startBuiltServer(script);
    const { client } = other;
    await client.initialize({ initialization: { locale: 'en', storage: path.join(folder.path, 'storage') } });
    const copies = async (): Promise<string[]> => {
      const names = await readdir(path.join(folder.path, 'storage'), { recursive: true });
      return names.filter((name) => name.endsWith('.log'));
    };
    const packed = gzipSync(logOf(500_000, () => combinedLine()) + FLOOD, { level: 1 });
    const first = await folder.write('first.log.gz', packed);
    const second = await folder.write('second.log.gz', packed);
    await client.readLog(first);
    await client.readLog(second);
    assert.equal((await copies()).length, 2);
    const position = { line: 500_005, character: 1 };
    const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri: first }, position });
    assert.ok(MarkupContent.is(hover?.contents));
    await client.closeLog(first);
    await client.settled();
    await eventually(async () => (await copies()).length === 1);
    await other.stop();
    client.close();
    assert.deepEqual(await copies(), []);
  });

  it('goes on reading a log that grows', async () => {
    const { client } = server;
    const uri = await folder.write('growing.log', logText(every(30, 400, '192.0.2.1', 'GET /')));
    assert.deepEqual(await client.readLog(uri), []);
    for (const count of [1, 2]) {
      await appendFile(fileURLToPath(uri), FLOOD);
      assert.match(textOf((await client.readLog(uri, 1 + count))[0]), new RegExp(`: ${300 * count} requests`));
    }
    const position = { line: 411, character: 1 };
    const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
    assert.ok(MarkupContent.is(hover?.contents));
    assert.match(hover.contents.value, /\*\*600\*\*/);
  });

  it('speaks Japanese', async () => {
    const { client } = startBuiltServer(script);
    const words = `${process.cwd()}/l10n/bundle.l10n.ja.json`;
    await client.initialize({ initialization: { locale: 'ja', words } });
    const [problem] = await client.readLog(`${folder.uri}/none.log`);
    assert.match(textOf(problem), /[ぁ-ん]/);
    await client.connection.sendRequest('shutdown');
    await client.connection.sendNotification('exit');
    client.close();
  });
});

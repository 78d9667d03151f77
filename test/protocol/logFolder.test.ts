import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { CancellationTokenSource } from 'vscode-languageserver-protocol';
import {
  ARCHIVE_SCHEME,
  LogFoldersCleared,
  LogReportRequest,
  ReadLogFolderRequest,
  UnpackRequest,
  type LogFolderResult,
  type ReportFormat,
} from '../../server/src/protocol';
import { JobCancelled, type JobRunner } from '../../server/src/workerThread';
import { zipOf } from '../support/archives';
import { textOf } from '../support/diagnosticText';
import { packedSample, SAMPLE_LOG } from '../support/packedSamples';
import { TemporaryFolder } from '../support/temporaryFolder';
import { connectServer, type TestClient } from '../support/testClient';
import { DAY, every, logText } from '../support/traffic';

const ROBOT = '192.0.2.66';
/** A flood around midnight: 150 requests on each day. */
const flood = every(6, 300, ROBOT, 'POST /form.php', DAY - 900);
const visits = [...every(600, 144, '192.0.2.1', 'GET /'), ...every(600, 144, '192.0.2.1', 'GET /', DAY)];
const [monday, tuesday] = [0, 1].map((day) =>
  logText([...visits, ...flood].filter(({ at }) => Math.floor(at / DAY) === day)),
);

function unpacked(uri: string): string {
  return uri.replace('file://', `${ARCHIVE_SCHEME}:`);
}

describe('A folder of logs in the editor', () => {
  let folder: TemporaryFolder;
  let client: TestClient;
  let plain: string;
  let packed: string;
  let member: string;

  before(async () => {
    folder = await TemporaryFolder.create();
    packed = unpacked(await folder.write('logs/20211101.log.gz', gzipSync(monday!)));
    plain = await folder.write('logs/20211102.log', tuesday!);
    const zip = await folder.write('logs/old.zip', zipOf([{ name: 'copy of 1102.log', content: tuesday! }]));
    member = unpacked(`${zip}/copy%20of%201102.log`);
    await folder.write('logs/notes.txt', 'buy milk');
    await folder.write('logs/locked.zip', zipOf([{ name: 'x.log', content: 'x' }], { encrypted: true }));
  });

  beforeEach(async () => {
    client = connectServer();
    await client.initialize();
  });

  afterEach(() => client.close());
  after(() => folder.remove());

  function read(name = 'logs'): Promise<LogFolderResult> {
    return client.connection.sendRequest(ReadLogFolderRequest, { folder: `${folder.uri}/${name}`, workDoneToken: 1 });
  }

  function codesOf(uri: string): unknown[] {
    return (client.diagnosticsOf(uri) ?? []).map(({ code }) => code);
  }

  it('is read together, and says what was read and what was not', async () => {
    const result = await read();
    assert.deepEqual(
      result.logs.map(({ uri, name, entries }) => [uri, name, entries]),
      [
        [packed, '20211101.log.gz', 294],
        [plain, '20211102.log', 294],
        [member, 'old.zip/copy of 1102.log', 294],
      ],
    );
    assert.deepEqual(
      [result.entries, result.copied, result.unread, result.others, result.findings.error],
      [588, 294, 1, 1, 2],
    );
    for (const said of [
      /3 logs were read together: 588 entries/,
      /294 entries also in 20211102\.log/,
      /password/,
      /notes\.txt/,
    ]) {
      assert.match(result.summary, said);
    }
    assert.ok(client.heard.includes('$/progress'));
  });

  it('hands on what was found as a text, until it is forgotten', async () => {
    const send = (format: ReportFormat) => client.connection.sendRequest(LogReportRequest, { format });
    assert.deepEqual(await send('csv'), { text: '', findings: 0 });
    const { findings } = await read();
    const { text, findings: reported } = await send('markdown');
    assert.equal(reported, findings.error + findings.warning + findings.information + findings.hint);
    assert.match(text, /^# Findings in the logs\n[^]*\n## logs\n[^]*192\\\.0\\\.2\\\.66/);
    for (const format of ['csv', 'json', 'sarif'] as const) assert.match((await send(format)).text, /192\.0\.2\.66/);
    await client.connection.sendNotification(LogFoldersCleared);
    assert.equal((await send('csv')).findings, 0);
  });

  it('shows what only all days together show in each log that it concerns, though none is open', async () => {
    await read();
    for (const [uri, log] of [
      [packed, monday],
      [plain, tuesday],
    ] as const) {
      const found = client.diagnosticsOf(uri)?.find(({ code }) => code === 'flood-address');
      assert.match(textOf(found), /300 requests/);
      assert.equal(
        found?.range.start.line,
        log!.split('\n').findIndex((line) => line.startsWith(ROBOT)),
      );
      const [other] = found?.relatedInformation ?? [];
      assert.equal(other?.location.uri, uri === packed ? plain : packed);
    }
    assert.deepEqual(codesOf(member), ['duplicate-logs']);
  });

  it('keeps its findings when a log of it is opened and closed, and shows none twice', async () => {
    await read();
    const before = client.diagnosticsOf(plain)!;
    const whileOpen = await client.readLog(plain);
    const places = whileOpen.map(({ code, range }) => `${code} ${range.start.line}`);
    assert.equal(new Set(places).size, places.length);
    const closed = client.nextDiagnostics(plain);
    await client.closeLog(plain);
    assert.deepEqual(await closed, before);
  });

  it('is read anew in the place of what was found before, and forgotten when it is told so', async () => {
    await read();
    await folder.write('logs/20211102.log', logText(visits.slice(144)));
    const gone = client.nextDiagnostics(plain);
    await read();
    assert.ok((await gone).every(({ code }) => code !== 'flood-address'));
    await folder.write('logs/20211102.log', tuesday!);
    await read();
    const cleared = client.nextDiagnostics(packed);
    await client.connection.sendNotification(LogFoldersCleared, undefined);
    assert.deepEqual(await cleared, []);
  });

  it('may be an archive', async () => {
    const result = await read('logs/old.zip');
    assert.deepEqual(
      result.logs.map(({ uri }) => uri),
      [member],
    );
    assert.ok(client.diagnosticsOf(member)?.some(({ code }) => code === 'flood-address'));
    const opened = await client.readLog(member);
    assert.ok(opened.some(({ code }) => code === 'flood-address'));
  });

  it('says which of its logs are damaged', async () => {
    const whole = gzipSync(monday!);
    const cut = unpacked(await folder.write('cut/access.log.gz', whole.subarray(0, whole.length - 9)));
    await read('cut');
    assert.ok(codesOf(cut).includes('damaged-archive'));
  });

  it('says why nothing can be read', async () => {
    const { logs, unread, summary } = await read('none');
    assert.deepEqual([logs, unread], [[], 1]);
    assert.match(summary, /was not found/);
  });

  it('stops being read when it is cancelled', async () => {
    let stopped = false;
    const waits: JobRunner = (_job, _language, { signal } = {}) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          stopped = true;
          reject(new JobCancelled());
        });
      });
    const other = connectServer({ runJob: waits });
    await other.initialize();
    const cancel = new CancellationTokenSource();
    const request = other.connection.sendRequest(ReadLogFolderRequest, { folder: folder.uri }, cancel.token);
    await other.settled();
    cancel.cancel();
    await assert.rejects(request, /cancelled/);
    assert.ok(stopped);
    other.close();
  });
});

describe('A document of a packed log', () => {
  let folder: TemporaryFolder;
  let client: TestClient;

  before(async () => {
    folder = await TemporaryFolder.create();
    client = connectServer();
    await client.initialize();
  });

  after(async () => {
    client.close();
    await folder.remove();
  });

  async function unpack(uri: string, maximumBytes = 1_000_000): Promise<{ text: string; complete: boolean }> {
    const { bytes, complete } = await client.connection.sendRequest(UnpackRequest, { uri, maximumBytes });
    return { text: Buffer.from(bytes, 'base64').toString(), complete };
  }

  it('gets its text from the server in every packing', async () => {
    for (const sample of ['bzip2', 'xz', 'zstd'] as const) {
      const uri = unpacked(await folder.write(`a.log.${sample}`, packedSample(sample)));
      assert.deepEqual(await unpack(uri), { text: SAMPLE_LOG, complete: true });
      assert.ok((await client.readLog(uri)).every(({ code }) => code !== 'unreadable-log'));
    }
  });

  it('ends with a whole line where there is more than fits', async () => {
    const uri = unpacked(await folder.write('a.log.xz', packedSample('xz')));
    const { text, complete } = await unpack(uri, 1000);
    assert.equal(complete, false);
    assert.equal(text, SAMPLE_LOG.slice(0, SAMPLE_LOG.lastIndexOf('\n', 999)));
  });

  it('says why there is none', async () => {
    await assert.rejects(unpack(unpacked(`${folder.uri}/none.log.xz`)), /not found/);
    const locked = await folder.write('b.zip', zipOf([{ name: 'x.log', content: 'x' }], { encrypted: true }));
    await assert.rejects(unpack(unpacked(`${locked}/x.log`)), /password/);
    await assert.rejects(unpack('untitled:Untitled-1'), /No file/);
  });
});

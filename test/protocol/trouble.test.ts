import assert from 'node:assert/strict';
import { CodeLensRequest, HoverRequest } from 'vscode-languageserver-protocol';
import type { LogJob } from '../../server/src/jobs';
import { nodeDisk } from '../../server/src/nodeDisk';
import { FilteredLinesRequest } from '../../server/src/protocol';
import { JobCancelled, JobFailed, type JobRunner } from '../../server/src/workerThread';
import { textOf } from '../support/diagnosticText';
import { TemporaryFolder } from '../support/temporaryFolder';
import { connectServer, runJobHere, type EditorOptions, type TestClient } from '../support/testClient';
import { every, logText } from '../support/traffic';

const FLOOD = logText(every(3, 300, '192.0.2.66', 'POST /form.php'));
const QUIET = logText(every(30, 10, '192.0.2.1', 'GET /'));

/** A runner whose jobs wait until they are let go, or stopped. */
class HeldJobs {
  readonly jobs: LogJob[] = [];
  readonly stopped: LogJob[] = [];
  readonly #waiting: (() => void)[] = [];

  readonly run: JobRunner = async (job, language, options = {}) => {
    const own = job as unknown as LogJob;
    this.jobs.push(own);
    await new Promise<void>((resolve, reject) => {
      this.#waiting.push(resolve);
      options.signal?.addEventListener('abort', () => {
        this.stopped.push(own);
        reject(new JobCancelled());
      });
    });
    return runJobHere(job, language, options);
  };

  letGo(): void {
    for (const resolve of this.#waiting) resolve();
  }
}

function failing(code: string | undefined): JobRunner {
  return () => Promise.reject(new JobFailed('It went wrong', code));
}

describe('The server stays up', () => {
  let folder: TemporaryFolder;
  let client: TestClient | undefined;

  before(async () => (folder = await TemporaryFolder.create()));
  afterEach(() => client?.close());
  after(() => folder.remove());

  async function connect(runJob: JobRunner = runJobHere, options: EditorOptions = {}): Promise<TestClient> {
    client = connectServer({ runJob }, options);
    await client.initialize();
    return client;
  }

  async function assertAlive(editor: TestClient): Promise<void> {
    const uri = await folder.write('alive.log', FLOOD);
    assert.equal((await editor.readLog(uri)).length, 2);
  }

  it('when a log is not there', async () => {
    const editor = await connect();
    const [problem] = await editor.readLog(`${folder.uri}/none.log`);
    assert.match(textOf(problem), /was not found/);
    await assertAlive(editor);
  });

  for (const [code, message] of [
    ['EACCES', /may not be read: its permissions forbid it/],
    ['EPERM', /may not be read/],
    ['EFBIG', /more than 67,108,864 lines/],
    ['EIO', /could not be read: It went wrong/],
    [undefined, /could not be read: It went wrong/],
  ] as const) {
    it(`when reading fails with ${code ?? 'no code'}, and says why`, async () => {
      const editor = await connect(failing(code));
      const [problem] = await editor.readLog(`${folder.uri}/locked.log`);
      assert.equal(problem?.code, 'unreadable-log');
      assert.match(textOf(problem), message);
    });
  }

  it('when a log is a folder', async () => {
    const editor = await connect();
    assert.match(textOf((await editor.readLog(folder.uri))[0]), /This is a folder/);
    await assertAlive(editor);
  });

  it('when a log is none, and says so', async () => {
    const editor = await connect();
    const uri = await folder.write('build.log', 'compiling\n'.repeat(50));
    assert.deepEqual(
      (await editor.readLog(uri)).map(({ code }) => code),
      ['unknown-format'],
    );
    const hover = await editor.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri },
      position: { line: 0, character: 0 },
    });
    assert.equal(hover, null);
    assert.deepEqual(await editor.readLog(await folder.write('empty.log', '')), []);
    await assertAlive(editor);
  });

  it('when a log is deleted while it is open', async () => {
    const editor = await connect();
    const uri = await folder.write('gone.log', FLOOD);
    await editor.readLog(uri);
    await folder.remove('gone.log');
    const textDocument = { uri };
    const lenses = await editor.connection.sendRequest(CodeLensRequest.type, { textDocument });
    assert.ok(lenses && lenses.length > 3);
    assert.equal(
      await editor.connection.sendRequest(HoverRequest.type, { textDocument, position: { line: 0, character: 0 } }),
      null,
    );
    const filter = { kind: 'address', address: '192.0.2.66' } as const;
    assert.deepEqual((await editor.connection.sendRequest(FilteredLinesRequest, { log: uri, filter })).text, '');
    await assertAlive(editor);
  });

  it('when a log is deleted between being read and being shown', async () => {
    const run: JobRunner = async (job, language, options) => {
      const result = await runJobHere(job, language, options);
      await folder.remove('fleeting.log');
      return result;
    };
    const editor = await connect(run);
    assert.equal((await editor.readLog(await folder.write('fleeting.log', FLOOD))).length, 2);
  });

  it('and reads again what was written anew while it was read', async () => {
    const uri = await folder.write('twice.log', QUIET);
    let readings = 0;
    const run: JobRunner = async (job, language, options) => {
      const result = await runJobHere(job, language, options);
      if (++readings > 1) return result;
      await folder.write('twice.log', FLOOD);
      await client!.openLog(uri, 2);
      await client!.settled();
      return result;
    };
    const editor = await connect(run);
    await editor.openLog(uri, 1);
    await editor.until(() => editor.diagnosticsOf(uri)?.length === 2);
    assert.equal(readings, 2);
  });

  it('and is silent of a log that was closed while it was read', async () => {
    const held = new HeldJobs();
    const editor = await connect(held.run);
    const uri = await folder.write('closed.log', FLOOD);
    await editor.openLog(uri);
    const lenses = editor.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } });
    await editor.settled();
    await editor.closeLog(uri);
    assert.deepEqual(await lenses, []);
    held.letGo();
    await editor.settled();
    assert.equal(held.stopped.length, 1);
    assert.deepEqual(editor.diagnosticsOf(uri), []);
  });

  it('and shows nothing of a log that was closed while its lines were looked up', async () => {
    let closing: Promise<void> | undefined;
    const uri = await folder.write('slow.log', FLOOD);
    const slowDisk = {
      ...nodeDisk,
      async readRange(path: string, start: number, end: number) {
        closing ??= client!.closeLog(uri).then(() => client!.settled());
        await closing;
        return nodeDisk.readRange(path, start, end);
      },
    };
    client = connectServer({ disk: slowDisk });
    await client.initialize();
    await client.openLog(uri);
    await client.until(() => closing !== undefined && client!.diagnosticsOf(uri) !== undefined);
    await closing;
    await client.settled();
    assert.deepEqual(client.diagnosticsOf(uri), []);
    assert.equal(client.analysed, 0);
  });

  it('when the editor does not tell its settings', async () => {
    const editor = await connect(runJobHere, {
      configuration() {
        throw new Error('no settings');
      },
    });
    await assertAlive(editor);
  });

  it('when the settings are nonsense', async () => {
    for (const configuration of [
      null,
      7,
      [],
      { rules: [] },
      { rules: { 'flood-address': null } },
      { siteTimeZone: 5 },
    ]) {
      const editor = await connect(runJobHere, { configuration: () => configuration });
      await assertAlive(editor);
      editor.close();
    }
  });

  it('and reads again when the settings change', async () => {
    let severity = 'default';
    const editor = await connect(runJobHere, { configuration: () => ({ rules: { 'hot-endpoint': { severity } } }) });
    const uri = await folder.write('settings.log', FLOOD);
    assert.equal((await editor.readLog(uri)).length, 2);
    severity = 'off';
    const diagnostics = editor.nextDiagnostics(uri);
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(
      (await diagnostics).map(({ code }) => code),
      ['flood-address'],
    );
  });

  it('when what it is asked about makes no sense', async () => {
    const editor = await connect();
    for (const uri of [
      '',
      'x',
      'file://elsewhere/a.log',
      'file:///a%2Fb.log',
      'file:///100%.log',
      'log-lines:/x?%',
      'untitled:1',
    ]) {
      await editor.openLog(uri);
      const position = { line: 1e9, character: 1e9 };
      await editor.connection
        .sendRequest(HoverRequest.type, { textDocument: { uri }, position })
        .catch(() => undefined);
      await editor.closeLog(uri);
    }
    await editor.connection.sendRequest(FilteredLinesRequest, { log: 1, filter: null } as never).catch(() => undefined);
    await editor.connection.sendRequest('logSiteAudit/unknown', {}).catch(() => undefined);
    await assertAlive(editor);
  });
});

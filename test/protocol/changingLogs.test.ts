import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { appendFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { CodeLensRequest, HoverRequest, MarkupContent, type Diagnostic } from 'vscode-languageserver-protocol';
import type { Disk } from '../../server/src/disk';
import type { LogJob } from '../../server/src/jobs';
import { nodeDisk } from '../../server/src/nodeDisk';
import { FilteredLinesRequest, LogOpened, LogTailEdited, SiteFileRequest } from '../../server/src/protocol';
import type { JobRunner } from '../../server/src/workerThread';
import { textOf } from '../support/diagnosticText';
import { Gate } from '../support/gate';
import { TemporaryFolder } from '../support/temporaryFolder';
import { connectServer, runJobHere, type TestClient } from '../support/testClient';
import { every, logText, type Ask } from '../support/traffic';

const ROBOT = '192.0.2.66';
const QUIET = logText(every(30, 400, '192.0.2.1', 'GET /'));
const untitled = 'untitled:Untitled-1';
const filter = { kind: 'address', address: ROBOT } as const;

function flood(requests: number, ask: Ask = 'POST /form.php'): string {
  return logText(every(3, requests, ROBOT, ask, 20_000));
}

describe('A log that changes', () => {
  let folder: TemporaryFolder;
  let client: TestClient;
  let uri: string;
  let path: string;
  /** Of each reading whether it went on from an earlier one. */
  let readings: boolean[];

  /** How many readings were given up. */
  let givenUp: number;
  /** What a reading waits for before it begins. */
  let gate: () => Promise<void>;
  /** What a look at a file waits for. */
  let lookGate: () => Promise<void>;

  const disk: Disk = {
    ...nodeDisk,
    async status(file) {
      await lookGate();
      return nodeDisk.status(file);
    },
  };

  const run: JobRunner = async (job, language, options) => {
    readings.push((job as unknown as LogJob).soFar !== undefined);
    options?.signal?.addEventListener('abort', () => givenUp++);
    await gate();
    return runJobHere(job, language, options);
  };

  before(async () => (folder = await TemporaryFolder.create()));
  after(() => folder.remove());

  beforeEach(async () => {
    readings = [];
    givenUp = 0;
    gate = async () => undefined;
    lookGate = async () => undefined;
    client = connectServer({ runJob: run, disk });
    await client.initialize();
    uri = await folder.write('access.log', QUIET);
    path = fileURLToPath(uri);
  });

  afterEach(() => client.close());

  /** Tells the server that the file may have changed, and waits for its findings. */
  async function reread(): Promise<Diagnostic[]> {
    return client.readLog(uri, 2);
  }

  async function requestsOfRobot(log = uri): Promise<number> {
    return (await client.connection.sendRequest(FilteredLinesRequest, { log, filter })).total;
  }

  async function editTail(tail: string): Promise<Diagnostic[]> {
    const diagnostics = client.nextDiagnostics(uri);
    await client.connection.sendNotification(LogTailEdited, { uri, version: 3, tail });
    return diagnostics;
  }

  async function editText(
    change: { start: object; end: object; text: string },
    version: number,
  ): Promise<Diagnostic[]> {
    const diagnostics = client.nextDiagnostics(untitled);
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: untitled, version },
      contentChanges: [{ range: { start: change.start, end: change.end }, text: change.text }],
    });
    return diagnostics;
  }

  describe('on the disk', () => {
    beforeEach(async () => assert.deepEqual(await client.readLog(uri), []));

    it('is read on from its end when it grows', async () => {
      await appendFile(path, flood(300));
      const [first] = await reread();
      assert.equal(first?.range.start.line, 400);
      assert.match(textOf(first), /300 requests/);
      await appendFile(path, flood(20));
      assert.match(textOf((await reread())[0]), /320 requests/);
      assert.deepEqual(readings, [false, true, true]);
    });

    it('may end in the middle of a line', async () => {
      const more = flood(300);
      await appendFile(path, more.slice(0, 10_015));
      await reread();
      await appendFile(path, more.slice(10_015));
      assert.match(textOf((await reread())[0]), /300 requests/);
      assert.equal(await requestsOfRobot(), 300);
      assert.deepEqual(readings, [false, true, true]);
    });

    it('is read anew when it is cut short, also when it grows again at once', async () => {
      await writeFile(path, flood(200));
      assert.equal((await reread())[0]?.range.start.line, 0);
      const longer = logText(every(9, 10, '198.51.100.1', 'GET /'), every(3, 600, ROBOT, 'POST /other.php'));
      await writeFile(path, longer);
      assert.match(textOf((await reread())[0]), /POST \/other\.php: 600 requests/);
      assert.deepEqual(readings, [false, false, false]);
    });

    it('is read anew when another file takes its place', async () => {
      await folder.write('access.log.new', logText(every(3, 900, ROBOT, 'POST /new.php')));
      await rename(path, `${path}.1`);
      await rename(`${path}.new`, path);
      assert.match(textOf((await reread())[0]), /POST \/new\.php: 900 requests/);
      assert.deepEqual(readings, [false, false]);
    });

    it('is left alone when it did not change', async () => {
      await client.openLog(uri, 2);
      await client.openLog(uri, 3);
      await appendFile(path, flood(300));
      await reread();
      assert.deepEqual(readings, [false, true]);
    });

    it('answers from what was read while it grows', async () => {
      await appendFile(path, flood(300));
      await client.openLog(uri, 2);
      const position = { line: 3, character: 1 };
      const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
      assert.ok(MarkupContent.is(hover?.contents));
    });

    it('says so when it has gone', async () => {
      await folder.remove('access.log');
      assert.match(textOf((await reread())[0]), /was not found/);
      await folder.write('access.log', flood(300));
      assert.equal((await reread()).length, 2);
    });
  });

  describe('behind what the disk has', () => {
    beforeEach(async () => assert.deepEqual(await client.readLog(uri), []));

    it('is read on from there at every edit', async () => {
      assert.match(textOf((await editTail(flood(300)))[0]), /300 requests/);
      assert.match(textOf((await editTail(flood(310)))[0]), /310 requests/);
      assert.deepEqual(readings, [false, true, true]);
    });

    it('is as it was read where nothing is behind it', async () => {
      assert.deepEqual(await editTail(''), []);
      await editTail(flood(300));
      assert.deepEqual(await editTail(''), []);
      assert.deepEqual(readings, [false, true]);
    });

    it('is read to its end before what was typed meanwhile', async () => {
      const events = new EventEmitter();
      const begun = once(events, 'begun');
      const opened = once(events, 'open');
      gate = async () => {
        events.emit('begun');
        await opened;
      };
      await client.connection.sendNotification(LogTailEdited, { uri, version: 3, tail: flood(300) });
      await begun;
      await client.connection.sendNotification(LogTailEdited, { uri, version: 4, tail: flood(310) });
      // Answered after what was said before.
      await client.connection.sendRequest(SiteFileRequest, { path: '/' });
      const diagnostics = client.nextDiagnostics(uri);
      events.emit('open');
      assert.match(textOf((await diagnostics)[0]), /310 requests/);
      assert.deepEqual([readings, givenUp], [[false, true, true], 0]);
    });

    it('is told of once when it is edited just after the file was looked at', async () => {
      await client.until(() => client.analysed === 1);
      const looked = new Gate();
      lookGate = () => looked.opened;
      await client.connection.sendNotification(LogOpened, { uri, version: 2 });
      const diagnostics = editTail(flood(300));
      await client.settled();
      looked.open();
      assert.match(textOf((await diagnostics)[0]), /300 requests/);
      await client.until(() => client.analysed > 1);
      await client.settled();
      assert.equal(client.analysed, 2);
    });

    it('gives the lines of both', async () => {
      await editTail(flood(3));
      const lines = await client.connection.sendRequest(FilteredLinesRequest, { log: uri, filter });
      assert.equal(lines.text, flood(3).trimEnd());
      const everybody = { kind: 'address', address: '192.0.2.1' } as const;
      const before = await client.connection.sendRequest(FilteredLinesRequest, { log: uri, filter: everybody });
      assert.equal(before.text, QUIET.trimEnd());
    });

    it('is as it was when the edits were undone', async () => {
      await editTail(flood(300));
      assert.deepEqual(await client.readLog(uri, 4), []);
      assert.deepEqual(readings, [false, true]);
    });

    it('tells its findings when an edit was undone before it was read', async () => {
      const begun = new Gate();
      const opened = new Gate();
      gate = async () => {
        begun.open();
        await opened.opened;
      };
      await client.connection.sendNotification(LogTailEdited, { uri, version: 3, tail: flood(300) });
      await begun.opened;
      const diagnostics = client.readLog(uri, 4);
      await client.settled();
      opened.open();
      assert.deepEqual(await diagnostics, []);
      assert.deepEqual(readings, [false, true]);
    });

    it('goes on with a last line that had no end', async () => {
      await writeFile(path, QUIET.trimEnd());
      await reread();
      assert.match(textOf((await editTail(`\n${flood(300)}`))[0]), /300 requests/);
      assert.equal(await requestsOfRobot(), 300);
    });

    it('is on the disk when it was saved', async () => {
      await editTail(flood(300));
      await appendFile(path, flood(300));
      assert.match(textOf((await client.readLog(uri, 4))[0]), /300 requests/);
      assert.equal(await requestsOfRobot(), 300);
      assert.deepEqual(readings, [false, true, true]);
    });

    it('may be edited before it was read', async () => {
      const other = await folder.write('other.log', QUIET);
      await client.openLog(other);
      await client.connection.sendNotification(LogTailEdited, { uri: other, version: 2, tail: flood(300) });
      await client.until(() => client.diagnosticsOf(other)?.length === 2);
      assert.equal(await requestsOfRobot(other), 300);
    });

    it('is read with new settings as a whole', async () => {
      await editTail(flood(300));
      const diagnostics = client.nextDiagnostics(uri);
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await diagnostics;
      await client.until(() => client.diagnosticsOf(uri)?.length === 2);
      assert.equal(await requestsOfRobot(), 300);
    });
  });

  describe('in the editor that owns it', () => {
    const text = QUIET + flood(300);
    const end = { line: 700, character: 0 };

    beforeEach(async () => {
      const diagnostics = client.nextDiagnostics(untitled);
      const textDocument = { uri: untitled, languageId: 'access-log', version: 1, text };
      await client.connection.sendNotification('textDocument/didOpen', { textDocument });
      assert.match(textOf((await diagnostics)[0]), /300 requests/);
    });

    it('is read on from its end when it is edited there, and again when that is undone', async () => {
      assert.match(textOf((await editText({ start: end, end, text: flood(25) }, 2))[0]), /325 requests/);
      const undone = await editText({ start: end, end: { line: 725, character: 0 }, text: '' }, 3);
      assert.match(textOf(undone[0]), /300 requests/);
      assert.equal(await requestsOfRobot(untitled), 300);
      assert.deepEqual(readings, [false, true, true]);
    });

    it('is read anew when it is edited elsewhere, and on from there', async () => {
      const start = { line: 0, character: 0 };
      assert.equal(
        (await editText({ start, end: { line: 100, character: 0 }, text: '' }, 2))[0]?.range.start.line,
        300,
      );
      const newEnd = { line: 600, character: 0 };
      assert.match(textOf((await editText({ start: newEnd, end: newEnd, text: flood(5) }, 3))[0]), /305 requests/);
      const [lens] =
        (await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: untitled } })) ?? [];
      assert.match(lens?.command?.title ?? '', /^605 requests/);
      assert.deepEqual(readings, [false, false, true]);
    });

    it('takes letters of all kinds', async () => {
      const start = { line: 10, character: 0 };
      await editText({ start, end: start, text: 'お知らせ 🙂\n' }, 2);
      const newEnd = { line: 701, character: 0 };
      await editText({ start: newEnd, end: newEnd, text: flood(5) }, 3);
      assert.equal(await requestsOfRobot(untitled), 305);
      assert.deepEqual(readings, [false, false, true]);
    });
  });
});

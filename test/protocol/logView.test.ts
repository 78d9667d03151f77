import assert from 'node:assert/strict';
import { appendFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { gzipSync } from 'node:zlib';
import {
  FilterLogView,
  LogViewChanged,
  LogViewClosed,
  LogViewMatchRequest,
  LogViewOpened,
  LogViewOverviewRequest,
  LogViewRowOfLine,
  LogViewRowsRequest,
  SearchLogView,
  type LineConditions,
  type LogViewRow,
  type LogViewState,
} from '../../server/src/protocol';
import type { JobRunner } from '../../server/src/workerThread';
import { Gate } from '../support/gate';
import { TemporaryFolder } from '../support/temporaryFolder';
import { connectServer, runJobHere, type TestClient } from '../support/testClient';
import { every, logText } from '../support/traffic';

const VIEW = 'view-1';
const ROBOT = '192.0.2.66';
const QUIET = logText(every(30, 400, '192.0.2.1', 'GET /'));
const FLOOD = logText(every(3, 300, ROBOT, 'POST /form.php', 20_000));

describe('A viewer of a log', () => {
  let folder: TemporaryFolder;
  let client: TestClient;
  /** The newest state, and who waits for the next. */
  const viewer: { state?: LogViewState; told?: () => void } = {};

  before(async () => (folder = await TemporaryFolder.create()));
  after(() => folder.remove());
  afterEach(() => client.close());

  async function connect(runJob: JobRunner = runJobHere): Promise<void> {
    client = connectServer({ runJob });
    client.connection.onNotification(LogViewChanged, (changed) => {
      viewer.state = changed;
      viewer.told?.();
    });
    await client.initialize();
  }

  beforeEach(async () => {
    delete viewer.state;
    await connect();
  });

  /** Waits for a state of which something is true. */
  async function until(isTrue: (state: LogViewState) => boolean): Promise<LogViewState> {
    while (viewer.state === undefined || !isTrue(viewer.state)) {
      await new Promise<void>((resolve) => (viewer.told = resolve));
    }
    return viewer.state;
  }

  async function open(uri: string): Promise<LogViewState> {
    delete viewer.state;
    await client.openLog(uri);
    await client.connection.sendNotification(LogViewOpened, { view: VIEW, uri });
    return until(({ phase }) => phase !== 'reading');
  }

  async function rows(first: number, count: number): Promise<readonly LogViewRow[]> {
    return (await client.connection.sendRequest(LogViewRowsRequest, { view: VIEW, first, count })).rows;
  }

  async function filter(conditions: LineConditions | null): Promise<LogViewState> {
    await client.connection.sendNotification(FilterLogView, { view: VIEW, conditions });
    return until(({ filter: set }) => {
      if (conditions === null) return set === undefined;
      return set?.progress === 1 && isDeepStrictEqual(set.conditions, conditions);
    });
  }

  async function search(text: string, matchCase = false): Promise<LogViewState> {
    await client.connection.sendNotification(SearchLogView, { view: VIEW, search: { text, matchCase } });
    return until(({ search: set }) => set?.progress === 1 && set.text === text && set.matchCase === matchCase);
  }

  const overview = (parts: number) => client.connection.sendRequest(LogViewOverviewRequest, { view: VIEW, parts });

  const match = (row: number, backwards = false) =>
    client.connection.sendRequest(LogViewMatchRequest, { view: VIEW, row, backwards });

  it('is given the rows that it asks for, with their fields and findings', async () => {
    const { rows: all, lines, isSlow } = await open(await folder.write('a.log', QUIET + FLOOD));
    assert.deepEqual([all, lines, isSlow], [700, 700, false]);
    const [last, first, ...others] = await rows(399, 2);
    assert.equal(others.length, 0);
    assert.ok(last && first);
    assert.deepEqual([last.line, last.severity, first.line, first.severity], [399, undefined, 400, 'error']);
    assert.equal(first.text, FLOOD.split('\n')[0]);
    const [client_] = first.tokens;
    assert.deepEqual(client_, { start: 0, end: ROBOT.length, type: 'logClient', flagged: true });
    assert.deepEqual(await rows(699, 50).then((end) => end.map(({ line }) => line)), [699]);
    assert.deepEqual(await rows(5000, 5), []);
  });

  it('shows the first lines of a packed log while that is read', async () => {
    client.close();
    const gate = new Gate();
    await connect(async (job, language, options) => {
      await gate.opened;
      options?.onProgress?.({ done: 30, total: 60 });
      return runJobHere(job, language, options);
    });
    const uri = await folder.write('a.log.gz', gzipSync(QUIET));
    await client.openLog(uri);
    await client.connection.sendNotification(LogViewOpened, { view: VIEW, uri });
    assert.equal((await until((now) => now.rows > 0)).phase, 'reading');
    assert.equal((await rows(1, 1))[0]?.text, QUIET.split('\n')[1]);
    gate.open();
    await until((now) => now.phase === 'ready');
    assert.equal(viewer.state?.rows, 400);
  });

  it('shows what is no log as well, and says why it can show nothing', async () => {
    await open(await folder.write('notes.txt', 'one\n<b>two</b>\n'));
    assert.deepEqual(
      (await rows(0, 9)).map(({ text, tokens }) => [text, tokens.length]),
      [
        ['one', 0],
        ['<b>two</b>', 0],
      ],
    );
    await client.connection.sendNotification(LogViewClosed, { view: VIEW });
    const { phase, problem } = await open(`${folder.uri}/none.log`);
    assert.equal(phase, 'problem');
    assert.match(problem ?? '', /was not found/);
  });

  it('is given the beginning of an over-long line, and how long that is', async () => {
    await open(await folder.write('long.log', `${'🙂'.repeat(50_000)}\n${QUIET}`));
    const [long] = await rows(0, 1);
    assert.equal(long!.text.length + long!.cut, 100_000);
    assert.ok(long!.text.length < 30_000);
    assert.equal(Buffer.from(long!.text).toString(), long!.text);
  });

  it('shows only the lines that pass a filter, with their numbers', async () => {
    await open(await folder.write('a.log', QUIET + FLOOD));
    assert.equal((await filter({ address: ROBOT })).rows, 300);
    assert.deepEqual(
      (await rows(0, 2)).map(({ line }) => line),
      [400, 401],
    );
    assert.equal(await client.connection.sendRequest(LogViewRowOfLine, { view: VIEW, line: 410 }), 10);
    assert.equal(await client.connection.sendRequest(LogViewRowOfLine, { view: VIEW, line: 5 }), 0);
    assert.equal((await filter({ text: 'nowhere' })).rows, 0);
    assert.deepEqual(await rows(0, 5), []);
    assert.equal((await filter(null)).rows, 700);
  });

  it('finds a text, forwards and backwards and around the end', async () => {
    await open(await folder.write('a.log', QUIET + FLOOD + QUIET));
    assert.equal((await search('FORM.php')).search?.found, 300);
    assert.deepEqual(await match(0), { row: 400, nth: 1 });
    assert.deepEqual(await match(401), { row: 401, nth: 2 });
    assert.deepEqual(await match(399, true), { row: 699, nth: 300 });
    assert.deepEqual(await match(700), { row: 400, nth: 1 });
    assert.equal((await search('FORM.php', true)).search?.found, 0);
    assert.equal(await match(0), null);
  });

  it('finds a text among the lines that pass the filter', async () => {
    await open(await folder.write('a.log', QUIET + FLOOD));
    await filter({ address: ROBOT });
    const { search: found } = await search(':05:3');
    assert.ok(found && found.found > 0 && found.found < 200);
    const first = await match(0);
    const [row] = await rows(first!.row, 1);
    assert.match(row!.text, /^192\.0\.2\.66 .*:05:3/);
    await filter({ address: '192.0.2.1' });
    await until((now) => now.search?.progress === 1 && now.search.found !== found.found);
  });

  it('marks where findings and what was found are', async () => {
    await open(await folder.write('a.log', QUIET + FLOOD));
    await search('form.php');
    assert.deepEqual(await overview(7), {
      severities: { error: [4, 5, 6], warning: [], information: [], hint: [] },
      found: [4, 5, 6],
    });
    await filter({ method: 'POST' });
    await until((now) => now.search?.progress === 1);
    const { severities, found } = await overview(1000);
    assert.deepEqual([severities.error.length, found.length], [300, 300]);
    assert.equal((await overview(-5)).found.length, 0);
  });

  it('follows a log that grows, with its filter and its search', async () => {
    const uri = await folder.write('growing.log', QUIET);
    const { version } = await open(uri);
    await filter({ address: ROBOT });
    await search('/form');
    assert.deepEqual([viewer.state?.rows, viewer.state?.search?.found], [0, 0]);
    await appendFile(fileURLToPath(uri), FLOOD);
    await client.openLog(uri, 2);
    await until((now) => now.rows === 300 && now.search?.found === 300);
    assert.ok(viewer.state!.version > version);
    assert.equal(viewer.state!.lines, 700);
    await filter(null);
    await until((now) => now.search?.progress === 1);
    await appendFile(fileURLToPath(uri), FLOOD);
    await client.openLog(uri, 3);
    await until((now) => now.rows === 1000 && now.search?.found === 600);
  });

  it('begins anew with a log that is written anew', async () => {
    const uri = await folder.write('rotated.log', QUIET);
    await open(uri);
    await filter({ path: '/form.php' });
    await folder.write('rotated.log', FLOOD + FLOOD);
    await client.openLog(uri, 2);
    await until((now) => now.rows === 600 && now.lines === 600);
    assert.match((await rows(0, 1))[0]!.text, /form\.php/);
  });

  it('is told nothing after it was closed, and asks in vain', async () => {
    await open(await folder.write('a.log', QUIET));
    await client.connection.sendNotification(LogViewClosed, { view: VIEW });
    assert.deepEqual(await rows(0, 5), []);
    assert.equal(await match(0), null);
    assert.equal(await client.connection.sendRequest(LogViewRowOfLine, { view: VIEW, line: 7 }), 7);
  });
});

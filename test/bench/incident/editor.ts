import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource } from 'vscode-languageserver-protocol';
import {
  BuildIncidentRequest,
  DashboardRequest,
  SiteFileRequest,
  type IncidentResult,
} from '../../../server/src/protocol';
import { memoryBelow } from '../../editor/measure/processMemory';
import { startBuiltServer, type ServerProcess } from '../../support/builtServer';
import type { BenchIncident } from './input';

/** The server under test, as `npm run build` writes it. */
export const SERVER = path.join(__dirname, '..', '..', '..', 'dist', 'server.js');

/** Pause between two requests that are asked meanwhile, in ms. */
const PAUSE = 10;
/** Cancelled so long after the beginning, in ms: in the midst of site and logs. */
const UNTIL_CANCELLED = 1500;

/** Bars of a chart on a wide screen. */
const BARS = 180;

/** What building an incident in the editor's server took. Times in ms. */
export interface EditorRun {
  readonly built: number;
  /** The same again, the files of the site being as they were. */
  readonly rebuilt: number;
  /** How often progress was told. */
  readonly progress: number;
  /** How long each request waited that was asked while the incident was built. */
  readonly answers: readonly number[];
  readonly cancelled: number;
  /** How long the dashboard of all its logs waited for each of several questions. */
  readonly dashboard: readonly number[];
  /** Largest resident memory of the server's process, bytes; `undefined` where the system can't tell. */
  readonly peakBytes: number | undefined;
}

/** Builds an incident in a server of its own as the editor does; throws unless the cause is named with all its requests. */
export async function runInEditor(incident: BenchIncident): Promise<EditorRun> {
  if (!existsSync(SERVER)) throw new Error('dist/server.js is missing: run `npm run build` first.');
  const storage = await mkdtemp(path.join(tmpdir(), 'incident-bench-'));
  const server = startBuiltServer(SERVER);
  try {
    await server.client.initialize({ initialization: { locale: 'en', storage } });
    const cancelled = await timeToCancel(server, incident);
    const first = await timeToBuild(server, incident);
    const { progress } = first;
    const again = await timeToBuild(server, incident);
    const dashboard = await timesOfDashboard(server);
    const memory = await memoryBelow(process.pid, /dist[/\\]server\.js/);
    return {
      built: first.took,
      rebuilt: again.took,
      progress,
      answers: [...first.answers, ...again.answers],
      cancelled,
      dashboard,
      peakBytes: memory?.peak,
    };
  } finally {
    await server.stop();
    server.client.close();
    await rm(storage, { recursive: true, force: true });
  }
}

/** How long a build takes, how often it tells how far it is, and how long others are kept waiting. */
async function timeToBuild(
  { client }: ServerProcess,
  incident: BenchIncident,
): Promise<Pick<EditorRun, 'progress' | 'answers'> & { readonly took: number }> {
  const heardBefore = client.heard.length;
  const answers: number[] = [];
  const end = new AbortController();
  const start = performance.now();
  const building = client.connection.sendRequest(BuildIncidentRequest, partsOf(incident)).finally(() => end.abort());
  while (!end.signal.aborted) {
    const asked = performance.now();
    await client.connection.sendRequest(SiteFileRequest, { path: '/' });
    answers.push(performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  assertResult(await building, incident);
  const took = performance.now() - start;
  const progress = client.heard.slice(heardBefore).filter((what) => what === '$/progress').length;
  return { took, progress, answers };
}

async function timeToCancel({ client }: ServerProcess, incident: BenchIncident): Promise<number> {
  const stop = new CancellationTokenSource();
  const building = client.connection.sendRequest(BuildIncidentRequest, partsOf(incident), stop.token);
  const ended = building.then(
    () => false,
    () => true,
  );
  await new Promise((resolve) => setTimeout(resolve, UNTIL_CANCELLED));
  const start = performance.now();
  stop.cancel();
  if (!(await ended)) throw new Error('The incident was built before it could be cancelled.');
  return performance.now() - start;
}

/** All entries, then a part of the time, an address, a path: what a user clicks. */
async function timesOfDashboard({ client }: ServerProcess): Promise<number[]> {
  const all = { logs: 'incident', bars: BARS } as const;
  const { chart, clients, endpoints } = await client.connection.sendRequest(DashboardRequest, all);
  if (chart === undefined) throw new Error('The logs have no times.');
  const chosen = { from: chart.start + chart.step, to: chart.start + 2 * chart.step };
  const times: number[] = [];
  for (const part of [{}, { chosen }, { clients: [clients.listed[0]!.name] }, { endpoint: endpoints.listed[0]! }]) {
    const start = performance.now();
    await client.connection.sendRequest(DashboardRequest, { ...all, ...part });
    times.push(performance.now() - start);
  }
  return times;
}

function partsOf({ notice, logs, site }: BenchIncident) {
  return {
    notice,
    logs: [pathToFileURL(logs).href],
    site: pathToFileURL(site.folder).href,
    workDoneToken: 'incident',
  };
}

/** Fast and wrong is worth nothing. */
function assertResult({ files, problems }: IncidentResult, { cause }: BenchIncident): void {
  const facts = files.find(({ file }) => file === cause.file)?.facts ?? [];
  const calls = `Requests: ${cause.requests.toLocaleString('en')} `;
  if (problems.length > 0 || !facts.some(({ text }) => text.startsWith(calls))) {
    throw new Error(`${cause.file} was not named with ${cause.requests} requests.`);
  }
}

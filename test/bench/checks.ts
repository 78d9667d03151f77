import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { FLOODERS } from '../../scripts/traffic/floodedWeek';
import type { BenchInput } from './input';
import { CLI } from './jobs';
import { exitCode } from './measure';

/** Requests by client. */
export type ClientCounts = ReadonlyMap<string, number>;

/** The parts of the command line's JSON that are checked. */
interface LogReport {
  readonly logs: readonly { readonly lines: number; readonly entries: number; readonly rejected: number }[];
  readonly findings: readonly { readonly clients: readonly { readonly address: string; readonly count: number }[] }[];
}

interface GoaccessReport {
  readonly general: { readonly valid_requests: number };
}

/** Reads lines of `count client`, as awk's loop and `uniq -c` print them. */
export async function readCounts(file: string): Promise<ClientCounts> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const [count = '', client = ''] = line.trim().split(' ');
      return [client, Number(count)];
    }),
  );
}

/** Reads lines of `count,client` below a line of names, as lnav writes them; of lines that it can't read it has no client. */
export async function readLnavCounts(file: string): Promise<ClientCounts> {
  const [, ...lines] = (await readFile(file, 'utf8')).trim().split('\n');
  return new Map(
    lines
      .filter((line) => !line.endsWith('<NULL>'))
      .map((line) => {
        const [count = '', client = ''] = line.trim().split(',');
        return [client, Number(count)];
      }),
  );
}

/** The number that `wc -l` prints before the file. */
export async function readLineCount(file: string): Promise<number> {
  return Number.parseInt(await readFile(file, 'utf8'), 10);
}

/** Requests by client as our engine reads them: every entry of `log-site-audit entries`, counted here. */
export async function countEntries(log: string): Promise<ClientCounts> {
  const counts = new Map<string, number>();
  const child = spawn(process.execPath, [CLI, 'entries', log], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = exitCode(child);
  for await (const line of createInterface({ input: child.stdout })) {
    const { client }: { readonly client: string } = JSON.parse(line);
    counts.set(client, (counts.get(client) ?? 0) + 1);
  }
  const code = await ended;
  if (code !== 0) throw new Error(`\`log-site-audit entries\` ended with exit code ${code}.`);
  return counts;
}

/** Throws, naming some of the clients, unless both counted the same. */
export function assertSameCounts(ours: ClientCounts, theirs: ClientCounts, name: string): void {
  const clients = new Set([...ours.keys(), ...theirs.keys()]);
  const different = [...clients].filter((client) => ours.get(client) !== theirs.get(client));
  if (different.length === 0) return;
  const some = different
    .slice(0, 5)
    .map((client) => `${client}: ${ours.get(client)} here, ${theirs.get(client)} there`);
  throw new Error(`${different.length} clients are counted otherwise by ${name} (${some.join('; ')}).`);
}

/** Throws unless our report covers every line and names each flooding client with the number of its requests. */
export async function assertReport(file: string, input: BenchInput, counts: ClientCounts): Promise<void> {
  const report: LogReport = JSON.parse(await readFile(file, 'utf8'));
  const [log] = report.logs;
  if (log?.lines !== input.lines || log.entries !== input.lines) {
    throw new Error(`Of ${input.lines} lines ${log?.lines} were read, ${log?.entries} understood.`);
  }
  const flagged = report.findings.flatMap(({ clients }) => clients);
  for (const { address } of FLOODERS) {
    const count = counts.get(address);
    if (!flagged.some((client) => client.address === address && client.count === count)) {
      throw new Error(`No finding names the flooding client ${address} with its ${count} requests.`);
    }
  }
}

/** Throws unless GoAccess took in every line: it is to be compared on the same work. */
export async function assertGoaccessReport(file: string, input: BenchInput): Promise<void> {
  const report: GoaccessReport = JSON.parse(await readFile(file, 'utf8'));
  const valid = report.general.valid_requests;
  if (valid !== input.lines) throw new Error(`GoAccess took in ${valid} of ${input.lines} lines.`);
}

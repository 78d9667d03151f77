// Measured by `rules.ts`, as a bundle of its own: prints what the rules cost on one log as JSON.
import { describeLog, timesOfLog } from '../../server/src/log/describeLog';
import { groupTable, openModel, type LogModel, type LogModelData } from '../../server/src/log/logModel';
import { readUnpacked } from '../../server/src/log/readLog';
import { openLog, placeOfLog } from '../../server/src/log/openLog';
import { nodeDisk } from '../../server/src/nodeDisk';
import { clientCounts } from '../../server/src/rules/log/facts/clients';
import { agentMarks, endpointMarks, queryMarks } from '../../server/src/rules/log/facts/marks';
import { rowsByStatus } from '../../server/src/rules/log/facts/requests';
import { suspectRows } from '../../server/src/rules/log/exploits/suspects';
import { logRules } from '../../server/src/rules/log/table';
import { optionValues } from '../../server/src/rules/optionValues';
import { DEFAULT_LOG_SETTINGS } from '../../server/src/settings';

/** Milliseconds of processor time by what took it, in the order in which it ran. */
export type Costs = readonly (readonly [name: string, milliseconds: number])[];

/** What several rules share; worked out first, so that none of them pays for all. */
const shared: readonly (readonly [name: string, workOut: (model: LogModel) => unknown])[] = [
  ['words in paths', endpointMarks],
  ['words in agents', agentMarks],
  ['words in queries', queryMarks],
  ['counts of clients', clientCounts],
  ['rows by status', rowsByStatus],
  ['texts of attacks', suspectRows],
];

async function probe(log: string, runs: number): Promise<Costs[]> {
  const reading = process.cpuUsage();
  const place = await placeOfLog(nodeDisk, log);
  const { table, ...read } = await readUnpacked(await openLog(nodeDisk, place), (await nodeDisk.status(log)).size);
  const readingCost = millisecondsSince(reading);
  const grouping = process.cpuUsage();
  const data = groupTable(table, [{ ...describeLog(log, { ...read, table }), ...timesOfLog(table) }]);
  const before: Costs = [
    ['reading', readingCost],
    ['grouping', millisecondsSince(grouping)],
  ];
  // A model opened anew knows nothing of what was worked out for the one before.
  return Array.from({ length: runs }, () => [...before, ...costs(data)]);
}

function costs(data: LogModelData): Costs {
  const model = openModel(data);
  return [
    ...shared.map(([name, workOut]) => timed(name, () => workOut(model))),
    ...logRules.map((rule) =>
      timed(rule.id, () => rule.find(model, optionValues(rule.options, DEFAULT_LOG_SETTINGS.rules[rule.id]))),
    ),
  ];
}

function timed(name: string, work: () => unknown): Costs[number] {
  const start = process.cpuUsage();
  work();
  return [name, millisecondsSince(start)];
}

/** Of all threads of the process, so that compiling and collecting garbage count. */
function millisecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const [, , log, runs] = process.argv;
probe(log!, Number(runs)).then(
  (all) => console.log(JSON.stringify(all)),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);

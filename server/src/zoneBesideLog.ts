import path from 'node:path';
import type { Disk } from './disk';
import { memorySource } from './log/byteSource';
import { MACHINE_ZONE, type TimeZone } from './log/localZone';
import { readLog } from './log/readLog';
import { zoneOfLogs, zoneSamples, type ZoneSample } from './log/zoneOfLogs';

/** Most files beside a log that are looked at, and how much of each: enough for hundreds of lines. */
const MOST_NEIGHBOURS = 30;
const LOOK_BYTES = 64 * 1024;

/** The zone of the server that the logs in the same folder tell; `undefined` where they disagree or tell none. Never rejects. */
export async function zoneBesideLog(disk: Disk, file: string): Promise<TimeZone | undefined> {
  const folder = path.dirname(file);
  const samples: ZoneSample[] = [];
  try {
    const neighbours = (await disk.list(folder)).filter(
      ({ name, kind }) => kind === 'file' && name !== path.basename(file),
    );
    for (const { name } of neighbours.slice(0, MOST_NEIGHBOURS)) {
      samples.push(...(await samplesOf(disk, path.join(folder, name))));
    }
  } catch {
    // A folder that can't be listed tells nothing.
  }
  return zoneOfLogs(samples, MACHINE_ZONE);
}

async function samplesOf(disk: Disk, file: string): Promise<ZoneSample[]> {
  try {
    const { format, table } = await readLog(memorySource(await disk.read(file, LOOK_BYTES)));
    return zoneSamples(format, table);
  } catch {
    // Nor does a file that can't be read.
    return [];
  }
}

import { readdir, readFile } from 'node:fs/promises';

const PROCESSES = '/proc';
const KIBIBYTE = 1024;

/** Resident memory of a process, bytes. */
export interface ProcessMemory {
  readonly now: number;
  readonly peak: number;
}

/**
 * Memory of the process below another one whose command line matches; `undefined` where there is none, or where the system
 * is not Linux, whose `proc` file system tells (https://man7.org/linux/man-pages/man5/proc.5.html).
 */
export async function memoryBelow(root: number, command: RegExp): Promise<ProcessMemory | undefined> {
  if (process.platform !== 'linux') return undefined;
  const parents = await allParents();
  for (const id of parents.keys()) {
    const isMeant = isBelow(id, root, parents) && command.test(await textOf(id, 'cmdline'));
    if (isMeant) return memoryOf(await textOf(id, 'status'));
  }
  return undefined;
}

/** The parent of each process. */
async function allParents(): Promise<Map<number, number>> {
  const ids = (await readdir(PROCESSES)).map(Number).filter((id) => id > 0);
  const parents = await Promise.all(ids.map(async (id) => [id, field(await textOf(id, 'status'), 'PPid')] as const));
  return new Map(parents);
}

function isBelow(id: number, root: number, parents: ReadonlyMap<number, number>): boolean {
  const parent = parents.get(id);
  return parent !== undefined && parent > 0 && (parent === root || isBelow(parent, root, parents));
}

function memoryOf(status: string): ProcessMemory {
  return { now: field(status, 'VmRSS') * KIBIBYTE, peak: field(status, 'VmHWM') * KIBIBYTE };
}

/** A number of a process's status; 0 where it is not told. */
function field(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
}

/** Empty for a process that has ended. */
function textOf(id: number, name: string): Promise<string> {
  return readFile(`${PROCESSES}/${id}/${name}`, 'utf8').catch(() => '');
}

// Drops mailers of ours at random places of a copy of a site, in memory, and counts which of them the audit reports.
// By hand: npx tsx test/check/droppedMailers.ts FOLDER [SEED]   (a clean copy of WordPress, say; nothing is written to it)
import type { Disk, FileStatus } from '../../server/src/disk';
import { nodeDisk } from '../../server/src/nodeDisk';
import type { Finding } from '../../server/src/rules/finding';
import { auditSite } from '../../server/src/site/auditSite';
import { folderOf, joinPath, nameOf } from '../../server/src/site/paths';
import { plantedMailers } from '../support/mailers';
import { SeededRandom } from '../support/random';

const COUNT = 40;

/** The machine's disk with some files more. */
function withFiles(root: string, files: ReadonlyMap<string, string>): Disk {
  const bytes = new Map([...files].map(([path, text]) => [joinPath(root, path), Buffer.from(text)]));
  return {
    ...nodeDisk,
    async list(path) {
      const own = await nodeDisk.list(path);
      const added = [...bytes.keys()].filter((file) => folderOf(file) === path);
      return [...own, ...added.map((file) => ({ name: nameOf(file), kind: 'file' as const }))];
    },
    async status(path): Promise<FileStatus> {
      const added = bytes.get(path);
      if (added === undefined) return nodeDisk.status(path);
      return { kind: 'file', size: added.length, permissions: 0o644, modified: 0, changed: 0 };
    },
    read: async (path, maximum) => bytes.get(path)?.subarray(0, maximum) ?? nodeDisk.read(path, maximum),
  };
}

function isUrgent({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}

async function main([root, seed = '1']: readonly string[]): Promise<void> {
  if (root === undefined) throw new Error('Usage: npx tsx test/check/droppedMailers.ts FOLDER [SEED]');
  const clean = await auditSite(nodeDisk, root);
  const folders = [...new Set(clean.paths.map(folderOf))];
  const mailers = plantedMailers(new SeededRandom(Number(seed)), folders, COUNT);
  const disk = withFiles(root, new Map(mailers.map(({ path, code }) => [path, code])));
  const { findings } = await auditSite(disk, root);
  const accused = new Set(findings.filter(isUrgent).map(({ places }) => places[0]?.file));
  const missed = mailers.filter(({ path }) => !accused.has(path));
  for (const { path, code } of missed) console.log(`missed ${path}: ${code.slice(0, 160)}`);
  const planted = new Set(mailers.map(({ path }) => path));
  const orphans = findings.filter(
    ({ rule, places }) => rule === 'orphaned-mailer' && !planted.has(places[0]?.file ?? ''),
  );
  for (const { places, severity } of orphans) console.log(`${severity} orphan ${places[0]?.file}`);
  console.log(`${COUNT - missed.length} of ${COUNT} mailers found, ${orphans.filter(isUrgent).length} false orphans`);
}

void main(process.argv.slice(2));

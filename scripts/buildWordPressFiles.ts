/**
 * Writes server/src/site/known/wordPress/coreFileList.ts, the names of the programs that WordPress has ever had in wp-admin and
 * wp-includes, out of a clone of a repository in which each release is a tag, such as github.com/johnpbloch/wordpress-core.
 *
 *     npx tsx scripts/buildWordPressFiles.ts CLONE
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const WIDTH = 118;
const target = join(import.meta.dirname, '..', 'server/src/site/known/wordPress/coreFileList.ts');

const [clone] = process.argv.slice(2);
if (clone === undefined) {
  console.error('Usage: npx tsx scripts/buildWordPressFiles.ts CLONE');
  process.exitCode = 2;
} else {
  build(clone);
}

function build(repository: string): void {
  const git = (...parameters: string[]): string[] =>
    execFileSync('git', ['-C', repository, ...parameters], { encoding: 'utf8', maxBuffer: 1 << 28 })
      .split('\n')
      .filter((line) => line !== '');
  const releases = git('tag', '--list').filter((tag) => /^\d+\.\d+(?:\.\d+)?$/.test(tag));
  const paths = new Set<string>();
  for (const release of releases) {
    for (const path of git('ls-tree', '-r', '--name-only', release, '--', 'wp-admin', 'wp-includes')) {
      if (path.endsWith('.php')) paths.add(path);
    }
  }
  const newest = releases.map(seriesOf).toSorted(bySeries).at(-1) ?? [0, 0];
  writeFileSync(target, moduleOf([...paths].toSorted(), newest.join('.'), releases.length));
  console.log(`Wrote ${paths.size} names of ${releases.length} releases, up to ${newest.join('.')}.`);
}

/** `6.5.2` is of the series 6.5. */
function seriesOf(release: string): readonly [number, number] {
  const [major = 0, minor = 0] = release.split('.').map(Number);
  return [major, minor];
}

function bySeries(a: readonly [number, number], b: readonly [number, number]): number {
  return a[0] - b[0] || a[1] - b[1];
}

function moduleOf(paths: readonly string[], newest: string, releases: number): string {
  return `/** The newest series of WordPress, \`major.minor\`, whose files are in the list. */
export const NEWEST_SERIES = '${newest}';

/**
 * The programs that ${releases} releases of WordPress, from 1.5 on, have in wp-admin and wp-includes: on each line a folder, a colon
 * and the names in it without \`.php\`. Written by scripts/buildWordPressFiles.ts.
 */
export const CORE_FILE_LIST = \`
${linesOf(paths).join('\n')}
\`;
`;
}

function linesOf(paths: readonly string[]): string[] {
  const byFolder = new Map<string, string[]>();
  for (const path of paths) {
    const names = byFolder.get(dirname(path)) ?? [];
    names.push(basename(path, '.php'));
    byFolder.set(dirname(path), names);
  }
  return [...byFolder].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([folder, names]) => wrapped(folder, names));
}

/** A folder with many names takes several lines. */
function wrapped(folder: string, names: readonly string[]): string[] {
  const lines: string[] = [];
  let line = `${folder}:`;
  for (const name of names) {
    if (line.length + name.length >= WIDTH && !line.endsWith(':')) {
      lines.push(line);
      line = `${folder}:`;
    }
    line += ` ${name}`;
  }
  return [...lines, line];
}

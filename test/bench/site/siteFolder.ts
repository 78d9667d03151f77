import { mkdir, open, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isRunAsPhp } from '../../../server/src/site/fileKind';
import { plantedFile, SHELL_CODE } from '../../support/plantedFile';
import { SeededRandom } from '../../support/random';
import { inputFolder, makeOnce } from '../input';
import { phpCode } from './phpCode';

const SEED = 20_211_101;
/** Goes up when sites are made another way, so that none of before is measured. */
const VERSION = 1;
/** Where the site has the one file that every audit must name. */
export const PLANTED = 'wp-content/uploads/2021/11/cache.php';
/** Programs of a release of WordPress have half of them up to 3 KB, 12 KB on the average, the largest 360 KB. */
const TYPICAL_CODE = 3100;
const SPREAD_OF_CODE = 1.65;
const MOST_CODE = 360_000;
const WORKERS = 16;

/** A site on disk that is measured. */
export interface BenchSite {
  /** Folder of the site. */
  readonly folder: string;
  readonly files: number;
  /** Bytes of all files, as the disk reports them. */
  readonly bytes: number;
  readonly phpFiles: number;
  readonly phpBytes: number;
  /** The planted file, relative to the folder; `undefined` in sites that were not made here. */
  readonly planted: string | undefined;
}

/** What a made site holds. */
export interface SiteSize {
  readonly phpFiles: number;
  readonly mediaFiles: number;
  /** Bytes of the media all together. */
  readonly mediaBytes: number;
}

/** Makes a site laid out as WordPress is, unless an earlier run left it in the system's temporary folder. */
export async function prepareSite(size: SiteSize): Promise<BenchSite> {
  const { phpFiles, mediaFiles, mediaBytes } = size;
  const name = `site-${VERSION}-${SEED}-${phpFiles}-${mediaFiles}-${mediaBytes}`;
  const folder = path.join(await inputFolder(), name);
  await makeOnce(folder, (unfinished) => writeSite(unfinished, size));
  return { ...(await measuredSite(folder)), planted: PLANTED };
}

/** A site of the user's, as it is. */
export async function measuredSite(folder: string): Promise<BenchSite> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const site = { folder, files: 0, bytes: 0, phpFiles: 0, phpBytes: 0, planted: undefined };
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const { size } = await stat(path.join(entry.parentPath, entry.name));
    site.files++;
    site.bytes += size;
    if (!isRunAsPhp(entry.name)) continue;
    site.phpFiles++;
    site.phpBytes += size;
  }
  return site;
}

/** Deletes a site that is too large to be left behind. */
export async function removeSite({ folder }: BenchSite): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

async function writeSite(folder: string, { phpFiles, mediaFiles, mediaBytes }: SiteSize): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await inTurns(phpFiles, async (number) => {
    const own = new SeededRandom(SEED + number);
    await write(
      path.join(folder, programPath(own, number)),
      phpCode(own, Math.min(MOST_CODE, sizeOf(own, TYPICAL_CODE))),
    );
  });
  const typical = mediaBytes / mediaFiles;
  await inTurns(mediaFiles, (number) => {
    const own = new SeededRandom(SEED - 1 - number);
    const bytes = Math.round(typical * (0.4 + 1.2 * own.next()));
    return writePicture(path.join(folder, picturePath(own, number)), bytes);
  });
  await write(path.join(folder, PLANTED), plantedFile(SHELL_CODE));
  await write(path.join(folder, 'index.php'), "<?php\nrequire __DIR__ . '/wp-blog-header.php';\n");
}

async function inTurns(count: number, work: (number: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
}

/** Sizes as programs have them: most small, few very large (log-normal). */
function sizeOf(random: SeededRandom, typical: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  return Math.round(typical * Math.exp(SPREAD_OF_CODE * normal));
}

function programPath(random: SeededRandom, number: number): string {
  const folder = random.pick(['includes', 'admin', 'templates', 'src/Blocks', 'lib', 'views']);
  const top = random.next() < 0.85 ? `plugins/plugin-${number % 25}` : `themes/theme-${number % 5}`;
  return `wp-content/${top}/${folder}/class-module-${number}.php`;
}

function picturePath(random: SeededRandom, number: number): string {
  const month = `${random.integer(1, 12)}`.padStart(2, '0');
  return `wp-content/uploads/${random.integer(2015, 2021)}/${month}/photo-${number >> 2}-${150 * (1 + (number & 3))}x150.jpg`;
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** A file that begins as pictures do and is a hole otherwise, so that large sites take little of the disk. */
async function writePicture(file: string, bytes: number): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const picture = await open(file, 'w');
  try {
    await picture.write(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1]));
    await picture.truncate(bytes);
  } finally {
    await picture.close();
  }
}

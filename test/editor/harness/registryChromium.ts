import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cachedFolder } from './cachedFolder';
import { npmInstall } from './npm';
import { registryChromiumVersion } from './versions';

/** A Chromium that can be started. */
export interface BrowserProgram {
  readonly executablePath: string;
  /** Variables that it needs beside those of this process. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * The package unpacks itself into the system's temporary folder; TMPDIR turns that into the cache. It adds the
 * libraries that a bare system lacks (nss, nspr, expat) only where it believes to be on Amazon Linux.
 */
const unpack = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";

/**
 * Gives the Chromium that comes inside the npm package `@sparticuz/chromium`, with the libraries that it needs.
 *
 * @throws Error on systems that the package is not built for
 */
export async function registryChromium(): Promise<BrowserProgram> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium found. Install Chromium, Chrome or Edge, or name one in CHROME_PATH.');
  }
  const folder = await cachedFolder(`chromium-${registryChromiumVersion}`, install);
  const unpacked = join(folder, 'unpacked');
  const environment: Record<string, string> = {
    LD_LIBRARY_PATH: [join(unpacked, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
  };
  if (!existsSync('/etc/fonts/fonts.conf')) environment['FONTCONFIG_PATH'] = join(unpacked, 'fonts');
  return { executablePath: join(unpacked, 'chromium'), environment };
}

async function install(folder: string): Promise<void> {
  process.stderr.write(`Installing Chromium ${registryChromiumVersion} from the npm registry (once, 280 MB)…\n`);
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  await npmInstall(folder, [`@sparticuz/chromium@${registryChromiumVersion}`]);
  const target = join(folder, 'unpacked');
  await mkdir(target);
  const { status, stderr } = spawnSync(process.execPath, ['-e', unpack], {
    cwd: folder,
    env: { ...process.env, NODE_OPTIONS: '', TMPDIR: target, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    encoding: 'utf8',
  });
  if (status !== 0 || !existsSync(join(target, 'chromium'))) throw new Error(`Could not unpack Chromium:\n${stderr}`);
}

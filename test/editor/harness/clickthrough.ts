import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type Mocha from 'mocha';
import { failuresFolder } from './folders';
import { photographOpenSessions } from './session';
import { runMocha, suiteMocha } from './suiteMocha';

const folder = resolve(__dirname, '../clickthrough');
/** Starting an editor and a browser takes seconds; on a slow machine many. */
const patience = { timeout: 180_000, slow: 20_000 };

/**
 * Runs the click-through tests in this process. Each starts the editors that it needs.
 *
 * @param grep a regular expression that picks tests by their full title
 */
export async function runClickthrough(grep: string | undefined): Promise<{ passed: number; failed: number }> {
  const mocha = suiteMocha(patience, grep);
  mocha.rootHooks({ afterEach: keepEvidence });
  for (const file of clickthroughFiles()) mocha.addFile(file);
  return runMocha(mocha);
}

async function keepEvidence(this: Mocha.Context): Promise<void> {
  if (this.currentTest?.state !== 'failed') return;
  const name = this.currentTest.fullTitle().replaceAll(/\W+/g, '-').slice(0, 80);
  const files = await photographOpenSessions(failuresFolder, name);
  for (const file of files) console.error(`Picture of the window: ${file}`);
}

/** The files with click-through tests, absolute. */
export function clickthroughFiles(): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
  return names.toSorted().map((name) => join(folder, name));
}

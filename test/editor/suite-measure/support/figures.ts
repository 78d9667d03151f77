import { appendFileSync } from 'node:fs';
import { environmentNames } from '../../harness/environment';
import type { Figure } from '../../measure/figure';

/** Longest that one test may take, in ms: slow machines are measured too. */
export const PATIENCE = 180_000;

/** Puts a figure into the table that the run prints. */
export function note(figure: Figure): void {
  const file = process.env[environmentNames.figures];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(figure)}\n`);
}

/** How long something takes, in ms. */
export async function timed(work: () => PromiseLike<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

import type { PathFacts, QuarantineDisk } from './quarantineDisk';
import { codeOf } from './quarantineProblem';

/** What is known of a path; `undefined` where nothing is. */
export async function factsIfThere(disk: QuarantineDisk, path: string): Promise<PathFacts | undefined> {
  try {
    return await disk.facts(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

import { kindOfName } from './fileKind';
import type { WalkedFile } from './walk';

/** What opening a file costs, in bytes of reading; all that is read of a picture. */
const COST_OF_A_FILE = 16 * 1024;
/** PHP is understood at about a fifth of the speed of pages and scripts. */
const COST_OF_PHP = 5;

/**
 * Shares files out so that each of `parts` threads has about the same work: the costliest first, each to the thread that has
 * least so far. Lists of one part are empty when there are fewer files than parts.
 */
export function shareOut(files: readonly WalkedFile[], parts: number): WalkedFile[][] {
  if (parts <= 1) return [[...files]];
  const shares = Array.from({ length: parts }, (): { files: WalkedFile[]; cost: number } => ({ files: [], cost: 0 }));
  const costs = files.map((file) => ({ file, cost: costOf(file) })).toSorted((a, b) => b.cost - a.cost);
  for (const { file, cost } of costs) {
    const least = shares.reduce((a, b) => (b.cost < a.cost ? b : a));
    least.files.push(file);
    least.cost += cost;
  }
  return shares.map((share) => share.files);
}

function costOf({ path, size }: WalkedFile): number {
  const kind = kindOfName(path);
  if (kind === 'other') return COST_OF_A_FILE;
  return COST_OF_A_FILE + (kind === 'php' ? size * COST_OF_PHP : size);
}

import { findCommands } from './commands';
import { findRunCode } from './code';
import { findWrittenFiles } from './files';
import { findPasswordGates } from './gates';
import { findHiddenNames } from './hiddenNames';
import { findMassMailers } from './massMailer';
import type { Evidence, Search, Witness } from './witness';

const SEARCHES: readonly Search[] = [
  findRunCode,
  findCommands,
  findHiddenNames,
  findWrittenFiles,
  findPasswordGates,
  findMassMailers,
];

/** Every sign of malicious code, one per kind and place. */
export function findWitnesses(evidence: Evidence): Witness[] {
  const seen = new Set<string>();
  return SEARCHES.flatMap((search) => search(evidence)).filter(({ signal, node }) => {
    const key = `${signal} ${node.start}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

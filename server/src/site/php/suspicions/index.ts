import { findCommands } from './commands';
import { findAdminAccess } from './adminAccess';
import { findCloaking } from './cloaking';
import { findRunCode } from './code';
import { findFileManagers } from './fileManager';
import { findWrittenFiles } from './files';
import { findPasswordGates } from './gates';
import { findIncludes } from './includes';
import { findHiddenNames } from './hiddenNames';
import { findHiddenVariables } from './hiddenVariables';
import { findMassMailers } from './massMailer';
import { findPayloadTexts } from './payloadTexts';
import { findQueries } from './queries';
import { findStolenInput } from './stolenInput';
import { withoutOrdinaryWork } from './partOfProgram';
import { findTools } from './tools';
import { findBareUploads } from './uploads';
import { findXmlCalls } from './xslt';
import type { Evidence, Search, Witness } from './witness';

const SEARCHES: readonly Search[] = [
  findRunCode,
  findCommands,
  findHiddenNames,
  findHiddenVariables,
  findXmlCalls,
  findPasswordGates,
  findMassMailers,
  findPayloadTexts,
];

/** Signs that are none in a tool for the command line, whose user may do all of it anyway. */
const WEB_SEARCHES: readonly Search[] = [
  findAdminAccess,
  findCloaking,
  findIncludes,
  findWrittenFiles,
  findBareUploads,
  findFileManagers,
  findTools,
  findQueries,
  findStolenInput,
];

/** Every sign of malicious code, one per kind and place. */
export function findWitnesses(evidence: Evidence): Witness[] {
  const seen = new Set<string>();
  const searches = evidence.state.commandLine ? SEARCHES : [...SEARCHES, ...WEB_SEARCHES];
  const witnesses = searches
    .flatMap((search) => search(evidence))
    .filter(({ signal, node }) => {
      const key = `${signal} ${node.start}`;
      return !seen.has(key) && seen.add(key) !== undefined;
    });
  return withoutOrdinaryWork(witnesses, evidence);
}

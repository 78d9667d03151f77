import type { SuspicionSignal } from '../../site/php/phpFacts';
import { t } from '../../words';

/** What code that shows a signal does, for a reader who does not program. */
export const suspicionMeanings: Readonly<Record<SuspicionSignal, () => string>> = {
  codeFromRequest: () => t('runs program code that a visitor sends'),
  commandFromRequest: () => t('runs commands on the server that a visitor sends'),
  decodedCode: () => t('unpacks hidden code and runs it'),
  hiddenFunctionName: () => t('hides which functions it calls'),
  hiddenVariableName: () => t('hides which variables it uses'),
  payloadInPayload: () => t('holds hidden code inside hidden code'),
  includeFromRequest: () => t('runs a file that a visitor names'),
  fileWrittenFromRequest: () => t('writes what a visitor sends into files'),
  droppedCode: () => t('puts programs of a stranger into the site'),
  bareUploader: () => t('stores any file that a visitor uploads'),
  remoteCode: () => t('fetches code from another server and runs it'),
  passwordGate: () => t('opens only for someone who knows a built-in password'),
  massMailer: () => t('sends mail to a whole list of addresses'),
  shellTools: () => t('tries several ways to run commands on the server'),
  fileManager: () => t('reads, changes or deletes any file that a visitor names'),
  networkShell: () => t('opens connections to other computers for an intruder'),
  systemProbe: () => t('spies out the server and its settings'),
  queryFromRequest: () => t('asks the database whatever a visitor types'),
  cloaking: () => t('shows search engines other pages than the owner'),
  stolenInput: () => t('passes on passwords or card numbers that visitors type'),
  adminAccess: () => t('gives a stranger the rights of an administrator'),
};

import { terminalText } from '../../report/terminal';
import { t } from '../../words';
import { addressKindName } from '../addressKind';
import type { LookUpProblem } from './lookUpProblem';
import type { LookUpFailure, NotLookedUp } from './registryNetwork';

const failureTexts: Record<LookUpFailure, (server: string) => string> = {
  unreachable: (server) => t('{0} could not be reached. Is there a connection to the internet?', server),
  timeout: (server) => t('{0} did not answer in time.', server),
  busy: (server) => t('{0} asks for fewer questions. Try again in some minutes.', server),
  refused: (server) => t('{0} does not answer this computer.', server),
  unknown: (server) => t('{0} knows no network with this address.', server),
  unreadable: (server) => t('The answer of {0} could not be read.', server),
  forbidden: (server) => t('{0} named a server that is not on the internet; it was not asked.', server),
  loop: (server) => t('{0} sends on to servers without end.', server),
};

/** Why asking was in vain, for the user. */
export function failureText({ reason, server }: LookUpProblem): string {
  // Answers name servers: hostile text.
  return failureTexts[reason](terminalText(server));
}

/** Why nobody is asked about an address, for the user. */
export function refusalText(what: NotLookedUp): string {
  if (what === 'own') return t('Nothing was sent: this is one of your own addresses.');
  if (what === 'invalid') return t('Not an IP address.');
  return t('Nothing was sent, as no registry knows this address: {0}.', addressKindName(what));
}

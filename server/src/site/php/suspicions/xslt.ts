import { CODE_FUNCTIONS, COMMAND_FUNCTIONS } from '../functionNames';
import type { Observation } from '../observation';
import { Flag } from '../value';
import type { Search, Witness } from './witness';

/** `php:function('name', …)` in a stylesheet or path (PHP manual, "XSLTProcessor::registerPHPFunctions"). */
const CALL = /:function(?:String)?\s*\(\s*\\?(?:['"]|&quot;|&#39;)\s*(\w+)/gi;

/** Functions of PHP that are called from XML, where no search for calls sees them. */
export const findXmlCalls: Search = ({ state, seen }) => {
  const at =
    seen.find(({ kind, name }) => kind === 'method' && name === 'registerphpfunctions') ?? seen.find(takesChosenCall);
  // Few files get here: looking through all texts of each would be among the most expensive of all searches.
  if (!at) return [];
  const texts = [...state.literals.values(), ...state.folded.values()];
  const called = texts.flatMap((text) => [...text.matchAll(CALL)].map(([, name]) => name!.toLowerCase()));
  const dangerous = called.find((name) => CODE_FUNCTIONS.has(name) || COMMAND_FUNCTIONS.has(name));
  if (dangerous === undefined) return [];
  const signal: Witness['signal'] = CODE_FUNCTIONS.has(dangerous) ? 'codeFromRequest' : 'commandFromRequest';
  return [{ signal, strength: 'strong', node: at.node }];
};

/** Whether a call gets a text that begins with a call of a function and goes on as the client likes. */
function takesChosenCall({ args }: Observation): boolean {
  return args.some(({ flags, prefix }) => flags & Flag.Request && /:function/i.test(prefix ?? ''));
}

import { CODE_FUNCTIONS, COMMAND_FUNCTIONS } from '../functionNames';
import { Flag } from '../value';
import type { Search, Witness } from './witness';

/** `php:function('name', …)` in a stylesheet or path (PHP manual, "XSLTProcessor::registerPHPFunctions"). */
const CALL = /:function(?:String)?\s*\(\s*\\?(?:['"]|&quot;|&#39;)\s*(\w+)/gi;

/** Functions of PHP that are called from XML, where no search for calls sees them. */
export const findXmlCalls: Search = ({ state, seen }) => {
  const opens = seen.find(({ kind, name }) => kind === 'method' && name === 'registerphpfunctions');
  const texts = [...state.literals.values(), ...state.folded.values()];
  const called = texts.flatMap((text) => [...text.matchAll(CALL)].map(([, name]) => name!.toLowerCase()));
  const dangerous = called.find((name) => CODE_FUNCTIONS.has(name) || COMMAND_FUNCTIONS.has(name));
  if (dangerous === undefined) return [];
  const chosen = seen.find(({ args }) =>
    args.some(({ flags, prefix }) => flags & Flag.Request && /:function/i.test(prefix ?? '')),
  );
  const at = opens ?? chosen;
  const signal: Witness['signal'] = CODE_FUNCTIONS.has(dangerous) ? 'codeFromRequest' : 'commandFromRequest';
  return at ? [{ signal, strength: 'strong', node: at.node }] : [];
};

import type { Sighting } from '../injection';
import type { Deed } from './deeds';

/** Commands that fetch a program and run it, as they are put on the clipboards of visitors. */
const COMMAND =
  /powershell(?:\.exe)?["']?\s+[-/]|\bmshta(?:\.exe)?["']?\s|\bInvoke-Expression\b|\bmsiexec\b[^'"]{0,40}https?:|\bcmd(?:\.exe)?\s+\/[ck]\s|\bcertutil\b[^'"]{0,40}-urlcache|\bcurl\s[^'"|\n]{1,300}\|\s*(?:ba|z)?sh\b|\bosascript\s+-e/i;
/** How visitors are told to run what they do not see. */
const INSTRUCTIONS =
  /win(?:dows)?(?:\s+(?:key|button|logo))*[^\w]{1,30}\+[^\w]{0,30}R\b|ctrl[^\w]{1,30}\+[^\w]{0,30}V\b|⊞|press\s+(?:the\s+)?windows/i;
const COPIES = /clipboard\s*\.\s*writeText|execCommand\s*\(\s*["']copy/;

/** A false "I am not a robot" or "update your browser": it puts a command on the clipboard and has the visitor run it. */
export function findPrompts(code: string, deeds: readonly Deed[]): Sighting[] {
  const copied = deeds.find(({ kind, to }) => kind === 'copy' && COMMAND.test(to.text ?? ''));
  if (copied !== undefined) return [{ ...prompt(copied.start, copied.end), decoded: copied.to.text }];
  const found = findPromptIn(code);
  return found === undefined ? [] : [found];
}

/** The same in a text of any kind, e.g. a whole page, where the instructions stand beside the script. */
export function findPromptIn(text: string): Sighting | undefined {
  const command = COPIES.test(text) && INSTRUCTIONS.test(text) ? COMMAND.exec(text) : null;
  return command === null ? undefined : prompt(command.index, command.index + command[0].length);
}

function prompt(start: number, end: number): Sighting {
  return { kind: 'prompt', sign: 'command', certainty: 'confirmed', host: undefined, start, end };
}

import { lex } from '../../php/lexer';
import type { PhpFacts, SuspicionSignal } from '../../php/phpFacts';
import { TokenKind } from '../../php/tokens';
import type { Tool, ToolFact } from './tool';
import { TOOLS } from './tools';

/** What such tools do for whoever may use them. A file that does more than that is no mere tool, whatever it is made of. */
const POWERS: ReadonlySet<SuspicionSignal> = new Set([
  'fileManager',
  'fileWrittenFromRequest',
  'bareUploader',
  'queryFromRequest',
  'systemProbe',
]);

const ANY_WORD = new RegExp(TOOLS.map(({ word }) => word).join('|'), 'i');
const LONGEST_VERSION = 24;

/**
 * The tool that a PHP file is. A shell that bears a tool's name, or has its code around its own, is none: comments do not count,
 * and nothing that runs code or commands of a visitor or hides what it does is taken for a tool.
 * @param text the whole file, decoded.
 */
export function findTool(text: string, facts: PhpFacts): ToolFact | undefined {
  if (!ANY_WORD.test(text) || !facts.suspicions.every(({ signal }) => POWERS.has(signal))) return undefined;
  const code = { text: withoutComments(text), facts };
  const found = TOOLS.find((tool) => tool.isIt(code));
  return found && { name: found.name, power: found.power, ...versionIn(text, found) };
}

function versionIn(text: string, { version }: Tool): Pick<ToolFact, 'version'> {
  const match = version?.exec(text);
  const found = match?.slice(1).find((group) => group !== undefined);
  return found === undefined || found.length > LONGEST_VERSION ? {} : { version: found };
}

function withoutComments(text: string): string {
  const tokens = lex(text);
  const parts: string[] = [];
  for (let index = 0; index < tokens.count; index++) {
    if (tokens.kinds[index] === TokenKind.End) break;
    parts.push(text.slice(tokens.starts[index], tokens.ends[index]));
  }
  return parts.join(' ');
}

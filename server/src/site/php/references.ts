import type { AnalysisState } from './analysisState';
import type { Expression } from './ast';
import { FILE_FOLDER } from './expressionEvaluator';
import type { Observation } from './observation';
import type { PhpReference } from './phpFacts';
import type { Spans } from './spans';
import { textOf } from './value';

/** Longer texts are not references but contents; HTML is looked into whatever its length. */
const MAX_TEXT = 2048;

/** A path or URL of something a web server serves or runs, or HTML and script that may hold one. */
const PATH = /\.(?:php\d?|phtml|html?|xhtml|cgi|pl|py|asp|js|css|inc|tpl)\b|^https?:\/\/|^\.{0,2}\/[\w.-]/i;
const MARKUP = /<(?:form|a|script|iframe|link|meta|img|frame|area|button|input)\b|\b(?:action|href|src)\s*=/i;

const DOT = 0x2e;
const SLASH = 0x2f;
const LESS_THAN = 0x3c;
const EQUALS = 0x3d;

/** Texts in the code that may name another file of the site. */
export function referenceFacts(state: AnalysisState, seen: readonly Observation[], spans: Spans): PhpReference[] {
  const facts: PhpReference[] = [];
  const add = (node: Expression, text: string, kind: PhpReference['kind']): void => {
    const at = state.code.slice(node.start, node.end).indexOf(text);
    const span = spans.span(node.start + Math.max(0, at), node.end);
    facts.push({ ...span, text: text.replaceAll(FILE_FOLDER, '.'), isAsWritten: at >= 0, kind });
  };
  for (const [node, text] of state.literals) if (mayRefer(text)) add(node, text, 'literal');
  for (const [node, text] of state.folded) if (mayRefer(text)) add(node, text, 'literal');
  for (const { kind, name, args, node } of seen) {
    const target =
      kind === 'call' && name === 'header' ? redirectTarget(textOf(args[0]) ?? args[0]?.suffix) : undefined;
    if (target !== undefined) add(node, target, 'redirect');
  }
  return facts;
}

function mayRefer(text: string): boolean {
  if (text.length < 2 || !hasSign(text)) return false;
  return (text.length <= MAX_TEXT && PATH.test(text)) || MARKUP.test(text);
}

/** Whether a text has one of the characters that `PATH` and `MARKUP` ask for: most of a program's texts are words without any. */
function hasSign(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === DOT || code === SLASH || code === LESS_THAN || code === EQUALS) return true;
  }
  return false;
}

function redirectTarget(header: string | undefined): string | undefined {
  return /^\s*(?:location|refresh)\s*:\s*(?:\d+\s*;\s*url=)?(.+)$/i.exec(header ?? '')?.[1]?.trim();
}

import { callbacksOf } from '../callbacks';
import { CODE_FUNCTIONS } from '../functionNames';
import type { Observation } from '../observation';
import { Flag, textOf, type Value } from '../value';

/** A place where a text is run as code. */
export interface CodeRun {
  readonly seen: Observation;
  /** The text. */
  readonly code: Value;
  /** The text starts outside the tags (an included file, `eval('?>…')` handled by its text). */
  readonly construct: string;
}

/** All places where a text is run as code, by whichever construct. */
export function findCodeRuns(seen: readonly Observation[]): CodeRun[] {
  return seen.flatMap((one) => {
    if (one.kind === 'code') return one.args[0] ? [{ seen: one, code: one.args[0], construct: one.name }] : [];
    return one.kind === 'call' ? byFunction(one) : [];
  });
}

function byFunction(one: Observation): CodeRun[] {
  const { name, args } = one;
  const positions = CODE_FUNCTIONS.get(name) ?? [];
  const runs = positions.flatMap((position) => {
    const code = args[position];
    return code && (name !== 'mb_ereg_replace' || /e/.test(textOf(args[3]) ?? ''))
      ? [{ seen: one, code, construct: name }]
      : [];
  });
  if ((name === 'preg_replace' || name === 'preg_filter') && evaluates(args[0])) {
    const parts = onlyQuotesSubject(args[1]) ? args.slice(1, 2) : args.slice(1, 3);
    for (const code of parts) runs.push({ seen: one, code, construct: name });
  }
  for (const { callee, data } of callbacksOf(one)) {
    const construct = (textOf(callee) ?? '').toLowerCase();
    if (CODE_FUNCTIONS.has(construct)) runs.push(...data.map((code) => ({ seen: one, code, construct })));
  }
  return runs;
}

/** Code of a replacement that has what was found in it as a text between quotes, and does not run it. */
function onlyQuotesSubject(replacement: Value | undefined): boolean {
  const text = textOf(replacement) ?? replacement?.suffix ?? '';
  return /['"]\\{0,2}[\\$]\{?\d\}?['"]/.test(text) && !/\b(?:eval|assert)\b/i.test(text);
}

/** A pattern with the modifier `e`, which ran the replacement as code before PHP 7. */
function evaluates(pattern: Value | undefined): boolean {
  const text = textOf(pattern);
  // Whoever chooses the whole pattern chooses its modifiers.
  if (text === undefined && pattern && pattern.flags & (Flag.Whole | Flag.Decoded) && !pattern.prefix) return true;
  if (text === undefined) return /[/#~|@!][a-z]*e[a-z]*$/.test(pattern?.suffix ?? '');
  const open = text.trimStart().charAt(0);
  const close = { '(': ')', '[': ']', '{': '}', '<': '>' }[open] ?? open;
  if (!/[^\w\s\\]/.test(open)) return false;
  const end = text.lastIndexOf(close);
  return end > 0 && text.slice(end + 1).includes('e');
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A regular expression in a source file. */
export interface FoundExpression {
  /** The file, with `/`, as it was given. */
  readonly file: string;
  /** The expression with its slashes, or `RegExp` where one is made of a text. */
  readonly source: string;
}

/** Words behind which a slash begins an expression and divides nothing. */
const BEFORE_EXPRESSION = new Set(['return', 'typeof', 'case', 'in', 'of', 'void', 'await', 'yield', 'else', 'do']);

/** Every regular expression in the TypeScript files of a folder. */
export function expressionsIn(folder: string): FoundExpression[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.posix.join(folder, name.replaceAll('\\', '/')))
    .toSorted()
    .flatMap((file) => expressionsOf(readFileSync(file, 'utf8')).map((source) => ({ file, source })));
}

/** The regular expressions of a piece of TypeScript, in order. Knows strings, templates and comments, and no more. */
export function expressionsOf(code: string): string[] {
  const found: string[] = [];
  // What the braces that are open belong to: a block, or a place in a template.
  const braces: ('block' | 'template')[] = [];
  let before = '';
  for (let at = 0; at < code.length;) {
    const rest = code.slice(at, at + 2);
    const [character = ''] = rest;
    let end = at + 1;
    if (rest === '//') end = endOf(code, at, '\n');
    else if (rest === '/*') end = endOf(code, at + 2, '*/');
    else if (character === "'" || character === '"') end = stringEnd(code, at);
    else if (character === '`' || (character === '}' && braces.at(-1) === 'template')) {
      if (character === '}') braces.pop();
      end = templateEnd(code, at + 1);
      if (code[end - 1] === '{') braces.push('template');
    } else if (character === '/' && beginsExpression(before)) {
      end = expressionEnd(code, at);
      found.push(code.slice(at, end));
    } else if (character === '{') braces.push('block');
    else if (character === '}') braces.pop();
    else if (/[\w$]/.test(character)) {
      while (end < code.length && /[\w$]/.test(code[end]!)) end++;
      if (code.slice(at, end) === 'RegExp' && /^\s*\(/.test(code.slice(end))) found.push('RegExp');
    }
    // An exclamation mark behind a value asserts it and negates nothing.
    const isAssertion = character === '!' && before !== '' && !beginsExpression(before);
    if (!/^\s|^\/[/*]/.test(rest) && !isAssertion) before = code.slice(at, end);
    at = end;
  }
  return found;
}

/** Whether an expression can take more than a fixed number of characters: only then can it be slow. */
export function isUnbounded(source: string): boolean {
  const bare = source.replaceAll(/\\./g, 'x').replaceAll(/\[[^\]]*\]/g, 'x');
  return /[*+]|\{\d+,\}/.test(bare);
}

function beginsExpression(before: string): boolean {
  if (before === '') return true;
  if (/[\w$]$/.test(before)) return BEFORE_EXPRESSION.has(before);
  return !/[)\]}'"`]$/.test(before);
}

function endOf(code: string, from: number, mark: string): number {
  const at = code.indexOf(mark, from);
  return at < 0 ? code.length : at + mark.length;
}

function stringEnd(code: string, start: number): number {
  let at = start + 1;
  while (at < code.length && code[at] !== code[start]) at += code[at] === '\\' ? 2 : 1;
  return at + 1;
}

/** Behind the template's end, or behind the `${` of its next place. */
function templateEnd(code: string, from: number): number {
  let at = from;
  while (at < code.length && code[at] !== '`') {
    if (code[at] === '$' && code[at + 1] === '{') return at + 2;
    at += code[at] === '\\' ? 2 : 1;
  }
  return at + 1;
}

function expressionEnd(code: string, start: number): number {
  let at = start + 1;
  let inClass = false;
  while (at < code.length && (inClass || code[at] !== '/')) {
    if (code[at] === '[') inClass = true;
    else if (code[at] === ']') inClass = false;
    at += code[at] === '\\' ? 2 : 1;
  }
  at++;
  while (at < code.length && /[a-z]/.test(code[at]!)) at++;
  return at;
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A message literal in the code, as the translator sees it. */
export interface Message {
  readonly text: string;
  readonly file: string;
}

/** `t('…'` and `l10n.t('…'`, the literal in any of the three kinds of quotes. */
const MESSAGE = /\bt\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/gs;

/** Every message in the sources of client, server and scripts. */
export function allMessages(): Message[] {
  return ['client/src', 'server/src', 'scripts'].flatMap(sources).flatMap((file) => {
    const matches = [...readFileSync(file, 'utf8').matchAll(MESSAGE)];
    return matches.map(([, single, double, back]) => ({ text: unescape(single ?? double ?? back ?? ''), file }));
  });
}

/** Placeholders of a message, sorted: `{0}`, `{1}` … */
export function placeholders(message: string): string[] {
  return [...new Set(message.match(/\{\d+\}/g))].toSorted();
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(folder, name));
}

function unescape(literal: string): string {
  return literal.replace(/\\(n|.)/gs, (_, character: string) => (character === 'n' ? '\n' : character));
}

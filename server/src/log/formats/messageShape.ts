import { COLON, SLASH, findText, startsWith } from '../bytes';
import type { EntryFields } from '../entryFields';

/** What a message names: the path or file of a request, who logged in, or something that is not kept. */
type Named = 'target' | 'user' | 'other';

/** A message of a server: the words that it always has, and what it names after each of them. */
export interface MessageShape {
  readonly words: readonly Buffer[];
  readonly named: readonly Named[];
}

/**
 * Shapes out of templates such as `user {user} not found: {target}`. What is named reaches to the next word of the template,
 * behind the last one to the end of the message; behind a template that ends with a word anything may follow.
 */
export function messageShapes(templates: readonly string[]): MessageShape[] {
  return templates.map((template) => {
    const parts = template.split(/\{(target|user|other)\}/);
    return {
      words: parts.filter((_, index) => index % 2 === 0).map((word) => Buffer.from(word)),
      named: parts.filter((_, index) => index % 2 === 1) as Named[],
    };
  });
}

/** Notes what the message in `[start, end)` names when it has one of the shapes. */
export function noteNamed(
  bytes: Buffer,
  start: number,
  end: number,
  shapes: readonly MessageShape[],
  fields: EntryFields,
): void {
  for (const shape of shapes) {
    if (startsWith(bytes, start, end, shape.words[0]!) && noteShape(bytes, start, end, shape, fields)) return;
  }
}

function noteShape(bytes: Buffer, start: number, end: number, shape: MessageShape, fields: EntryFields): boolean {
  const { words, named } = shape;
  let from = start + words[0]!.length;
  let user: readonly [number, number] | undefined;
  let target: readonly [number, number] | undefined;
  for (let index = 0; index < named.length; index++) {
    const word = words[index + 1]!;
    const to = word.length === 0 ? end : findText(bytes, word, from, end);
    if (to < 0) return false;
    if (named[index] === 'user') user = [from, to];
    if (named[index] === 'target') target = [from, to];
    from = to + word.length;
  }
  if (user !== undefined && user[1] > user[0]) [fields.userStart, fields.userEnd] = user;
  if (target !== undefined && isPath(bytes, target[0], target[1])) [fields.targetStart, fields.targetEnd] = target;
  return true;
}

/** Whether a text is a path of a request or a whole path of a file, of Windows as well. */
export function isPath(bytes: Uint8Array, start: number, end: number): boolean {
  if (start >= end) return false;
  return bytes[start] === SLASH || (end - start > 2 && bytes[start + 1] === COLON && isSeparator(bytes[start + 2]));
}

const BACKSLASH = 0x5c;

function isSeparator(byte: number | undefined): boolean {
  return byte === SLASH || byte === BACKSLASH;
}

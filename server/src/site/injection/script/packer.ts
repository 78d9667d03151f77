import { text, textOf, type ScriptFunction, type Value } from './value';

const WORD = /\b\w+\b/g;
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LONGEST = 1024 * 1024;

/**
 * What the packer of Dean Edwards was given: a text in which every word is the number of a word in a list. Much honest code is
 * packed so, and is judged by what it says. http://dean.edwards.name/packer/
 * @returns `undefined` when the function is not the packer's.
 */
export function unpacked({ parameters }: ScriptFunction, args: readonly Value[]): Value | undefined {
  const [packed, radix, , words] = args;
  if (parameters.slice(0, 4).join() !== 'p,a,c,k' || packed?.text === undefined || words?.items === undefined) {
    return undefined;
  }
  const base = radix?.number ?? 0;
  if (base < 2 || base > DIGITS.length) return undefined;
  const { items } = words;
  let length = 0;
  const plain = packed.text.replace(WORD, (word) => {
    const found = length < LONGEST ? textOf(items[wordNumber(word, base)]) : undefined;
    const result = found === undefined || found === '' ? word : found;
    length += result.length;
    return result;
  });
  return text(plain);
}

function wordNumber(word: string, base: number): number {
  let value = 0;
  for (const digit of word) {
    const place = DIGITS.indexOf(digit);
    if (place < 0 || place >= base) return -1;
    value = value * base + place;
  }
  return value;
}

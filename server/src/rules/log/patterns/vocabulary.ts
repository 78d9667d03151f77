import { Trie } from '../match/trie';
import { commandWords } from './commandWords';
import { htmlWords } from './htmlWords';
import { phpWords } from './phpWords';
import { wordsOf } from './roles';
import { sqlWords } from './sqlWords';

const numbers = new Map<string, number>();
const rolesByNumber: number[] = [];
for (const [role, list] of [...sqlWords, ...commandWords, ...phpWords, ...htmlWords]) {
  for (const word of wordsOf(list)) rolesByNumber[add(word)]! |= role;
}

/** Made when the first text is read, when all that shapes ask for is known. */
let made: { readonly trie: Trie; readonly roles: Uint32Array } | undefined;

function vocabulary(): { readonly trie: Trie; readonly roles: Uint32Array } {
  made ??= { trie: new Trie([...numbers.keys()]), roles: Uint32Array.from(rolesByNumber) };
  return made;
}

/** Number of the word in `[start, end)`, whatever its case; -1 when no attack is written with it. */
export function findWord(bytes: Uint8Array, start: number, end: number): number {
  return vocabulary().trie.find(bytes, start, end);
}

/** The `Role`s of a word by its number; 0 for -1. */
export function rolesOf(word: number): number {
  return word < 0 ? 0 : vocabulary().roles[word]!;
}

/** Number of a word, for rules about texts with this very word; only while modules are loaded. */
export function wordNumber(word: string): number {
  if (made !== undefined) throw new Error(`"${word}" was asked for too late.`);
  return add(word);
}

/** Numbers of several words, by the words. */
export function wordNumbers<Word extends string>(...list: Word[]): Readonly<Record<Word, number>> {
  return Object.fromEntries(list.map((word) => [word, wordNumber(word)])) as Record<Word, number>;
}

/** Numbers of the words of a list written with blanks between them. */
export function wordSet(list: string): ReadonlySet<number> {
  return new Set(wordsOf(list).map(wordNumber));
}

function add(word: string): number {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  numbers.set(word, numbers.size);
  return rolesByNumber.push(0) - 1;
}

import type { Sighting } from '../injection';

/** Names that packers of scripts make: `_0x` and a number. */
const MADE_NAME = /\b_0x[\da-f]{3,8}\b/g;
/** The list of texts of a packer is turned until a sum is right: `list.push(list.shift())` beside `parseInt`. */
const TURNED =
  /(?:\[\s*["'](?:push|\\x70\\x75\\x73\\x68)["']\s*\]|\.push)\s*\(\s*[\w$]{1,20}\s*(?:\[\s*["'](?:shift|\\x73\\x68\\x69\\x66\\x74)["']\s*\]|\.shift)\s*\(\s*\)\s*\)/g;
/** So many made names in one stretch are a packed piece of code. */
const MANY_NAMES = 15;
/** Made names so far apart, in characters, belong to different pieces. */
const GAP = 6000;
/** A packer's arithmetic stands around the turned list, within so many characters. */
const AROUND = 1200;
/** The rest of the file must be code of its own: so many characters, and so many times the packed piece. */
const LEAST_REST = 1500;
const LEAST_SHARE = 0.5;
/** Code of signs alone (JSFuck) of this length does something. */
const SIGNS_WORD = '(![]+';
const SIGNS_ONLY = /[[\]()!+]{400,}/;
/** The heads of two other ways to write code without letters: jjencode and aaencode. */
const SIGN_HEADS = /=~\[\];[$\w]{1,10}=\{___:\+\+|ﾟωﾟﾉ\s*=\s*\/｀ｍ´/;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Unreadable code that stands before or behind code of another kind. A file that is packed whole may be somebody's product. */
export function findPackedParts(code: string): Sighting[] {
  const signs = (code.includes(SIGNS_WORD) ? SIGNS_ONLY.exec(code) : null) ?? SIGN_HEADS.exec(code);
  const sightings: Sighting[] = [];
  if (signs !== null) {
    const { index, 0: found } = signs;
    sightings.push({
      kind: 'script',
      sign: 'signsOnly',
      certainty: 'likely',
      host: undefined,
      start: index,
      end: index + found.length,
    });
  }
  const part = namedStretch(code) ?? turnedStretch(code);
  if (part === undefined || !standsApart(code, part)) return sightings;
  sightings.push({ kind: 'script', sign: 'packedPart', certainty: 'likely', host: undefined, ...part });
  return sightings;
}

/** The stretch with made names, when all of them are in one. */
function namedStretch(code: string): Stretch | undefined {
  let first = -1;
  let last = -1;
  let count = 0;
  for (const { index, 0: name } of code.matchAll(MADE_NAME)) {
    if (first >= 0 && index - last > GAP) return undefined;
    if (first < 0) first = index;
    last = index + name.length;
    count++;
  }
  return count >= MANY_NAMES ? widened(code, first, last) : undefined;
}

function turnedStretch(code: string): Stretch | undefined {
  for (const { index } of code.matchAll(TURNED)) {
    const around = code.slice(Math.max(0, index - AROUND), index + AROUND);
    if ((around.match(/\bparseInt\s*\(/g) ?? []).length >= 3 && /\btry\s*\{/.test(around)) {
      return widened(code, Math.max(0, index - AROUND), Math.min(code.length, index + AROUND));
    }
  }
  return undefined;
}

/** A packed piece has no line breaks of its own: it reaches from one to the next, in files of one line so far as it goes. */
function widened(code: string, start: number, end: number): Stretch {
  const lineStart = code.lastIndexOf('\n', start) + 1;
  const lineEnd = code.indexOf('\n', end);
  return {
    start: start - lineStart < GAP ? lineStart : start,
    end: lineEnd >= 0 && lineEnd - end < GAP ? lineEnd : end,
  };
}

/** Whether there is much code of another kind, all of it before or all of it behind the piece. */
function standsApart(code: string, { start, end }: Stretch): boolean {
  const before = code.slice(0, start).trim().length;
  const behind = code.slice(end).trim().length;
  const rest = Math.max(before, behind);
  return rest >= LEAST_REST && rest >= (end - start) * LEAST_SHARE && Math.min(before, behind) <= rest / 20;
}

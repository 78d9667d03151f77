import { foreignHostIn } from './hosts';

/** One of these is enough for a script to be worth reading; ordinary scripts seldom have any. */
const TELLING: readonly RegExp[] = [
  // Letters and signs of a URL written as numbers.
  /(?:\\x[67][\da-fA-F][\w./:-]{0,3}){4}|(?:\\u00[67][\da-fA-F]){4}/,
  /(?:%[2-7][\da-fA-F]){4}/,
  /(?:&#(?:x[4-7][\da-f]|[4-9]\d|1[01]\d|12[0-2]);){4}/,
  // Characters given by their numbers, other than by the two ways in which libraries undo surrogates.
  /fromCharCode["'\])\s]*(?:\.\s*(?:apply|call)\s*)?\((?:\s*(?:0x)?[\da-f]+\s*[,^-]|[^()]{0,60}(?:\^|-\s*\d|\[)|\s*parseInt|\s*null)|_0x[\da-f]{3}/,
  /(?:\b\d{2,3}\s*,\s*){12}/,
  // Base64 of "http", however it is aligned.
  /\batob\b|aHR0c/,
  /h0dHA|odHRw/,
  /reverse["'\]]*\(\)[\])\s]*(?:\.\s*|\[["'])join/,
  /\beval["'\]]*\s*\(\s*(?:function|["'`\w.]+\()|constructor["'\]]*\s*\(\s*["'`]|push["']?\]?\(\w{1,20}(?:\[["']|\.)shift/,
  // A word with rubbish between its letters, or cut in two.
  /[hH](.{1,4})[tT]\1[tT]\1[pP]|<s(.{1,4})c\2r\2i\2p\2t|["'`]ht{0,2}["'`]\s*\+/,
  /\(!\[\]\+|=~\[\];|ﾟωﾟ|\.Anonymous\(/,
  /<iframe[^>]{0,300}\/\/|(?:location(?:\.href)?|\.src)\s*=\s*["'`](?:https?:)?\/\/|["']src["']\s*,\s*["'`](?:https?:)?\/\//,
];

/** These are worth reading when both are there. */
const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [/\breferrer\b/, /google|bing|yahoo|baidu|\beval\b/i],
  [/[aA]ndroid\b/, /location(?:\.href)?\s*=[^=]|location\.(?:replace|assign)\(/],
  [/[cC]lipboard|execCommand\(\s*["']copy/, /powershell|\bmshta\b|osascript|msiexec|certutil|cmd(?:\.exe)? \/c|curl /i],
  [/[cC]rypto[nN]ight|[rR]andom[xX]\b/, /WebSocket/],
];
/** Fields of a card or a log-in, and all fields at the till: worth reading when the script can send them to somebody. */
const FIELDS: readonly (readonly [RegExp, RegExp])[] = [
  [/cvv|CVV|cvc\b|cc[-_](?:cid|num)|[cC]ard[-_]?(?:[nN]um|[cC]vc)/, /expir|\bcid\b|cvv|cvc/i],
  [/type\s*=\s*\\?["']?password/, /\.value\b|\.val\(/],
  [/(?:input|select|textarea)\s*,\s*(?:input|select|textarea)/, /checkout|onepage|onestep|payment/i],
];
const SENDS = /\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|\bImage\b|\.(?:ajax|post)\(/;

/** What a page may hold beside scripts. */
const PAGE =
  /<i?frame\b|\bdata:[\w/+.-]{0,40}script|[cC]lipboard|[cC]oin-?[hH]ive|crypto-?loot|coinimp|jsecoin|webmine|minero\.|authedmine/;
const HIDES =
  /-\s*\d{3,}(?:px|pt|em)?|display\s*[:=]\s*["']?none|visibility\s*[:=]\s*["']?hidden|opacity\s*[:=]\s*0|font-size\s*:\s*[01]|(?:height|width)\s*[:=]\s*["']?[01](?!\d)|<marquee/i;
const LINK = /<a\s[^>]{0,300}href\s*=\s*\\?["']?(?:https?:)?\/\//i;
const SCRIPT_TAG = /<script\b/i;
const HANDLER = /\son\w{3,20}\s*=/i;
/** Strangers add to the beginning or end of a file, so that it goes on working; so many characters of each are looked at. */
export const EDGE = 3000;
const LOADS = /createElement|getScript|document\.write/;
const URL = /["'`](?:https?:)?\/\/[\w-]+\./;

/**
 * Whether a text is worth reading whole. It decides alone how fast ordinary files are read: whatever it leaves out, no judge
 * would find anything in.
 */
export function mayHoldInjection(text: string, kind: 'page' | 'script' | 'php'): boolean {
  if (kind === 'script') return mayHoldScript(text) || loadsAtEdge(text);
  if (mayHoldMarkup(text)) return true;
  return (SCRIPT_TAG.test(text) || HANDLER.test(text)) && mayHoldScript(text);
}

/** Whether a script is worth reading, wherever it stands. */
export function mayHoldScript(text: string): boolean {
  if (TELLING.some((pattern) => pattern.test(text))) return true;
  if (hasPair(PAIRS, text)) return true;
  return hasPair(FIELDS, text) && SENDS.test(text) && foreignHostIn(text) !== undefined;
}

function hasPair(pairs: readonly (readonly [RegExp, RegExp])[], text: string): boolean {
  return pairs.some(([first, second]) => first.test(text) && second.test(text));
}

/** What stands around a trigger and may belong to it, in characters. */
const REACH = 4 * 1024;
/** So many places of one trigger are looked at. */
const MOST_PLACES = 12;
const PLACES = [...TELLING, ...PAIRS.map(([first]) => first), ...FIELDS.map(([first]) => first)].map(
  (pattern) => new RegExp(pattern, 'g'),
);

/**
 * A long script with everything blanked out that is far from its edges and from whatever made it worth reading. What is left
 * stays at its place.
 */
export function withoutTheRest(text: string): string {
  const kept = [0, text.length];
  for (const pattern of PLACES) {
    let count = 0;
    for (const { index } of text.matchAll(pattern)) {
      kept.push(index);
      if (++count === MOST_PLACES) break;
    }
  }
  let result = '';
  for (const place of kept.toSorted((a, b) => a - b)) {
    const start = Math.max(result.length, lineStart(text, place - REACH));
    if (start > result.length) result += ' '.repeat(start - result.length);
    result += text.slice(start, Math.max(start, place + REACH));
  }
  return result;
}

/** The beginning of a line or statement not far before a place, so that no text is cut in two. */
function lineStart(text: string, place: number): number {
  if (place <= 0) return 0;
  const near = text.slice(Math.max(0, place - 400), place);
  const at = Math.max(near.lastIndexOf('\n'), near.lastIndexOf(';'));
  return at < 0 ? place : place - near.length + at + 1;
}

function mayHoldMarkup(text: string): boolean {
  if (PAGE.test(text) || (LINK.test(text) && HIDES.test(text))) return true;
  const start = text.search(/<!doctype\b|<html\b/i);
  if (start > 0 && SCRIPT_TAG.test(text.slice(0, start))) return true;
  const end = Math.max(text.lastIndexOf('</html'), text.lastIndexOf('</HTML'));
  return end >= 0 && SCRIPT_TAG.test(text.slice(end));
}

function loadsAtEdge(text: string): boolean {
  const edges = text.length <= 2 * EDGE ? text : text.slice(0, EDGE) + text.slice(-EDGE);
  return LOADS.test(edges) && URL.test(edges);
}

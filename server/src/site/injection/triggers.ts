/** What a script must hold for anything in it to be an injection; each is seldom in ordinary scripts. */
const SCRIPT: readonly RegExp[] = [
  // Characters given by their numbers, other than by the two ways in which libraries undo surrogates.
  /fromCharCode["'\])\s]*(?:\.\s*(?:apply|call)\s*)?\((?:\s*(?:0x)?[\da-f]+\s*[,^-]|[^()]{0,60}(?:\^|-\s*\d|\[)|\s*parseInt|\s*null)/,
  /(?:\b\d{2,3}\s*,\s*){12}/,
  /(?:\\x[67][\da-fA-F][\w./:-]{0,3}){4}|(?:\\u00[67][\da-fA-F]){4}/,
  /(?:%[2-7][\da-fA-F]){4}/,
  /\batob\b|aHR0c|h0dHA|odHRw/,
  /_0x[\da-f]{3}/,
  /\beval\b|\.constructor\s*\(\s*["'`]/,
  /reverse["'\]]*\(\)/,
  // A word with rubbish between its letters.
  /h(.{1,4})t\1t\1p|s(.{1,4})c\2r\2i\2p\2t/i,
  /\(!\[\]\+|=~\[\];|ﾟωﾟ/,
  /["'`](?:h|ht|htt|https?)["'`]\s*\+/,
  /push["']?\]?\(\w{1,20}(?:\[["']|\.)shift/,
  /\breferrer\b|["']android|android\|/i,
  /cvv|cc[-_](?:cid|num)|card[-_]?(?:num|cvc)|type\s*=\s*\\?["']?password/i,
  /onepage|onestep|checkout\b|(?:input|select)\s*,\s*(?:select|input|textarea)/i,
  /(?:&#(?:x[4-7][\da-f]|[4-9]\d|1[01]\d|12[0-2]);){4}/i,
  /powershell|\bmshta\b|osascript|msiexec|certutil/i,
  /CoinHive|\.Anonymous\(|cryptonight|randomx/i,
  /<iframe[^>]{0,300}\/\//i,
  /(?:location(?:\.href)?|\.src)\s*=\s*["'`](?:https?:)?\/\/|["']src["']\s*,\s*["'`](?:https?:)?\/\//,
];

/** What a page must hold beside that. */
const PAGE: readonly RegExp[] = [
  /<i?frame\b/i,
  /clipboard|\bdata:[\w/+.-]{0,40}script/i,
  /coin-?hive|crypto-?loot|coinimp|jsecoin|webmine|minero\.|authedmine/i,
];
const HIDES =
  /-\s*\d{3,}(?:px|pt|em)?|display\s*[:=]\s*["']?none|visibility\s*[:=]\s*["']?hidden|opacity\s*[:=]\s*0|font-size\s*:\s*[01]|(?:height|width)\s*[:=]\s*["']?[01](?!\d)|<marquee/i;
const LINK = /<a\s[^>]{0,300}href\s*=\s*\\?["']?(?:https?:)?\/\//i;
const SCRIPT_TAG = /<script\b/i;
/** Strangers add to the beginning or end of a file, so that it goes on working; so many characters of each are looked at. */
export const EDGE = 3000;
const LOADS = /createElement|getScript|document\.write/;
const URL = /["'`](?:https?:)?\/\/[\w-]+\./;

/** Whether a text is worth reading whole. It decides alone how fast ordinary files are read. */
export function mayHoldInjection(text: string, kind: 'page' | 'script' | 'php'): boolean {
  if (kind !== 'script' && mayHoldMarkup(text)) return true;
  if (kind !== 'script' && !SCRIPT_TAG.test(text) && !/\son\w{3,20}\s*=/i.test(text)) return false;
  return SCRIPT.some((pattern) => pattern.test(text)) || (kind === 'script' && loadsAtEdge(text));
}

function mayHoldMarkup(text: string): boolean {
  if (PAGE.some((pattern) => pattern.test(text))) return true;
  if (HIDES.test(text) && LINK.test(text)) return true;
  const end = text.toLowerCase().lastIndexOf('</html');
  if (end >= 0 && SCRIPT_TAG.test(text.slice(end))) return true;
  const start = text.search(/<!doctype\b|<html\b/i);
  return start > 0 && SCRIPT_TAG.test(text.slice(0, start));
}

function loadsAtEdge(text: string): boolean {
  const edges = text.length <= 2 * EDGE ? text : text.slice(0, EDGE) + text.slice(-EDGE);
  return LOADS.test(edges) && URL.test(edges);
}

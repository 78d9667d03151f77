import type { NoticeText } from './noticeText';

/** A count of mails, with or without separators. */
const COUNT = String.raw`(?<![\d,.])(\d[\d,. ]{0,14})`;
const COUNTS: readonly RegExp[] = [
  new RegExp(String.raw`${COUNT}[\s】」』\]]{0,4}[件通](?:以上|程度|ほど)?の\S{0,6}メール`, 'gu'),
  new RegExp(
    String.raw`メール(?:が|を|の送信が)?[^\d【「『[件通]{0,12}[\s【「『[(（約]{0,4}${COUNT}[\s】」』\]]{0,4}[件通]`,
    'gu',
  ),
  /(?<![\d,.])(\d[\d,.]{0,14})\s{1,4}(?:\w{1,20} ){0,2}(?:e-?mails|mails|messages)\b/gi,
];
/** What stands before a number that is what is allowed, or what is usual. */
const ALLOWED =
  /(?:あたり|につき|上限(?:は|が)?|最大|毎[日時月])\s?[^\d]{0,3}$|\b(?:limit(?: of)?|limits? is|up to|maximum(?: of)?|allowed|at most|only) $/iu;
/** The same behind it: `1,000通まで`. */
const ALLOWED_BEHIND = /^[^。、]{0,16}まで|^ (?:per|an|each) (?:hour|day)[^.]{0,20}(?:limit|allowed|maximum)/iu;

/** The greatest count of mails that a mail names; `undefined` for none. Limits are no counts. */
export function mailsOf({ narrow }: NoticeText): number | undefined {
  const counts = narrow.flatMap((line) => COUNTS.flatMap((pattern) => [...line.matchAll(pattern)].flatMap(countOf)));
  return counts.length === 0 ? undefined : Math.max(...counts);
}

function countOf(match: RegExpExecArray): number[] {
  const [whole, digits] = match;
  const at = match.index + whole.indexOf(digits!);
  const before = match.input.slice(Math.max(0, at - 24), at);
  const behind = match.input.slice(match.index + whole.length, match.index + whole.length + 48);
  if (ALLOWED.test(before) || ALLOWED_BEHIND.test(behind)) return [];
  return [Number(digits!.replaceAll(/\D/g, ''))];
}

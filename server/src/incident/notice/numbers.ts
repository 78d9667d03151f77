import type { NoticeText } from './noticeText';

/** A count of mails, with or without separators. */
const COUNT = String.raw`(\d[\d,. ]{0,14})`;
const COUNTS: readonly RegExp[] = [
  new RegExp(String.raw`${COUNT}[\s】」』\]]{0,4}[件通](?:以上|程度|ほど)?の\S{0,6}メール`, 'gu'),
  new RegExp(String.raw`メール(?:が|を|の送信が)?[\s【「『[]{0,4}${COUNT}[\s】」』\]]{0,4}[件通]`, 'gu'),
  /(\d[\d,.]{0,14})\s{1,4}(?:\w{1,20} ){0,2}(?:e-?mails|mails|messages)\b/gi,
];
/** `2021-11-01`, `2021/11/1 10:56`, `2021年11月1日(月) 10時56分`. */
const YEAR_FIRST =
  /(?<!\d)(20\d\d)\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?:\s?日)?(?:\s?\([^)\s]{1,3}\))?(?:[T\s]{0,2}(\d{1,2})\s?[:時]\s?(\d{1,2})(?:\s?[:分]\s?(\d{1,2}))?)?(?!\d)/gu;
/** `01/Nov/2021:10:56:55` as logs write it, `1 Nov 2021 10:56`. */
const DAY_FIRST =
  /(?<!\d)(\d{1,2})[/ -](Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}[/ -](20\d\d)(?:[:\s,]{1,2}(\d{1,2}):(\d{2})(?::(\d{2}))?)?(?!\d)/gi;
/** `Nov 1, 2021 10:56`. */
const MONTH_FIRST =
  /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? (\d{1,2})(?:st|nd|rd|th)?,? (20\d\d)(?:[:\s,]{1,2}(\d{1,2}):(\d{2})(?::(\d{2}))?)?(?!\d)/gi;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The greatest count of mails that a mail names; `undefined` for none. */
export function mailsOf({ narrow }: NoticeText): number | undefined {
  const counts = narrow.flatMap((line) =>
    COUNTS.flatMap((pattern) => [...line.matchAll(pattern)].map(([, digits]) => Number(digits!.replaceAll(/\D/g, '')))),
  );
  return counts.length === 0 ? undefined : Math.max(...counts);
}

/** Days and moments, line by line, each once: `2021-11-01`, `2021-11-01T10:56`, `2021-11-01T10:56:55`. */
export function momentsOf({ narrow }: NoticeText): string[] {
  return [...new Set(narrow.flatMap(momentsOfLine).filter((each) => each !== undefined))];
}

function momentsOfLine(line: string): (string | undefined)[] {
  return [
    ...[...line.matchAll(YEAR_FIRST)].map(([, year, month, day, ...time]) => moment([year!, month!, day!], time)),
    ...[...line.matchAll(DAY_FIRST)].map(([, day, month, year, ...time]) =>
      moment([year!, monthNumber(month!), day!], time),
    ),
    ...[...line.matchAll(MONTH_FIRST)].map(([, month, day, year, ...time]) =>
      moment([year!, monthNumber(month!), day!], time),
    ),
  ];
}

function monthNumber(name: string): string {
  return String(MONTHS.indexOf(name.toLowerCase()) + 1);
}

/** `undefined` for a day or a time that there is not. */
function moment(day: readonly string[], time: readonly (string | undefined)[]): string | undefined {
  const date = day.map(twoDigits).join('-');
  const clock = time
    .filter((part) => part !== undefined)
    .map(twoDigits)
    .join(':');
  const text = clock === '' ? date : `${date}T${clock}`;
  const parsed = new Date(clock === '' ? date : `${text}Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? text : undefined;
}

function twoDigits(digits: string): string {
  return digits.padStart(2, '0');
}

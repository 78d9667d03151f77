import type { NoticeText } from './noticeText';

/** A day, with the time where it is named, and its place in the line. */
interface FoundMoment {
  readonly at: number;
  readonly end: number;
  /** `2021-11-01`, `2021-11-01T10:56`, `2021-11-01T10:56:55`, with `Z` or `+09:00` behind a time whose zone is named. */
  readonly text: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = String.raw`(?<name>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?`;
const CLOCK = String.raw`(?:(?<half>午前|午後|AM|PM)\s?)?(?<hour>\d{1,2})\s?[:時]\s?(?:(?<minute>\d{1,2})(?:\s?[:分]\s?(?<second>\d{1,2}))?)?(?:\.\d{1,9})?(?:\s?(?<after>am|pm)\b)?(?:\s?\(?(?<zone>Z\b|UTC\b|GMT\b|JST\b|[+-]\d{2}:?\d{2}))?`;
/** Behind a day: a weekday in brackets, then a time. */
const BEHIND = String.raw`(?:\s?[(（][^)）\s]{1,3}[)）])?(?:[T:\s,]{0,2}${CLOCK})?(?!\d)`;
const YEAR_FIRST = new RegExp(
  String.raw`(?<!\d)(?<year>20\d\d)\s?[-/.年]\s?(?<month>\d{1,2})\s?[-/.月]\s?(?<day>\d{1,2})(?:\s?日)?${BEHIND}`,
  'giu',
);
/** `令和3年11月1日`, `R3.11.1` (https://www.ndl.go.jp: the era Reiwa began on 1 May 2019, Heisei on 8 January 1989). */
const ERA = new RegExp(
  String.raw`(?<era>令和|平成|(?<![A-Za-z\d])[RH](?=[\s\d元]))\s?(?<year>元|\d{1,2})\s?[-/.年]\s?(?<month>\d{1,2})\s?[-/.月]\s?(?<day>\d{1,2})(?:\s?日)?${BEHIND}`,
  'gu',
);
const DAY_FIRST = new RegExp(
  String.raw`(?<![\d:])(?<day>\d{1,2})(?:st|nd|rd|th)?[/ -]${MONTH}[/ -](?<year>20\d\d)${BEHIND}`,
  'giu',
);
const MONTH_FIRST = new RegExp(
  String.raw`\b${MONTH} (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>20\d\d)${BEHIND}`,
  'giu',
);
/** `11月1日`, and behind a sign such as `～` a day alone: the year and month are those of the day before. */
const WITHOUT_YEAR = new RegExp(
  String.raw`(?:(?<![\d年]\s?)(?<month>\d{1,2})\s?月\s?|[~～〜]\s?)(?<day>\d{1,2})\s?日${BEHIND}`,
  'giu',
);
/** `11/01/2021`: month first, as in the United States, unless the first number is no month. */
const YEAR_LAST = new RegExp(String.raw`(?<![\d/.])(?<month>\d{1,2})/(?<day>\d{1,2})/(?<year>20\d\d)${BEHIND}`, 'giu');
const FIRST_YEAR: Readonly<Record<string, number>> = { 令和: 2019, R: 2019, 平成: 1989, H: 1989 };

/** Days and moments that a mail names, in its order, each once; those that there are not are left out. */
export function momentsOf({ narrow }: NoticeText): string[] {
  const found = new Set<string>();
  let before: string | undefined;
  for (const line of narrow) {
    for (const { text } of momentsOfLine(line, before)) {
      found.add(text);
      before = text;
    }
  }
  return [...found];
}

/**
 * The days and moments of a line, in its order.
 * @param before the last day that is named before the line, for days without a year
 */
export function momentsOfLine(line: string, before?: string): FoundMoment[] {
  const dated = [YEAR_FIRST, ERA, DAY_FIRST, MONTH_FIRST, YEAR_LAST].flatMap((pattern) =>
    [...line.matchAll(pattern)].flatMap((match) => foundMoment(match, match.groups!)),
  );
  const sorted = dated.toSorted((one, other) => one.at - other.at);
  const others = [...line.matchAll(WITHOUT_YEAR)].flatMap((match): FoundMoment[] => {
    const last = sorted.findLast(({ at }) => at < match.index)?.text ?? before;
    if (last === undefined) return [];
    return foundMoment(match, {
      ...match.groups,
      year: last.slice(0, 4),
      month: match.groups?.['month'] ?? last.slice(5, 7),
    });
  });
  const isFree = ({ at }: FoundMoment): boolean => !dated.some((each) => at >= each.at && at < each.end);
  return [...sorted, ...others.filter(isFree)].toSorted((one, other) => one.at - other.at);
}

type Groups = Readonly<Record<string, string | undefined>>;

function foundMoment({ index, 0: whole }: RegExpExecArray, groups: Groups): FoundMoment[] {
  const { name, day = '' } = groups;
  const month = name === undefined ? (groups['month'] ?? '') : String(MONTHS.indexOf(name.toLowerCase()) + 1);
  const [first, second] =
    Number(month) > 12 && groups['year'] !== undefined && name === undefined ? [day, month] : [month, day];
  const date = [yearOf(groups), first.padStart(2, '0'), second.padStart(2, '0')].join('-');
  const clock = clockOf(groups);
  if (!isDay(date) || clock === undefined) return [];
  return [{ at: index, end: index + whole.length, text: date + clock }];
}

function yearOf({ era, year = '' }: Groups): string {
  if (era === undefined) return year;
  return String(FIRST_YEAR[era]! + (year === '元' ? 1 : Number(year)) - 1);
}

/** `T10:56`; '' where none is named, `undefined` for a time that there is not. */
function clockOf({ hour, minute = '0', second, half, after, zone }: Groups): string | undefined {
  if (hour === undefined) return '';
  const isAfternoon = /午後|pm/i.test(half ?? after ?? '');
  const isMorning = /午前|am/i.test(half ?? after ?? '');
  const hours =
    Number(hour) + (isAfternoon && Number(hour) < 12 ? 12 : 0) - (isMorning && Number(hour) === 12 ? 12 : 0);
  if (hours > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined;
  const parts = [String(hours), minute, ...(second === undefined ? [] : [second])].map((part) => part.padStart(2, '0'));
  return `T${parts.join(':')}${zoneOf(zone)}`;
}

function zoneOf(zone: string | undefined): string {
  if (zone === undefined) return '';
  if (zone === 'JST') return '+09:00';
  return /^[+-]/.test(zone) ? zone.replace(/^(...):?/, '$1:') : 'Z';
}

function isDay(date: string): boolean {
  const parsed = new Date(date);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}

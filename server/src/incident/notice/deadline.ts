import { momentsOfLine } from './moments';
import type { NoticeText } from './noticeText';

/** Until when a host wants an answer. */
export interface Deadline {
  /** How long the customer has from the mail on; absent where the mail names a day. */
  readonly hours?: number;
  /** Day or moment, as in `moments`; absent where the mail does not say when it was sent. */
  readonly until?: string;
}

const HOURS_A_DAY = 24;
const NUMBERS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, five: 5, seven: 7, ten: 10 };
const NUMBER = String.raw`(\d{1,3}|one|two|three|five|seven|ten)`;
const SPANS: readonly RegExp[] = [
  /(\d{1,3})\s?(時間|営業日|日|週間)\s?以内/u,
  new RegExp(
    String.raw`\bwithin (?:the next )?${NUMBER} (?:\(\d{1,3}\) )?(?:business |working )?(hour|day|week)s?\b`,
    'i',
  ),
  new RegExp(String.raw`\byou have ${NUMBER} (hour|day|week)s?\b`, 'i'),
];
/** What a span is of when it is not the customer's time: how often the host was told, or counted. */
const NO_DEADLINE: readonly RegExp[] = [
  /(?:repeated|reports?|complaints?|notices?) .{0,40}within|within \d+ \w+ of (?:an?|the) (?:initial|first)/i,
  /\d (?:\w{1,20} ){0,2}(?:e-?mails|mails|messages|requests|attempts|log-?ins)\b[^.;]{0,60}\bwithin\b/i,
  /以内に[^。]{0,30}(?:\d\s?[件通回]|送信され|送られ)/u,
];
const UNTIL: readonly RegExp[] = [/(?:まで(?:に|の)|期限)/u, /\b(?:by|before|no later than|until|deadline)\b/i];
/** When a mail was sent, as its header says. */
const SENT = /^(?:date|sent|送信日時|日付|日時|受信日時)\s*[:：]/i;

/** Until when a mail asks for an answer; `undefined` where it does not say. */
export function deadlineOf({ narrow }: NoticeText): Deadline | undefined {
  const sent = narrow.find((line) => SENT.test(line));
  const start = sent === undefined ? undefined : momentsOfLine(sent)[0]?.text;
  for (const line of narrow) {
    if (line === sent || NO_DEADLINE.some((pattern) => pattern.test(line))) continue;
    const hours = hoursOf(line);
    if (hours !== undefined) return { hours, ...(start !== undefined && { until: later(start, hours) }) };
    const day = UNTIL.some((pattern) => pattern.test(line)) ? dayOf(line) : undefined;
    if (day !== undefined) return { until: day };
  }
  return undefined;
}

function hoursOf(line: string): number | undefined {
  for (const pattern of SPANS) {
    const [, number, unit] = pattern.exec(line) ?? [];
    if (number === undefined) continue;
    const count = NUMBERS[number.toLowerCase()] ?? Number(number);
    if (unit === '時間' || unit === 'hour') return count;
    return count * HOURS_A_DAY * (unit === '週間' || unit === 'week' ? 7 : 1);
  }
  return undefined;
}

/** The day that stands before `まで` or behind `by`. */
function dayOf(line: string): string | undefined {
  const days = momentsOfLine(line);
  const japanese = /まで(?:に|の)/u.exec(line);
  if (japanese !== null) return days.findLast(({ at }) => at < japanese.index)?.text;
  const word = /\b(?:by|before|no later than|until|deadline)\b|期限/i.exec(line);
  return word === null ? undefined : days.find(({ at }) => at > word.index)?.text;
}

/** A moment so many hours later, in the same form and zone. */
function later(moment: string, hours: number): string {
  const zone = /T.*?(Z|[+-]\d\d:\d\d)$/.exec(moment)?.[1] ?? '';
  const local = zone === '' ? moment : moment.slice(0, -zone.length);
  const time = new Date(local.includes('T') ? `${local}Z` : local);
  const text = new Date(time.getTime() + hours * 3_600_000).toISOString();
  return text.slice(0, local.length) + zone;
}

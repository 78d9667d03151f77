import type { SeededRandom } from '../support/random';

const CLIENTS = ['192.0.2.1', '198.51.100.123', '2001:db8::7f', 'host.example.jp', '::ffff:192.0.2.4', 'unknown', '-'];
const TIMES = ['00:00:00', '23:59:59', '23:59:60', '24:00:00', '12:34:56', '1:2:3'];
const DAYS = ['31/Dec/2021', '01/Jan/2022', '01/Nov/2021', '31/Feb/2022', '01/Jan/1970', '07/Feb/2106', '01/nov/2021'];
const ZONES = ['+0900', '+0900', '+0900', '-0330', '+0000', '+9900'];
const METHODS = ['GET', 'POST', 'get', 'M-SEARCH', 'PROPFIND', 'UPDATEREDIRECTREF', 'AAAAAAAAAAAAAAAAAAAA', ''];
const PATHS = [
  '/',
  '/index.html',
  '/a b',
  '/?',
  '/?a=1&b=2',
  '/?a?b',
  '*',
  '',
  '/\u65e5\u672c',
  '/a"b',
  '/a\\"b',
  '/%zz',
];
const VERSIONS = [
  ' HTTP/1.1',
  ' HTTP/1.0',
  ' HTTP/2.0',
  ' HTTP/3.0',
  ' HTTP/2',
  ' HTTP/0.9',
  ' HTTP/1.9',
  ' http/1.1',
  '',
];
const STATUSES = ['200', '404', '000', '999', '-', '20', '2000', 'abc'];
const SIZES = [
  '0',
  '512',
  '-',
  '999999999',
  '1000000000',
  '4294967294',
  '4294967295',
  '99999999999999999999',
  '',
  '5a',
];
const REFERRERS = ['-', '', 'https://example.jp/', 'https://example.jp/?q=a b', '" "', '\\'];
const AGENTS = ['-', '', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)', 'x', 'a" "b', '\t', 'x'.repeat(300)];

/** What logs have behind the agent. */
const FIELDS_BEHIND = [
  ' "-"',
  ' "-" 0.012 "x"',
  ' "-"x',
  ' "192.0.2.77"',
  ' "-" 198.51.100.9',
  ' 0.123',
  ' 0.123 1.5 -',
  ' 192.0.2.7',
  ' 192.0.2.7:443 0.1',
  ' 1.5 2.5 192.0.2.8',
  ' ',
  '0',
  ' "a" "b"',
  ' "',
];

/** One pick out of many is unusual. */
const UNUSUAL = 0.02;

/** A line of the common or the combined format in which now and then something is at or beyond the border of the usual. */
export function ordinaryLine(random: SeededRandom, isCombined: boolean): string {
  const pick = (texts: readonly string[], usual: string): string =>
    random.next() < UNUSUAL ? random.pick(texts) : usual;
  const client = pick(CLIENTS, `192.0.2.${random.integer(0, 255)}`);
  const clock = [random.integer(0, 23), random.integer(0, 59), random.integer(0, 59)];
  const time = pick(TIMES, clock.map((part) => String(part).padStart(2, '0')).join(':'));
  const moment = `${pick(DAYS, '01/Nov/2021')}:${time} ${pick(ZONES, '+0900')}`;
  const target = pick(PATHS, `/page/${random.integer(1, 3000)}${random.pick(['', `?id=${random.integer(1, 3000)}`])}`);
  const request = `${pick(METHODS, 'GET')} ${target}${pick(VERSIONS, ' HTTP/1.1')}`;
  const user = pick(['-', 'sato', 'a b', '"'], '-');
  const outcome = `${pick(STATUSES, '200')} ${pick(SIZES, String(random.integer(0, 99_999)))}`;
  const line = `${client} - ${user} [${moment}] "${request}" ${outcome}`;
  if (!isCombined) return line;
  const referrer = pick(REFERRERS, random.pick(['-', `https://example.jp/${random.integer(1, 50)}`]));
  const behind = random.next() < 0.1 ? random.pick(FIELDS_BEHIND) : '';
  return `${line} "${referrer}" "${pick(AGENTS, `agent ${random.integer(1, 50)}`)}"${behind}`;
}

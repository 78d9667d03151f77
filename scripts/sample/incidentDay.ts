import { FLOOD_AGENT } from '../traffic/agents';
import { type Flood, floodRequests } from '../traffic/flood';
import { createLineWriter, inLogOrder, japaneseMidnight, type LoggedRequest } from '../traffic/lines';
import { ordinaryDay } from '../traffic/ordinaryDay';
import { Random } from '../traffic/random';
import { createSampleTraffic } from './sampleTraffic';

/** Changing the seed changes the day, not the incident: counts and the first seven POSTs stay. */
const SEED = 20_211_101;
const ORDINARY_LINES = 10_600;
const HOST = 'example.jp';
const MAILER = '/tw/tw_contact.php';
/** The mailer writes the same page whether it was sent anything or not. */
const MAILER_PAGE_BYTES = 969;
const MIDNIGHT = japaneseMidnight(2021, 11, 1);

/** The flood as the owner of a site published it: requests of each client, and the first seven with their times. */
export const FLOOD: Flood = {
  request: {
    method: 'POST',
    target: MAILER,
    protocol: 'HTTP/1.1',
    status: 200,
    bytes: MAILER_PAGE_BYTES,
    referrer: `http://${HOST}${MAILER}`,
    userAgent: FLOOD_AGENT,
  },
  clients: [
    { address: '182.16.27.106', requests: 1_441, until: at('20:11:32') },
    { address: '182.16.59.138', requests: 1_710, until: at('20:43:05') },
    { address: '52.128.227.34', requests: 1_509, until: at('20:42:48') },
    { address: '52.128.230.42', requests: 1_161, until: at('19:26:17') },
  ],
  opening: [
    { address: '52.128.230.42', time: at('10:56:55') },
    { address: '182.16.27.106', time: at('10:57:48') },
    { address: '182.16.27.106', time: at('10:57:50') },
    { address: '52.128.227.34', time: at('10:58:21') },
    { address: '182.16.59.138', time: at('10:58:41') },
    { address: '52.128.227.34', time: at('10:59:28') },
    { address: '182.16.59.138', time: at('11:00:06') },
  ],
};

const OLD_CHROME =
  'Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/87.0.4280.88 Safari/537.36';
const GOOGLEBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
const TAIWANESE_PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 14_7_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ' +
  'Version/14.1.2 Mobile/15E148 Safari/604.1';
const FORBIDDEN_BYTES = 199;

/** The log of the day in Apache's combined format, every line with its line end. `files` are those of the sample site. */
export function createIncidentLog(files: ReadonlyMap<string, Uint8Array>): string {
  const traffic = createSampleTraffic(new Random(SEED), files);
  const traces = createTraces(traffic.site.notFoundBytes);
  const ordinary = ordinaryDay(new Random(SEED, 1), traffic, MIDNIGHT, ORDINARY_LINES - traces.length);
  const flood = floodRequests(new Random(SEED, 2), FLOOD);
  const write = createLineWriter('combined', HOST);
  return `${inLogOrder([...ordinary, ...traces, ...flood])
    .map(write)
    .join('\n')}\n`;
}

/** Lines worth finding: who still looked at the removed pages, and who tried the file among the pictures. */
function createTraces(notFoundBytes: number): LoggedRequest[] {
  const google = { client: '203.0.113.66', protocol: 'HTTP/1.1', referrer: '-', userAgent: GOOGLEBOT };
  const tourist = { client: '2001:db8:8c1f:4402:91a:7de5:c3f0:1b77', protocol: 'HTTP/1.1', userAgent: TAIWANESE_PHONE };
  const stranger = { client: '203.0.113.199', protocol: 'HTTP/1.1', referrer: '-', userAgent: OLD_CHROME };
  const missing = { method: 'GET', status: 404, bytes: notFoundBytes };
  const forbidden = { method: 'GET', target: '/tw/', status: 403, bytes: FORBIDDEN_BYTES };
  const mailer = { method: 'GET', target: MAILER, status: 200, bytes: MAILER_PAGE_BYTES };
  const suspicious = { target: '/images/works/l.php', status: 200, bytes: 0 };
  return [
    { ...google, ...missing, time: at('03:12:40'), target: '/tw/index.html' },
    { ...google, ...mailer, time: at('03:13:02') },
    { ...stranger, ...suspicious, time: at('04:41:09'), method: 'GET' },
    { ...stranger, ...suspicious, time: at('04:41:11'), method: 'POST' },
    { ...stranger, ...suspicious, time: at('04:41:15'), method: 'POST' },
    { ...stranger, ...mailer, time: at('10:31:18') },
    { ...tourist, ...forbidden, time: at('13:20:51'), referrer: 'https://www.google.com.tw/' },
    { ...tourist, ...missing, time: at('13:21:10'), target: '/tw/tw_contact.html', referrer: '-' },
    { ...google, ...forbidden, time: at('16:55:37') },
  ];
}

/** A time of the day as `hh:mm:ss` in Japan, in s since 1970-01-01 UTC. */
function at(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return MIDNIGHT + hours * 3_600 + minutes * 60 + seconds;
}

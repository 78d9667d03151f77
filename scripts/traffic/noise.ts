import { drawUserAgent } from './agents';
import type { LoggedRequest } from './lines';
import { Choice, type Random } from './random';
import type { TrafficSite } from './trafficSite';

const DAY = 86_400;

/** What scanners ask any site for. */
const PROBED_PATHS = [
  '/wp-login.php',
  '/xmlrpc.php',
  '/wp-includes/wlwmanifest.xml',
  '/blog/wp-login.php',
  '/wordpress/wp-login.php',
  '/.env',
  '/.git/config',
  '/phpmyadmin/index.php',
  '/pma/index.php',
  '/admin/',
  '/administrator/index.php',
  '/vendor/phpunit/phpunit/src/Util/PHP/eval-stdin.php',
  '/boaform/admin/formLogin',
  '/cgi-bin/test.cgi',
  '/config.json',
  '/backup.zip',
  '/api/v1/pods',
  '/owa/auth/logon.aspx',
  '/actuator/health',
  '/solr/admin/info/system',
];

const SCANNER_AGENTS = [
  '-',
  'Mozilla/5.0 zgrab/0.x',
  'python-requests/2.26.0',
  'Go-http-client/1.1',
  'Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/52.0.2743.116 Safari/537.36',
];

/** Old links, misspelt links and what browsers and shops ask for unasked. */
const MISSING = new Choice<string>([
  ['/ads.txt', 6],
  ['/apple-touch-icon-precomposed.png', 6],
  ['/humans.txt', 1],
  ['/.well-known/assetlinks.json', 3],
  ['/images/banner_old.gif', 4],
  ['/link.html', 3],
  ['/bbs/', 2],
  ['/index.htm', 2],
  ['/shop/%E5%99%A8', 1],
]);

/** The start of a TLS hello sent to the plain port, as Apache writes bytes that aren't printable. */
const TLS_HELLO = String.raw`\x16\x03\x01\x02`;

/** `lines` requests for what isn't there over a day, each scanner or lost visitor from one of the addresses given. */
export function noiseDay(
  random: Random,
  site: TrafficSite,
  drawClient: () => string,
  midnight: number,
  lines: number,
): LoggedRequest[] {
  const requests: LoggedRequest[] = [];
  while (requests.length < lines) {
    const time = midnight + random.integer(0, DAY - PROBED_PATHS.length);
    const visitor = {
      time,
      client: drawClient(),
      protocol: site.programProtocol,
      userAgent: random.pick(SCANNER_AGENTS),
    };
    if (random.chance(0.15)) requests.push(...scan(random, site, visitor));
    else if (random.chance(0.05)) requests.push(...hello(visitor));
    else requests.push(...lost(random, site, visitor));
  }
  requests.length = lines;
  return requests;
}

type Stranger = Pick<LoggedRequest, 'time' | 'client' | 'protocol' | 'userAgent'>;

function scan(random: Random, site: TrafficSite, stranger: Stranger): LoggedRequest[] {
  const first = random.integer(0, PROBED_PATHS.length - 1);
  return PROBED_PATHS.slice(first, first + random.integer(1, 6)).map((target, index) => ({
    ...stranger,
    time: stranger.time + index,
    method: random.chance(0.1) ? 'POST' : 'GET',
    target,
    status: 404,
    bytes: site.notFoundBytes,
    referrer: '-',
  }));
}

function hello(stranger: Stranger): LoggedRequest[] {
  return [{ ...stranger, method: '', target: TLS_HELLO, status: 400, bytes: 226, referrer: '-', userAgent: '-' }];
}

function lost(random: Random, site: TrafficSite, stranger: Stranger): LoggedRequest[] {
  const head = random.chance(0.1);
  const request = { method: head ? 'HEAD' : 'GET', target: MISSING.pick(random), status: 404, referrer: '-' };
  const userAgent = drawUserAgent(random, false);
  return [{ ...stranger, ...request, bytes: head ? 0 : site.notFoundBytes, userAgent }];
}

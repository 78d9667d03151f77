import type { LoggedRequest } from '../lines';
import type { Random } from '../random';
import { repeating, type Actor } from './actor';
import { drawStranger } from './places';
import type { ShopSite } from './shopSite';

/** What scanners of the internet ask any site for; nothing of it is here. */
const PROBED = [
  '/.env',
  '/.git/config',
  '/.aws/credentials',
  '/blog/wp-login.php',
  '/wordpress/wp-admin/install.php',
  '/old/xmlrpc.php',
  '/phpMyAdmin/index.php',
  '/pma/',
  '/admin/config.php',
  '/administrator/',
  '/vendor/phpunit/phpunit/src/Util/PHP/eval-stdin.php',
  '/boaform/admin/formLogin',
  '/cgi-bin/luci/;stok=/locale',
  '/config.json',
  '/backup.zip',
  '/api/v1/pods',
  '/owa/auth/logon.aspx',
  '/actuator/health',
  '/solr/admin/info/system',
  '/login.action',
  '/remote/login',
  '/geoserver/web/',
  '/HNAP1/',
  '/server-status',
  '/wp-content/plugins/wp-file-manager/readme.txt',
];

const AGENTS = [
  '-',
  'Mozilla/5.0 zgrab/0.x',
  'python-requests/2.32.3',
  'Go-http-client/1.1',
  'curl/8.5.0',
  'Mozilla/5.0 (compatible; CensysInspect/1.1; +https://about.censys.io/)',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/78.0.3904.108 Safari/537.36',
];

/** The start of a TLS hello sent to the plain port, as Apache writes bytes that aren't printable. */
const TLS_HELLO = String.raw`\x16\x03\x01\x02`;

/** Strangers that look in at every site of the internet, some dozen times a day, and find nothing. */
export function createBackground(random: Random, site: ShopSite, start: number): Actor {
  return repeating(
    start + random.integer(0, 1_800),
    (time) => time + Math.ceil(random.gap(2_400)),
    (time) => scan(random, site, time),
  );
}

function scan(random: Random, site: ShopSite, start: number): LoggedRequest[] {
  const stranger = {
    client: drawStranger(random),
    protocol: 'HTTP/1.1',
    referrer: '-',
    userAgent: random.pick(AGENTS),
  };
  const draw = random.next();
  if (draw < 0.1) {
    return [{ ...stranger, time: start, method: '', target: TLS_HELLO, status: 400, bytes: 226, userAgent: '-' }];
  }
  if (draw < 0.35) return [{ ...stranger, time: start, method: 'GET', target: '/', status: 200, bytes: 64_310 }];
  const from = random.integer(0, PROBED.length - 1);
  return PROBED.slice(from, from + random.integer(1, 5)).map((target, index) => ({
    ...stranger,
    time: start + index * random.integer(1, 3),
    method: 'GET',
    target,
    status: 404,
    bytes: site.notFoundBytes,
  }));
}

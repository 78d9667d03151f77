import assert from 'node:assert/strict';
import { settleLocalTimes, UTC } from '../../../../server/src/log/localZone';
import { LogTable } from '../../../../server/src/log/logTable';
import { combinedLine, commonLine, logOf } from '../../../support/lines';
import { entriesOf, readEntries, type Entry } from '../../../support/entries';

const CLIENT = '192.0.2.1';
const UTC_TIME = '2021-11-01T01:56:55+00:00';
const JAPAN_TIME = '2021-11-01T10:56:55+09:00';
const REFERRER = 'https://r.example/';
const REQUEST = { client: CLIENT, time: UTC_TIME, method: 'GET', target: '/a?b=c', status: 200, bytes: 1234 };

/** A line as a platform writes it, and what it says beside `REQUEST`; what is `undefined` is not in it. */
type Line = readonly [format: string, line: string, entry?: Partial<Entry>];

function tabbed(values: string): string {
  return values.split(' ').join('\t');
}

const CLOUD_STORAGE_NAMES =
  '"time_micros","c_ip","c_ip_type","c_ip_region","cs_method","cs_uri","sc_status","cs_bytes","sc_bytes","time_taken_micros","cs_host","cs_referer","cs_user_agent","s_request_id","cs_operation","cs_bucket","cs_object"';

const LINES: Readonly<Record<string, Line>> = {
  'Apache’s log of encrypted requests': [
    'ssl-request',
    `[01/Nov/2021:10:56:55 +0900] ${CLIENT} TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256 "GET /a?b=c HTTP/1.1" 1234`,
    { time: JAPAN_TIME, status: undefined },
  ],
  'Apache’s log of encrypted requests before an agreement': [
    'ssl-request',
    `[01/Nov/2021:10:56:55 +0900] ${CLIENT} - - "-" -`,
    { time: JAPAN_TIME, method: undefined, target: undefined, status: undefined, bytes: undefined },
  ],
  'Nginx Proxy Manager': [
    'nginx-proxy-manager',
    `[01/Nov/2021:01:56:55 +0000] HIT 200 200 - GET https example.jp "/a?b=c" [Client ${CLIENT}] [Length 1234] [Gzip -] [Sent-to 10.0.0.2] "x y" "${REFERRER}"`,
    { vhost: 'example.jp', userAgent: 'x y', referrer: REFERRER },
  ],
  'Nginx Proxy Manager for hosts of its own': [
    'nginx-proxy-manager',
    `[01/Nov/2021:01:56:55 +0000] 404 - GET http localhost "/a?b=c" [Client ${CLIENT}] [Length 1234] [Gzip 1.00] "x" "-"`,
    { vhost: 'localhost', status: 404, userAgent: 'x' },
  ],
  Envoy: [
    'envoy',
    `[2021-11-01T01:56:55.310Z] "GET /a?b=c HTTP/2" 200 - 154 1234 226 100 "${CLIENT}" "x y" "cc21" "example.jp" "tcp://10.0.2.1:80"`,
    { vhost: 'example.jp', userAgent: 'x y' },
  ],
  'Envoy after a client went': [
    'envoy',
    '[2021-11-01T01:56:55.310Z] "GET /a?b=c HTTP/2" 0 DC 154 1234 226 - "-" "-" "cc21" "example.jp" "-"',
    { vhost: 'example.jp', client: undefined, status: undefined },
  ],
  Istio: [
    'envoy',
    `[2021-11-01T01:56:55.310Z] "GET /a?b=c HTTP/1.1" 200 - via_upstream - "-" 0 1234 5 4 "-" "x" "cc21" "example.jp" "10.0.0.9:80" outbound|80||x 10.0.0.2:1 10.0.0.3:80 ${CLIENT}:4711 - default`,
    { vhost: 'example.jp', userAgent: 'x' },
  ],
  'CloudFront without the names of its fields': [
    'cloudfront',
    tabbed(
      `2021-11-01 01:56:55 NRT57-P1 1234 ${CLIENT} GET d1.cloudfront.net /a 200 ${REFERRER} x%20y b=c - Hit abc= example.jp https 100 0.001 - TLSv1.2 ECDHE Hit HTTP/2.0 - - 4711 0.001 Hit text/html 78 - -`,
    ),
    { vhost: 'example.jp', userAgent: 'x y', referrer: REFERRER },
  ],
  'CloudFront in real time': [
    'cloudfront-real-time',
    tabbed(
      `1635731815.123 ${CLIENT} 0.002 200 1234 GET https example.jp /a 100 NRT57-P1 abc= example.jp 0.001 HTTP/2.0 IPv4 x%20y ${REFERRER} - b=c Hit - TLSv1.3 TLS_AES Hit - - text/html 78 - - 4711 Hit JP gzip */* * host:x - 5`,
    ),
    { vhost: 'example.jp', userAgent: 'x y', referrer: REFERRER },
  ],
  'Google Cloud Storage': [
    'cloud-storage',
    `${CLOUD_STORAGE_NAMES}\n"1635731815123456","${CLIENT}","1","","GET","/a?b=c","200","0","1234","51000","storage.example","","x, y","AAA","GET_Object","bucket","a"`,
    { line: 2, vhost: 'storage.example', userAgent: 'x, y' },
  ],
  'HAProxy with details of TLS': [
    'haproxy',
    `${CLIENT}:33313 [01/Nov/2021:01:56:55.443] fe~ bk/srv1 0/0/1/2/3 200 1234 - - ---- 1/1/0/0/0 0/0 "GET /a?b=c HTTP/1.1" 0/000/0/0/0 example.jp/TLSv1.3/TLS_AES`,
  ],
  'HAProxy with the name that was asked for': [
    'haproxy',
    `${CLIENT}:33313 [01/Nov/2021:01:56:55.443] fe~ bk/srv1 example.jp 0/0/1/2/3 200 1234 - - ---- 1/1/0/0/0 0/0 "GET /a?b=c HTTP/1.1"`,
  ],
  'nginx with virtual host and forwarded addresses': [
    'forwarded',
    `example.jp ${CLIENT}, 198.51.100.2 - sato [01/Nov/2021:10:56:55 +0900] "GET /a?b=c HTTP/1.1" 200 1234 "-" "x"`,
    { time: JAPAN_TIME, vhost: 'example.jp', user: 'sato', userAgent: 'x' },
  ],
  'nginx with virtual host, forwarded addresses in quotes and the proxy': [
    'forwarded',
    `example.jp:80 "${CLIENT}, 198.51.100.2" 10.0.0.1 - - [01/Nov/2021:10:56:55 +0900] "GET /a?b=c HTTP/1.1" 200 1234 "-" "x"`,
    { client: '198.51.100.2', time: JAPAN_TIME, vhost: 'example.jp:80', userAgent: 'x' },
  ],
  'HAProxy with a request of HTTP/2': [
    'haproxy',
    `${CLIENT}:33313 [01/Nov/2021:01:56:55.443] fe~ bk/srv1 0/0/1/2/3 200 1234 - - ---- 1/1/0/0/0 0/0 "GET https://example.jp/a?b=c HTTP/2.0"`,
    { vhost: 'example.jp' },
  ],
  'HAProxy with a request to a proxy': [
    'haproxy',
    `${CLIENT}:33313 [01/Nov/2021:01:56:55.443] fe bk/srv1 0/0/1/2/3 200 1234 - - ---- 1/1/0/0/0 0/0 "GET http://example.com/ HTTP/1.1"`,
    { target: 'http://example.com/' },
  ],
  'HAProxy that looks no further into a connection': [
    'haproxy-tcp',
    `${CLIENT}:33313 [01/Nov/2021:01:56:55.443] fnt bck/srv1 0/0/5007 1234 -- 0/0/0/0/3 0/0`,
    { method: undefined, target: undefined, status: undefined },
  ],
  OpenLiteSpeed: [
    'litespeed',
    `"${CLIENT} - - [01/Nov/2021:10:56:55 +0900] "GET /a?b=c HTTP/1.1" 200 1234 "${REFERRER}" "x y""`,
    { time: JAPAN_TIME, referrer: REFERRER, userAgent: 'x y' },
  ],
  'OpenLiteSpeed with a virtual host': [
    'litespeed',
    `"example.jp ${CLIENT} - - [01/Nov/2021:10:56:55 +0900] "GET /a?b=c HTTP/2" 200 1234"`,
    { time: JAPAN_TIME, vhost: 'example.jp' },
  ],
  lighttpd: [
    'combined',
    `${CLIENT} example.jp - [01/Nov/2021:10:56:55 +0900] "GET /a?b=c HTTP/1.1" 200 1234 "-" "x"`,
    { time: JAPAN_TIME, vhost: 'example.jp', userAgent: 'x' },
  ],
  'lighttpd with the name before an address': [
    'combined',
    `example.jp:443 ${CLIENT} tag sato [01/Nov/2021:10:56:55 +0900] "GET /a?b=c HTTP/1.1" 200 1234 "-" "x"`,
    { time: JAPAN_TIME, vhost: 'example.jp:443', user: 'tag sato', userAgent: 'x' },
  ],
  'a host that has the virtual host behind the client': [
    'vhost-combined',
    `${CLIENT} example.jp - sato [01/Nov/2021:10:56:55 +0900] "GET /a?b=c HTTP/1.1" 200 1234 "-" "x"`,
    { time: JAPAN_TIME, vhost: 'example.jp', user: 'sato', userAgent: 'x' },
  ],
  Gandi: [
    'vhost-combined',
    `example.jp ${CLIENT} - sato [01/Nov/2021:10:56:55 +0900] (12 s) "GET /a?b=c HTTP/1.1" 200 1234 "${REFERRER}" "x"`,
    { time: JAPAN_TIME, vhost: 'example.jp', user: 'sato', referrer: REFERRER, userAgent: 'x' },
  ],
  IONOS: [
    'combined',
    `${CLIENT} - - [01/Nov/2021:10:56:55 +0900] "GET /a?b=c HTTP/1.1" 200 1234 example.jp "${REFERRER}" "x" "-"`,
    { time: JAPAN_TIME, vhost: 'example.jp', referrer: REFERRER, userAgent: 'x' },
  ],
  Kinsta: [
    'bare-request',
    `example.jp ${CLIENT} [01/Nov/2021:10:56:55 +0900] GET "/a?b=c" HTTP/1.0 200 "${REFERRER}" "x y" ${CLIENT} "/index.php" - - 1234 0.562 0.562`,
    { time: JAPAN_TIME, vhost: 'example.jp', referrer: REFERRER, userAgent: 'x y' },
  ],
  'Open Server Panel': [
    'bare-request',
    `example.jp ${CLIENT} [01/Nov/2021:10:56:55 +0900] GET /a?b=c HTTP/1.1 200 "-" "x" 1234 12 34 56`,
    { time: JAPAN_TIME, vhost: 'example.jp', userAgent: 'x' },
  ],
  'a common log without quotes': [
    'bare-request',
    `${CLIENT} - - [01/Nov/2021:10:56:55 +0900] GET /a?b=c HTTP/1.1 200 1234`,
    { time: JAPAN_TIME },
  ],
  'nginx with the client alone': [
    'brief-access',
    `${CLIENT} [01/Nov/2021:10:56:55 +0900] "GET /a?b=c HTTP/1.1" 200 1234`,
    { time: JAPAN_TIME },
  ],
  'nginx with client and user': [
    'brief-access',
    `${CLIENT} sato [01/Nov/2021:10:56:55 +0900] "GET /a?b=c HTTP/1.1" 200 1234 "-" "x"`,
    { time: JAPAN_TIME, user: 'sato', userAgent: 'x' },
  ],
  'nginx with virtual host and client': [
    'brief-access',
    `example.jp ${CLIENT} [01/Nov/2021:10:56:55 +0900] "GET /a?b=c HTTP/1.1" 200 1234 "${REFERRER}" "x"`,
    { time: JAPAN_TIME, vhost: 'example.jp', referrer: REFERRER, userAgent: 'x' },
  ],
  'a server with the time first': [
    'time-first',
    `[01/Nov/2021:10:56:55 +0900] ${CLIENT} - - "GET /a?b=c HTTP/1.1" 200 1234 "${REFERRER}" "x"`,
    { time: JAPAN_TIME, referrer: REFERRER, userAgent: 'x' },
  ],
  NPMplus: [
    'time-first',
    `[01/Nov/2021:10:56:55 +0900] example.jp ${CLIENT} 0.227 "GET /a?b=c HTTP/2.0" 200 1234 440 - Mozilla/5.0 (X11)`,
    { time: JAPAN_TIME, vhost: 'example.jp' },
  ],
  'cPanel’s own server': [
    'combined',
    `${CLIENT} - sato [11/01/2021:01:56:55 -0000] "GET /a?b=c HTTP/1.1" 200 1234 "-" "x" "s" "-" 2083`,
    { user: 'sato', userAgent: 'x' },
  ],
  'IIS without the names of its fields': [
    'iis-fields',
    `2021-11-01 01:56:55 198.51.100.1 GET /a b=c 443 - ${CLIENT} x+y ${REFERRER} 200 0 0 12`,
    { bytes: undefined, referrer: REFERRER, userAgent: 'x y' },
  ],
  'IIS 7 without the names of its fields': [
    'iis-fields',
    `2021-11-01 01:56:55 198.51.100.1 GET /a b=c 443 sato ${CLIENT} x+y 200 0 0 12`,
    { bytes: undefined, user: 'sato', userAgent: 'x y' },
  ],
  'IIS 6 without the names of its fields': [
    'iis-fields',
    `2021-11-01 01:56:55 W3SVC1 198.51.100.1 GET /a b=c 443 - ${CLIENT} x+y 200 0 0`,
    { bytes: undefined, userAgent: 'x y' },
  ],
  'IIS with all fields but not their names': [
    'iis-fields',
    `2021-11-01 01:56:55 W3SVC1 WEB 198.51.100.1 GET /a b=c 443 - ${CLIENT} HTTP/1.1 x+y - ${REFERRER} example.jp 200 0 0 1234 56 12`,
    { vhost: 'example.jp', referrer: REFERRER, userAgent: 'x y' },
  ],
  uWSGI: [
    'uwsgi',
    `[pid: 12|app: 0|req: 1/1] ${CLIENT} (sato) {38 vars in 696 bytes} [Mon Nov  1 01:56:55 2021] GET /a?b=c => generated 1234 bytes in 129 msecs (HTTP/1.1 200) 9 headers in 378 bytes (1 switches on core 3)`,
    { user: 'sato' },
  ],
  'PHP’s own server': [
    'php-server',
    `[Mon Nov  1 01:56:55 2021] ${CLIENT}:4711 [200]: GET /a?b=c`,
    { bytes: undefined },
  ],
  'PHP’s own server of old': [
    'php-server',
    `[Mon Nov  1 01:56:55 2021] ${CLIENT}:4711 [404]: /a?b=c - No such file or directory`,
    { method: undefined, status: 404, bytes: undefined },
  ],
  'PHP-FPM': [
    'php-fpm-access',
    `${CLIENT} - sato 01/Nov/2021:10:56:55 +0900 "GET /a?b=c" 200 /home/x/index.php 12.345 2048`,
    { time: JAPAN_TIME, user: 'sato', bytes: undefined },
  ],
  'PHP-FPM beside its web server': [
    'php-fpm-access',
    '- -  01/Nov/2021:10:56:55 +0900 "GET /a?b=c" 200',
    { time: JAPAN_TIME, client: undefined, bytes: undefined },
  ],
  Heroku: [
    'syslog',
    `2021-11-01T01:56:55.123456+00:00 heroku[router]: at=info method=GET path="/a?b=c" host=example.jp request_id=8601 fwd="${CLIENT}" dyno=web.1 connect=1ms service=18ms status=200 bytes=1234 protocol=https`,
    { vhost: 'example.jp' },
  ],
  'programs in Go': [
    'logfmt',
    `time="2021-11-01T01:56:55Z" level=info msg="a b" remote=${CLIENT} method=GET path=/a?b=c status=200 size=1234`,
  ],
  'WordPress VIP': [
    'json',
    `{"body_bytes_sent":"1234","http_host":"example.jp","http_x_forwarded_for":"${CLIENT}","request_type":"GET","request_url":"/a?b=c","status":"200","timestamp_log":"01/Nov/2021:01:56:55 +0000","true_client_ip":"-"}`,
    { vhost: 'example.jp' },
  ],
  Vercel: [
    'json',
    `{"id":"1","timestamp":1635731815330,"host":"a.example.jp","proxy":{"timestamp":1635731815172,"method":"GET","host":"example.jp","path":"/a?b=c","userAgent":["x"],"statusCode":200,"clientIp":"${CLIENT}","responseByteSize":1234}}`,
    { vhost: 'a.example.jp', userAgent: 'x' },
  ],
  'Akamai DataStream': [
    'json',
    `{"version":1,"reqTimeSec":"1635731815.123","cliIP":"${CLIENT}","statusCode":"200","reqHost":"example.jp","reqMethod":"GET","reqPath":"/a","bytes":"1234","queryStr":"b=c"}`,
    { vhost: 'example.jp' },
  ],
  Fastly: [
    'json',
    `{"timestamp":"2021-11-01T01:56:55+0000","client_ip":"${CLIENT}","host":"example.jp","url":"/a?b=c","request_method":"GET","response_status":200,"response_body_size":1234}`,
    { vhost: 'example.jp' },
  ],
  'CloudFront in JSON': [
    'json',
    `{"date":"2021-11-01","time":"01:56:55","sc-bytes":"1234","c-ip":"${CLIENT}","cs-method":"GET","cs(Host)":"d1.cloudfront.net","cs-uri-stem":"/a","sc-status":"200","cs(Referer)":"${REFERRER}","cs-uri-query":"b=c","x-host-header":"example.jp"}`,
    { vhost: 'example.jp', referrer: REFERRER },
  ],
  'Apache in JSON': [
    'json',
    `{"date":"[01/Nov/2021:10:56:55 +0900]","remoteIP":"${CLIENT}","host":"example.jp","request":"/a","query":"?b=c","method":"GET","status":"200","size":"1234"}`,
    { time: JAPAN_TIME, vhost: 'example.jp' },
  ],
  'a server of Python': ['python-http', `${CLIENT} - - [01/Nov/2021 01:56:55] "GET /a?b=c HTTP/1.1" 200 1234`],
  uvicorn: [
    'uvicorn',
    `INFO:     ${CLIENT}:4711 - "GET /a?b=c HTTP/1.1" 200 OK`,
    { time: undefined, bytes: undefined },
  ],
  'squid with headers': [
    'squid',
    `1635731815.779    180 ${CLIENT} TCP_MISS/200 1234 GET http://example.jp/a?b=c - DIRECT/198.51.100.1 text/plain [User-Agent: x%0D%0A] [HTTP/1.1 200 OK%0D%0A]`,
    { target: 'http://example.jp/a?b=c' },
  ],
  'Azure Front Door': [
    'json',
    `{"time":"2021-11-01T01:56:55.76Z","category":"FrontdoorAccessLog","properties":{"httpMethod":"GET","requestUri":"https://example.jp:443/a?b=c","requestBytes":"1","responseBytes":"1234","userAgent":"x","clientIp":"203.0.113.7","socketIp":"${CLIENT}","httpStatusCode":"200"}}`,
    { vhost: 'example.jp:443', userAgent: 'x' },
  ],
  'Azure Application Gateway': [
    'json',
    `{"timeStamp":"2021-11-01T01:56:55+00:00","properties":{"clientIP":"${CLIENT}","httpMethod":"GET","requestUri":"/a","requestQuery":"b=c","userAgent":"x","httpStatus":200,"receivedBytes":1,"sentBytes":1234,"host":"example.jp"}}`,
    { vhost: 'example.jp', userAgent: 'x' },
  ],
  'AWS WAF': [
    'json',
    `{"timestamp":1635731815000,"action":"BLOCK","httpRequest":{"clientIp":"${CLIENT}","headers":[{"name":"Host","value":"x"}],"uri":"/a","args":"b=c","httpMethod":"GET"}}`,
    { status: 403, bytes: undefined },
  ],
  'AWS WAF that lets pass': [
    'json',
    `{"timestamp":1635731815000,"action":"ALLOW","httpRequest":{"clientIp":"${CLIENT}","uri":"/a","args":"b=c","httpMethod":"GET"}}`,
    { status: undefined, bytes: undefined },
  ],
  'Google Cloud’s load balancer': [
    'json',
    `{"httpRequest":{"remoteIp":"${CLIENT}","requestMethod":"GET","requestSize":"1","requestUrl":"https://example.jp/a?b=c","responseSize":"1234","status":200,"userAgent":"x"},"timestamp":"2021-11-01T01:56:55.5Z"}`,
    { vhost: 'example.jp', userAgent: 'x' },
  ],
  'Istio in JSON': [
    'json',
    `{"authority":"example.jp","bytes_received":7,"bytes_sent":1234,"downstream_remote_address":"${CLIENT}:4711","method":"GET","path":"/a?b=c","response_code":200,"start_time":"2021-11-01T01:56:55.310Z","user_agent":"x","x_forwarded_for":null}`,
    { vhost: 'example.jp', userAgent: 'x' },
  ],
  Kong: [
    'json',
    `{"request":{"size":"138","uri":"/a?b=c","url":"http://example.jp:8000/a?b=c","headers":{"host":"example.jp"},"method":"GET"},"client_ip":"${CLIENT}","response":{"status":200,"size":"1234"},"started_at":1635731815000}`,
    { vhost: 'example.jp' },
  ],
  'Amazon API Gateway': [
    'json',
    `{"requestId":"a","ip":"${CLIENT}","user":"-","requestTime":"01/Nov/2021:01:56:55 +0000","httpMethod":"GET","resourcePath":"/a?b=c","status":"200","responseLength":"1234"}`,
  ],
  'Elastic Common Schema': [
    'json',
    `{"@timestamp":"2021-11-01T01:56:55.000Z","source":{"address":"${CLIENT}"},"http":{"request":{"method":"GET","body":{"bytes":7}},"response":{"status_code":200,"body":{"bytes":1234}}},"url":{"original":"/a?b=c"}}`,
  ],
  'Cloudflare Logpush in nanoseconds': [
    'json',
    `{"ClientIP":"${CLIENT}","ClientRequestHost":"example.jp","ClientRequestMethod":"GET","ClientRequestURI":"/a?b=c","EdgeEndTimestamp":1635731816000000000,"EdgeResponseBytes":1234,"EdgeResponseStatus":200,"EdgeStartTimestamp":1635731815000000000}`,
    { vhost: 'example.jp' },
  ],
};

async function read(log: string): Promise<{ format: string | undefined; entries: Entry[] }> {
  const { format, table } = await readEntries(log);
  return { format, entries: entriesOf(new LogTable(settleLocalTimes(table, UTC))) };
}

function present(entry: Partial<Entry>): Partial<Entry> {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
}

describe('Logs of platforms', () => {
  for (const [platform, [id, line, entry]] of Object.entries(LINES)) {
    it(`are read as those of ${platform}`, async () => {
      const { format, entries } = await read(line);
      assert.equal(format, id);
      assert.deepEqual(entries, [present({ line: 1, ...REQUEST, ...entry })]);
    });
  }

  it('are read between lines of any other format', async () => {
    const lines = [combinedLine(), commonLine(), ...Object.values(LINES).map(([, line]) => line)];
    for (const own of Object.values(LINES).map(([, line]) => line)) {
      const { table } = await readEntries([...Array.from({ length: 30 }, () => own), ...lines].join('\n'));
      const names = own.startsWith(CLOUD_STORAGE_NAMES) ? 31 : 1;
      assert.equal(table.rejected.length, names, own);
    }
  });

  it('take whole URLs for those of Varnish only where nearly all are so', async () => {
    const whole = combinedLine({ request: 'GET http://example.jp/a?b=c HTTP/1.1' });
    const varnish = await read(logOf(30, () => whole));
    assert.deepEqual(
      [varnish.format, varnish.entries[0]?.target, varnish.entries[0]?.vhost],
      ['varnish', '/a?b=c', 'example.jp'],
    );
    for (const log of [logOf(19, () => whole), logOf(100, (n) => (n % 2 === 0 ? whole : combinedLine()))]) {
      const { format, entries } = await read(log);
      assert.deepEqual([format, entries[0]?.target], ['combined', 'http://example.jp/a?b=c']);
    }
    assert.equal((await read(logOf(30, () => `${whole} TCP_MISS:HIER_DIRECT`))).format, 'combined');
  });

  it('are not read where a part is missing or nonsense', async () => {
    for (const line of [
      `[01/Nov/2021:10:56:55 +0900] ${CLIENT} TLSv1.2 ECDHE "GET /a HTTP/1.1"`,
      `[01/Nov/2021:10:56:55 +0900] ${CLIENT} http/1.1 ECDHE "GET /a HTTP/1.1" 12`,
      `[01/Nov/2021:10:56:55 +0900] ${CLIENT} TLSv1.2 ECDHE "GET /a HTTP/1.1" many`,
      `[01/Nov/2021:01:56:55 +0000] - 200 200 - GET https example.jp "/a" [Customer ${CLIENT}] [Length 1] "x" "-"`,
      `[01/Nov/2021:01:56:55 +0000] ok - GET https example.jp "/a" [Client ${CLIENT}] [Length 1] [Gzip -] "x" "-"`,
      tabbed(`2021-11-01 01:56:55 NRT57-P1 1234 ${CLIENT} GET d1 /a 200`),
      '"1635731815123456","192.0.2.1","1","","GET","/a","200"',
      '"a","192.0.2.1","1","","GET","/a","200","0","12","5","s","","x","A","G","b","a"',
      `${CLIENT}:33313 [01/Nov/2021:01:56:55.443] fnt bck/srv1 0/0/5007 212 --`,
      `INFO:     ${CLIENT}:4711 - "GET /a HTTP/1.1"`,
      'INFO:     Application startup complete. - "x" now',
      `[pid: 12|app: 0|req: 1/1] ${CLIENT} () {38 vars in 696 bytes} [Mon Nov  1 01:56:55 2021] GET /a`,
      `[pid: 12|app: 0|req: 1/1] ${CLIENT} () {3 vars} [Mon Nov  1 01:56:55 2021] GET /a => generated 1 bytes in 1 msecs (HTTP/1.1`,
      '- -  01/Nov/2021:10:56:55 +0900 "GET /a" ok',
      '- -  01/Nov/2021:10:56:99 +0900 "GET /a" 200',
      'level=info status=200 path=/a',
      `remote=${CLIENT} method=GET path=/a status`,
      tabbed(
        `1635731815.123 Cw ${CLIENT} 4711 198.51.100.1 80 1 GET example.jp /a - 1.1 x 0 12 200 OK - - - - - - - -`,
      ),
      '{"date":"2021-11-01","time":"yesterday","level":"info"}',
      `2021-11-01 01:56:55 198.51.100.1 GET /a - 443 - ${CLIENT} x 200 0 0`,
      `2021-11-01 01:56:55 198.51.100.1 GET a - 443 - ${CLIENT} x 200 0 0 12`,
      '2021-11-01 01:56:55 198.51.100.1 GET /a - 443 - web x 200 0 0 12',
      'web GET [01/Nov/2021:10:56:55 +0900] "GET /a HTTP/1.1" 200 12',
      `${CLIENT} [yesterday] "GET /a HTTP/1.1" 200 12`,
      `example.jp ${CLIENT} [01/Nov/2021:10:56:55 +0900] GET "/a" 200 "-" "x"`,
      `example.jp ${CLIENT} [01/Nov/2021:10:56:55 +0900] GET "/a" HTTP/1.1 ok "-" "x"`,
      '[01/Nov/2021:10:56:55 +0900] started "GET /a HTTP/1.1" 200 12',
      `[01/Nov/2021:10:56:55 +0900] ${CLIENT} "1 2" 200 12`,
      `[01/Nov/2021:10:56:55 +0900] ${CLIENT} 1 2 3 4 5 6 "GET /a HTTP/1.1" 200 12`,
      `[01/Nov/2021:10:56:55] ${CLIENT} "GET /a HTTP/1.1" 200 12`,
      `${CLIENT} - - [13/13/2021:10:56:55 -0000] "GET /a HTTP/1.1" 200 12`,
    ]) {
      const { format } = await read(logOf(5, () => line));
      assert.equal(format, undefined, line);
    }
  });
});

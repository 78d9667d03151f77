import assert from 'node:assert/strict';
import { combinedLine, commonLine, logOf } from '../../../support/lines';
import { readEntries, type Entry } from '../../../support/entries';

const CLIENT = '192.0.2.1';
const TIME = '2021-11-01T01:56:55+00:00';
const AGENT = 'Mozilla/5.0 (X11)';

/** A line as a service writes it, and the entry that it is. */
const LINES: Readonly<Record<string, readonly [format: string, line: string, entry: Omit<Entry, 'line'>]>> = {
  'an Application Load Balancer': [
    'elb',
    `h2 2021-11-01T01:56:55.186641Z app/shop/50dc6c495c0c9188 ${CLIENT}:2817 198.51.100.1:80 0.000 0.001 0.000 200 200 34 366 "POST https://www.example.jp:443/mail.php?a=b HTTP/2.0" "${AGENT}" ECDHE TLSv1.2 arn:aws:x "Root=1-58337262" "www.example.jp" "-" 0 2021-11-01T01:56:55.000000Z "forward" "-" "-" "198.51.100.1:80" "200" "-" "-"`,
    {
      client: CLIENT,
      time: TIME,
      method: 'POST',
      target: '/mail.php?a=b',
      status: 200,
      bytes: 366,
      userAgent: AGENT,
      vhost: 'www.example.jp:443',
    },
  ],
  'an Application Load Balancer whose client said nothing': [
    'elb',
    `http 2021-11-01T01:56:55.186641Z app/shop/50dc ${CLIENT}:2817 - -1 -1 -1 400 - 0 272 "- http://www.example.jp:80- -" "-" - - - "-" "-" "-" - 2021-11-01T01:56:55Z "-" "-" "-" "-" "-" "-" "-"`,
    { client: CLIENT, time: TIME, status: 400, bytes: 272 },
  ],
  'a Classic Load Balancer': [
    'elb',
    `2021-11-01T01:56:55.945958Z shop [2001:db8::1]:39000 198.51.100.1:80 0.000073 0.001048 0.000057 200 200 0 29 "GET http://www.example.jp:80/ HTTP/1.1" "${AGENT}" - -`,
    {
      client: '2001:db8::1',
      time: TIME,
      method: 'GET',
      target: '/',
      status: 200,
      bytes: 29,
      userAgent: AGENT,
      vhost: 'www.example.jp:80',
    },
  ],
  'a Classic Load Balancer of old': [
    'elb',
    `2021-11-01T01:56:55.945958Z shop ${CLIENT}:39000 198.51.100.1:80 0.000073 0.001048 0.000057 200 200 0 29 "GET http://www.example.jp:80/a HTTP/1.1"`,
    {
      client: CLIENT,
      time: TIME,
      method: 'GET',
      target: '/a',
      status: 200,
      bytes: 29,
      vhost: 'www.example.jp:80',
    },
  ],
  'Amazon S3': [
    's3',
    `${'79a5'.repeat(16)} bucket [01/Nov/2021:01:56:55 +0000] ${CLIENT} arn:aws:iam::1:user/sato 3E57427F3EXAMPLE REST.GET.OBJECT a.jpg "GET /bucket/a.jpg?x HTTP/1.1" 200 - 113 113 7 6 "https://example.jp/" "${AGENT}" - s9lzHYrFp76= SigV4 ECDHE AuthHeader bucket.s3.amazonaws.com TLSv1.2 - -`,
    {
      client: CLIENT,
      user: 'arn:aws:iam::1:user/sato',
      time: TIME,
      method: 'GET',
      target: '/bucket/a.jpg?x',
      status: 200,
      bytes: 113,
      referrer: 'https://example.jp/',
      userAgent: AGENT,
      vhost: 'bucket.s3.amazonaws.com',
    },
  ],
  HAProxy: [
    'haproxy',
    `${CLIENT}:33317 [01/Nov/2021:01:56:55.655] http-in~ static/srv1 10/0/30/69/109 200 +2750 - - ---- 1/1/1/1/0 0/0 {${AGENT}|x y} {} "GET /index.html?a HTTP/1.1"`,
    { client: CLIENT, time: TIME, method: 'GET', target: '/index.html?a', status: 200, bytes: 2750 },
  ],
  'HAProxy after a bad request': [
    'haproxy',
    `${CLIENT}:33317 [01/Nov/2021:01:56:55.655] http-in http-in/<NOSRV> -1/-1/-1/-1/0 -1 0 - - PR-- 0/0/0/0/0 0/0 "<BADREQ>"`,
    { client: CLIENT, time: TIME, bytes: 0 },
  ],
  squid: [
    'squid',
    `1635731815.779    180 ${CLIENT} TCP_MISS/200 411 GET http://www.example.jp/a - DIRECT/198.51.100.1 text/plain`,
    { client: CLIENT, time: TIME, method: 'GET', target: 'http://www.example.jp/a', status: 200, bytes: 411 },
  ],
  'squid after a client went': [
    'squid',
    `1635731815.779      0 ${CLIENT} NONE_NONE/000 0 CONNECT www.example.jp:443 sato HIER_NONE/- -`,
    { client: CLIENT, user: 'sato', time: TIME, method: 'CONNECT', target: 'www.example.jp:443', bytes: 0 },
  ],
  Traefik: [
    'combined',
    `${CLIENT} - - [01/Nov/2021:01:56:55 +0000] "GET /a HTTP/1.1" 200 36 "-" "${AGENT}" 5 "shop@docker" "http://198.51.100.1:80" 2ms`,
    { client: CLIENT, time: TIME, method: 'GET', target: '/a', status: 200, bytes: 36, userAgent: AGENT },
  ],
};

describe('Logs of services and proxies', () => {
  for (const [service, [id, line, entry]] of Object.entries(LINES)) {
    it(`are read as those of ${service}`, async () => {
      const { format, entries } = await readEntries(line);
      assert.equal(format, id);
      assert.deepEqual(entries, [{ line: 1, ...entry }]);
    });
  }

  it('are read between lines of any other format', async () => {
    const lines = [combinedLine(), commonLine(), ...Object.values(LINES).map(([, line]) => line)];
    for (const own of lines) {
      const { table } = await readEntries([...Array.from({ length: 30 }, () => own), ...lines].join('\n'));
      assert.equal(table.rejected.length, 0, own);
    }
  });

  it('are not read where a part is missing', async () => {
    for (const [service, [, line]] of Object.entries(LINES)) {
      if (service === 'Traefik') continue;
      const shorter = line.split(' ').slice(0, 5).join(' ');
      assert.equal((await readEntries(logOf(10, () => shorter))).format, undefined, service);
    }
  });
});

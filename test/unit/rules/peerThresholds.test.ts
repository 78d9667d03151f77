import assert from 'node:assert/strict';
import { findingsIn, findingsInLog, many, request, sent, type Ask, type Request } from '../../support/traffic';

// The smallest traffic that a scenario of CrowdSec's hub reports: each must be told of, be it as information. The hub's
// thresholds are events that are let pass, and seconds in which one is forgiven.

const ROBOT = '192.0.2.66';

const at = (second: number, ask: Ask): Request => request(ROBOT, second, ask);
const paths = (count: number, make: (n: number) => Ask): Request[] => many(count, (n) => [at(0, make(n))]);
const letters = (n: number): string =>
  String.fromCharCode(65 + (n % 26), 65 + (Math.floor(n / 26) % 26), 88, 81, 90, 74);

const scenarios: Record<string, Request[]> = {
  'http-crawl-non_statics': paths(41, (n) => `GET /page/${n}`),
  'http-probing': paths(11, (n) => `GET /x/${n}.php 404`),
  'http-bad-user-agent': sent([at(0, 'GET /'), at(1, 'GET /')], { agent: 'Mozilla/5.00 (Nikto/2.1.5)' }),
  'http-sensitive-files': ['/.env', '/.git/HEAD', '/.bash_history', '/.htpasswd', '/.svn/entries'].map((path) =>
    at(0, `GET ${path} 404`),
  ),
  'http-backdoors-attempts': [at(0, 'GET /c99.php 404'), at(0, 'GET /r57.php 404')],
  'http-w00tw00t': [at(0, 'GET /w00tw00t.at.ISC.SANS.DFind:) 400')],
  'http-generic-401-bf': many(6, () => [at(0, 'POST /api/token 401')]),
  'http-generic-403-bf': many(6, () => [at(0, 'POST /submit 403')]),
  'http-open-proxy': [at(0, 'CONNECT mail.example.com:25 405')],
  'http-admin-interface-probing': [at(0, 'GET /phpmyadmin/ 404'), at(1, 'GET /pma/ 404'), at(2, 'GET /admin/ 404')],
  'http-wordpress-scan': paths(4, (n) => `GET /wp-content/plugins/p${n}/readme.txt 404`),
  'http-wordpress-scan of programs': ['/wp-a.php', '/wp-b.php', '/wp-c.php', '/wp-d.php'].map((path) =>
    at(0, `GET ${path} 404`),
  ),
  'http-bf-wordpress_bf': many(6, () => [at(0, 'POST /wp-login.php 200')]),
  'http-bf-wordpress_bf_xmlrpc': many(6, (n) => [at(n * 15, 'POST /xmlrpc.php 200')]),
  'http-wordpress_user-enum': paths(6, (n) => `GET /?author=${n} 404`),
  'http-wordpress_wpconfig': ['bak', 'old', 'txt', 'save', 'orig', 'swp'].map((end) =>
    at(0, `GET /wp-config.php.${end} 404`),
  ),
  'http-cve-probing': [at(0, 'GET /_ignition/execute-solution 404')],
  'http-technology-probing': [at(0, 'GET /solr/admin/info/system 404')],
  'http-sap-interface-probing': [at(0, 'GET /sap/bc/gui/sap/its/webgui 404'), at(0, 'GET /irj/portal 404')],
  'http-dos-bypass-cache': paths(31, (n) => `GET /?${1_000_000 + n * 7919}`),
  'http-dos-random-uri': paths(31, (n) => `GET /${letters(n)}`),
  'http-dos-switching-ua': many(11, (n) => sent([at(0, 'GET /')], { agent: `Mozilla/5.0 Chrome/${n}.0` })),
  'http-dos-invalid-http-versions': [{ ...at(0, 'GET / 400'), method: '', target: 'GET / HTTP/1.2' }],
  'http-generic-test': [at(0, 'GET /crowdsec-test-NtktlJHV4TfBSK3wvlhiOBnl 404')],
  'http-apiscp-bf': many(6, () => [at(0, 'POST /apps/login 200')]),
  'litespeed-admin-bf and http-magento-bf': many(6, () => [at(0, 'POST /admin/login.php 200')]),
  'http-magento-ccs': many(4, () => [at(0, 'POST /rest/V1/guest-carts/x/payment-information 400')]),
  'CVE-2022-41697': many(6, () => [at(0, 'POST /ghost/api/admin/session 404')]),
};

const time = (n: number): string => new Date(Date.UTC(2021, 10, 1) + n * 1000).toISOString().slice(11, 19);

describe('What CrowdSec’s scenarios report is told of:', () => {
  for (const [scenario, traffic] of Object.entries(scenarios)) {
    it(scenario, async () => {
      const named = (await findingsIn([traffic])).flatMap(({ clients }) => clients.map(({ address }) => address));
      assert.ok(named.includes(ROBOT), `named: ${named.join(' ')}`);
    });
  }

  const logs: Record<string, { count: number; line: (n: number) => string }> = {
    'http-generic-bf': {
      count: 6,
      line: (n) =>
        `[Mon Nov 01 ${time(n)}.000000 2021] [auth_basic:error] [pid 9] [client ${ROBOT}:4711] AH01618: user root not found: /stats/`,
    },
    'nginx-req-limit-exceeded': {
      count: 6,
      line: (n) =>
        `2021/11/01 ${time(n)} [error] 9#9: *${n} limiting requests, excess: 20.5 by zone "one", client: ${ROBOT}, server: example.jp, request: "GET / HTTP/1.1", host: "example.jp"`,
    },
    'vsftpd-bf': { count: 6, line: (n) => `Mon Nov  1 ${time(n)} 2021 [pid 9] [shop] FAIL LOGIN: Client "${ROBOT}"` },
    'postfix-relay-denied': {
      count: 4,
      line: (n) =>
        `Nov  1 ${time(n)} mail postfix/smtpd[99]: NOQUEUE: reject: RCPT from unknown[${ROBOT}]: 554 5.7.1 <a@example.com>: Relay access denied; from=<b@example.net> to=<a@example.com> proto=ESMTP helo=<x>`,
    },
  };
  for (const [scenario, { count, line }] of Object.entries(logs)) {
    it(scenario, async () => {
      const text = Array.from({ length: count }, (_, n) => `${line(n)}\n`).join('');
      const named = (await findingsInLog(text)).flatMap(({ clients }) => clients.map(({ address }) => address));
      assert.ok(named.includes(ROBOT), `named: ${named.join(' ')}`);
    });
  }
});

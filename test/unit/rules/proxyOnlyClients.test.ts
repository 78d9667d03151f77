import assert from 'node:assert/strict';
import type { Finding } from '../../../server/src/rules/finding';
import { combinedLine, logOf } from '../../support/lines';
import { SeededRandom } from '../../support/random';
import { findingsInLog, logText, uneven } from '../../support/traffic';

const CLOUDFLARE = '172.64.0.1';
const visitor = (n: number): string => `198.51.100.${n % 250}`;

async function found(log: string, settings = {}): Promise<Finding[]> {
  const findings = await findingsInLog(log, { 'proxy-only-clients': settings });
  return findings.filter(({ rule }) => rule === 'proxy-only-clients');
}

function logFrom(lines: number, clientOf: (n: number) => string, rest = ''): string {
  return logOf(lines, (n) => combinedLine({ client: clientOf(n), request: `GET /page${n} HTTP/1.1` }) + rest);
}

describe('A log that shows proxies instead of visitors', () => {
  it('is told once, with the proxies, the busiest first', async () => {
    const log = logFrom(400, (n) => (n < 10 ? visitor(n) : n % 4 === 0 ? '10.0.0.1' : CLOUDFLARE));
    const [finding, ...others] = await found(log);
    assert.deepEqual(others, []);
    assert.equal(finding?.severity, 'information');
    assert.equal(finding.count, 390);
    assert.match(finding.detail, /^390 of 400 requests come from addresses of proxies: 172\.64\.0\.1, 10\.0\.0\.1\./);
    assert.match(finding.advice, /mod_remoteip/);
    assert.deepEqual(
      finding.places.map(({ line }) => line),
      [11, 13],
    );
    // Whatever is done with the addresses of findings must not be done with these.
    assert.deepEqual(finding.clients, []);
  });

  for (const proxy of [CLOUDFLARE, '127.0.0.1', '192.168.1.1', '100.64.0.1', '::1', 'fd00::1', '2600:9000:2000::1']) {
    it(`is told of ${proxy}`, async () => assert.equal((await found(logFrom(100, () => proxy))).length, 1));
  }

  it('is not a log of visitors, however many requests the server sends itself', async () => {
    assert.deepEqual(await found(logFrom(400, (n) => (n % 10 === 0 ? visitor(n) : '127.0.0.1'))), []);
    assert.deepEqual(await found(logFrom(400, visitor)), []);
  });

  it('is not a log that has the visitors behind the proxies', async () => {
    const log = logOf(400, (n) => `${combinedLine({ client: CLOUDFLARE })} "${visitor(n)}"`);
    assert.deepEqual(await found(log), []);
  });

  it('is not a log of host names, of few requests or of nothing', async () => {
    assert.deepEqual(await found(logFrom(400, (n) => `host${n}.example.net`)), []);
    assert.deepEqual(await found(logFrom(99, () => CLOUDFLARE)), []);
    assert.deepEqual(await found(''), []);
  });

  it('is not one of an FTP server in a network of its own', async () => {
    const log = logOf(400, () => 'Mon Nov  1 10:56:55 2021 1 10.0.0.9 12 /home/x/a.html b _ o r user ftp 0 * c');
    assert.deepEqual(await found(log), []);
  });

  it('is told from as many requests and as large a share as the user says', async () => {
    const log = logFrom(50, (n) => (n % 5 === 0 ? visitor(n) : CLOUDFLARE));
    assert.deepEqual(await found(log, { minimumRequests: 50 }), []);
    assert.equal((await found(log, { minimumRequests: 50, share: 80 })).length, 1);
  });
});

describe('A flood through a proxy', () => {
  it('is told with the advice not to deny the proxy', async () => {
    const log = logText(uneven(new SeededRandom(3), 1, 300, CLOUDFLARE, 'POST /form.php'));
    const flood = (await findingsInLog(log)).find(({ rule }) => rule === 'flood-address');
    assert.match(flood?.advice ?? '', /do not deny it/);
  });
});

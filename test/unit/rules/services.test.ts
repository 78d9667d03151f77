import assert from 'node:assert/strict';
import { memorySource } from '../../../server/src/log/byteSource';
import { UTC } from '../../../server/src/log/localZone';
import { readLog } from '../../../server/src/log/readLog';
import { LogSetBuilder } from '../../../server/src/log/set/logSet';
import { analyseSet } from '../../../server/src/logAnalysis';
import { DEFAULT_LOG_SETTINGS } from '../../../server/src/settings';
import { logOf } from '../../support/lines';
import { SeededRandom } from '../../support/random';
import { findingsInLog, logText, uneven } from '../../support/traffic';

const random = new SeededRandom(5);
const ROBOT = '192.0.2.66';

const clock = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(11, 19);

async function rulesFor(log: string): Promise<string[]> {
  return (await findingsInLog(log)).map(({ rule }) => rule);
}

/** One entry every five seconds of what is busy on a server without being a flood of requests. */
const LOGS: Readonly<Record<string, (time: string, n: number) => string>> = {
  'files put on an FTP server': (time) =>
    `Mon Nov  1 ${time} 2021 1 ${ROBOT} 1234 /home/x/index.html b _ i r user ftp 0 * c`,
  'files fetched from an FTP server': (time) =>
    `Mon Nov  1 ${time} 2021 1 ${ROBOT} 1234 /home/x/backup.zip b _ o r user ftp 0 * c`,
  'mails that another server brings': (time, n) =>
    `Nov  1 ${time} h postfix/smtpd[1]: ${(0xa0000 + n).toString(16)}: client=mx.example.net[${ROBOT}]`,
  'mails that are turned away': (time, n) =>
    `Nov  1 ${time} h postfix/smtpd[1]: NOQUEUE: reject: RCPT from unknown[198.51.100.${n % 200}]: 554 5.7.1 Blocked; from=<a@example.net> to=<u@example.jp> proto=ESMTP helo=<x>`,
  'a mail program that looks for new mails': (time) =>
    `Nov  1 ${time} h dovecot: imap-login: Login: user=<info@example.jp>, method=PLAIN, rip=${ROBOT}, lip=203.0.113.1, TLS`,
  'errors of a script': (time) =>
    `[Mon Nov 01 ${time}.000000 2021] [php:error] [pid 1] [client ${ROBOT}:4711] PHP Fatal error:  Uncaught Error in /home/x/a.php:12`,
};

describe('Rules about requests', () => {
  for (const [what, line] of Object.entries(LOGS)) {
    it(`leave alone ${what}`, async () => {
      assert.deepEqual(await rulesFor(logOf(4000, (n) => line(clock(n * 5), n))), []);
    });
  }

  it('tell a flood by the share of the requests, whatever else the log has', async () => {
    const flood = logText(uneven(random, 1, 1200, ROBOT, 'POST /form.php'));
    const uploads = logOf(3000, (n) => LOGS['files put on an FTP server']!(clock(n * 5), n));
    const alone = await findingsInLog(flood);
    assert.deepEqual(
      alone.map(({ rule }) => rule),
      ['flood-address', 'hot-endpoint'],
    );
    const set = new LogSetBuilder();
    set.add('access.log', await readLog(memorySource(Buffer.from(flood))));
    set.add('xferlog', await readLog(memorySource(Buffer.from(uploads))));
    const { model, findings } = analyseSet(set.finish(UTC), DEFAULT_LOG_SETTINGS);
    assert.equal(model.table.rows, 4200);
    assert.deepEqual(
      findings.map(({ title }) => title),
      alone.map(({ title }) => title),
    );
    assert.match(findings[0]!.detail, /100% of all it sent and 100% of the whole log/);
  });

  it('take no failed log-in to an FTP server for one to a web server', async () => {
    const log = logOf(60, (n) => {
      return `Nov  1 ${clock(n)} h pure-ftpd: (?@${ROBOT}) [WARNING] Authentication failed for user [x]`;
    });
    const titles = (await findingsInLog(log)).map(({ title }) => title);
    assert.deepEqual(titles, [`${ROBOT} tried 60 passwords on the FTP or SSH server`]);
  });
});

import assert from 'node:assert/strict';
import { joinIncident, type Incident } from '../../../server/src/incident/incident';
import { mailLines } from '../../../server/src/incident/mails/mailWords';
import { readHostNotice } from '../../../server/src/incident/notice/readHostNotice';
import type { MailsPerCall } from '../../../server/src/site/mailsPerCall';
import { openLogOf } from '../../support/openLog';
import { LEFT_OVER, lineAt } from '../../support/timeline';

const ROBOT = '203.0.113.9';
const ONE: MailsPerCall = { path: 'l.php', most: 1, recipientFromRequest: false };
const WITH_REPLY: MailsPerCall = { path: 'l.php', most: 2, recipientFromRequest: true };
const OPEN: MailsPerCall = { path: 'l.php', recipientFromRequest: true };
const HUNDRED = lineAt('10:00:00', ROBOT, 'POST /l.php').repeat(100);

/** An incident about a form and a host that counted so many mails. */
async function incidentWith(log: string, mailers: readonly MailsPerCall[], counted?: number): Promise<Incident> {
  const { model, findings: logFindings } = await openLogOf(log);
  return joinIncident({
    model,
    logFindings,
    site: { paths: ['l.php', 'n.php'], findings: LEFT_OVER, mailers },
    ...(counted !== undefined && { notice: readHostNotice(`【 ${counted} 】件のメールが送信されました。`) }),
  });
}

/** The least and the most mails, and how the host's number lies to them. */
async function range(log: string, mailers: readonly MailsPerCall[], counted?: number): Promise<unknown[]> {
  const { mails } = await incidentWith(log, mailers, counted);
  return mails === undefined ? [] : [mails.least, mails.most, mails.comparison];
}

/** What speaks for and against the likeliest cause where the host counted so many mails. */
async function evidence(counted: number): Promise<string[]> {
  const { causes } = await incidentWith(HUNDRED, [WITH_REPLY], counted);
  return causes[0]!.evidence.map(({ speaks, text }) => `${speaks} ${text}`);
}

/** A line of PHP's log of mails. */
function sentMail(second: number): string {
  return `[01-Nov-2021 10:00:0${second} Asia/Tokyo] mail() on [/home/u/public_html/l.php:3]: To: a@example.com -- Headers: -- Subject: x\n`;
}

describe('How many mails the logs support', () => {
  it('is a mail for each request that was accepted, and twice as many with an automatic reply', async () => {
    assert.deepEqual(await range(HUNDRED, [ONE]), [100, 100, undefined]);
    assert.deepEqual(await range(HUNDRED, [WITH_REPLY]), [100, 200, undefined]);
    assert.deepEqual(await range(HUNDRED, [OPEN]), [100, undefined, undefined]);
  });

  it('is one for a request that may have been for the programs of several domains', async () => {
    const { model } = await openLogOf(HUNDRED);
    const paths = ['a.example/public_html/l.php', 'b.example/public_html/l.php'];
    const mailers = paths.map((path) => ({ ...ONE, path }));
    const notice = readHostNotice('【 100 】件のメールが送信されました。');
    const { mails } = joinIncident({ model, notice, site: { paths, findings: [], mailers } });
    assert.deepEqual(
      mails!.programs.map(({ accepted }) => accepted),
      [100, 100],
    );
    assert.deepEqual([mails!.least, mails!.most, mails!.busiestDay], [100, 200, 100]);
  });

  it('counts neither what was refused nor who only looked', async () => {
    const others =
      lineAt('10:00:00', ROBOT, 'GET /l.php').repeat(9) +
      lineAt('10:00:00', ROBOT, 'POST /l.php', 403).repeat(9) +
      lineAt('10:00:00', ROBOT, 'POST /l.php', 500).repeat(9) +
      lineAt('10:00:00', ROBOT, 'POST /l.php', 302).repeat(5);
    assert.deepEqual(await range(others, [ONE]), [5, 5, undefined]);
    assert.deepEqual(await range(lineAt('10:00:00', ROBOT, 'GET /l.php'), [ONE]), []);
  });

  it('adds up the programs, also those that nobody accuses', async () => {
    const both = HUNDRED + lineAt('10:00:00', ROBOT, 'POST /n.php').repeat(20);
    const mailers = [ONE, { ...WITH_REPLY, path: 'n.php' }];
    assert.deepEqual(await range(both, mailers), [120, 140, undefined]);
    const { mails, files } = await incidentWith(both, mailers);
    assert.deepEqual(
      mails!.programs.map(({ file, accepted, places }) => [file, accepted, places.length]),
      [
        ['l.php', 100, 20],
        ['n.php', 20, 20],
      ],
    );
    assert.deepEqual(
      files.map(({ file }) => file),
      ['l.php'],
    );
  });

  it('is not told of a form that nothing accuses where the host wrote of no mails', async () => {
    const { model } = await openLogOf(HUNDRED);
    const site = { paths: ['l.php', 'n.php'], findings: [], mailers: [WITH_REPLY] };
    const notice = readHostNotice('不正なファイルを検知しました。\n/home/u/public_html/n.php');
    assert.equal(joinIncident({ model, notice, site }).mails, undefined);
    assert.equal(joinIncident({ model, site }).mails, undefined);
  });

  it('is laid beside the number of the host', async () => {
    assert.deepEqual(await range(HUNDRED, [WITH_REPLY], 150), [100, 200, 'within']);
    assert.deepEqual(await range(HUNDRED, [WITH_REPLY], 50), [100, 200, 'fewer']);
    assert.deepEqual(await range(HUNDRED, [WITH_REPLY], 10_000), [100, 200, 'more']);
    assert.deepEqual(await range(HUNDRED, [OPEN], 10_000), [100, undefined, 'within']);
  });

  it('is said with what may explain a difference', async () => {
    const less = mailLines((await incidentWith(HUNDRED + HUNDRED.replaceAll('01/Nov', '03/Nov'), [ONE], 100)).mails!);
    assert.equal(less[0], 'The logs support about 200 mails.');
    assert.match(less.join(' '), /in the busiest 24 hours 100 requests were accepted/);
    const more = mailLines((await incidentWith(HUNDRED, [WITH_REPLY], 10_000)).mails!).join(' ');
    assert.match(
      more,
      /^The logs support 100 to 200 mails\. l\.php accepted 100 requests and sends up to 2 mails each time/,
    );
    assert.match(more, /The host counted 10,000, which is more\. Days or domains of which no log was read/);
    assert.match(more, /ask the host for the log of sent mails/);
    const within = mailLines((await incidentWith(HUNDRED, [WITH_REPLY], 150)).mails!);
    assert.equal(within.at(-1), 'The host counted 150, which agrees with that.');
  });

  it('speaks for the form as the cause, or against it where it explains too few', async () => {
    assert.match((await evidence(150)).at(-1)!, /^for The logs support 100 to 200 mails\. The host counted 150/);
    assert.match((await evidence(10_000)).at(-1)!, /^against The logs support/);
  });

  it('is what the log of sent mails has where one was read', async () => {
    const { mails } = await incidentWith(Array.from({ length: 7 }, (_, n) => sentMail(n)).join(''), [ONE], 9);
    assert.deepEqual([mails?.logged, mails?.programs.length, mails?.comparison], [7, 0, undefined]);
    assert.deepEqual(mailLines(mails!), ['The log of sent mails that was read has 7 mails.']);
  });
});

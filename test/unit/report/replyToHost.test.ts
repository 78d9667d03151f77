import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { joinIncident } from '../../../server/src/incident/incident';
import { readHostNotice } from '../../../server/src/incident/notice/readHostNotice';
import type { Task } from '../../../server/src/incident/notice/task';
import { inLanguage } from '../../../server/src/language';
import { replyToHost } from '../../../server/src/report/reply/replyToHost';
import type { WordBundle } from '../../../server/src/words';
import { openLogOf } from '../../support/openLog';
import { findingOfSite } from '../../support/siteFindings';

const MAIL = `エックスサーバー
お問い合わせ番号：42-1
サーバーID：sv1
ドメイン名：shop.example
【 10,000 】件のメールが送信されました。
/home/u/public_html/l.php
/home/u/public_html/gone.php
検出されたファイルを削除してください。
WordPressの管理パスワードを変更してください。
ご対応が終わりましたら返信してください。`;
const LOG = '192.0.2.1 - - [01/Nov/2021:10:00:00 +0900] "POST /l.php HTTP/1.1" 200 10 "-" "x"\n'.repeat(30);

async function reply(...done: readonly Task[]): Promise<string> {
  const { model } = await openLogOf(LOG);
  const site = { paths: ['index.html', 'l.php'], findings: [findingOfSite()] };
  const incident = joinIncident({ notice: readHostNotice(MAIL), model, site });
  return replyToHost({ incident, done: new Set(done) });
}

/** What a reply says of the addresses that called a file. */
async function addressesOf(callers: number): Promise<string | undefined> {
  const lines = Array.from({ length: callers }, (_, at) => LOG.replaceAll('192.0.2.1 ', `192.0.2.${at + 1} `));
  const { model } = await openLogOf(lines.join(''));
  const site = { paths: ['l.php'], findings: [findingOfSite()] };
  const incident = joinIncident({ notice: readHostNotice(MAIL), model, site });
  return /Addresses: .*/.exec(replyToHost({ incident, done: new Set() }))?.[0];
}

describe('The reply to the host', () => {
  it('quotes what the host needs, tells the cause, and says what is still open', async () => {
    assert.equal(
      await reply('delete-files'),
      `Subject: Re: your notice of abuse (42-1)

Inquiry: 42-1
Server: sv1
Domain: shop.example

Hello,

Thank you for your notice. I am sorry for the trouble that this caused.
This is what I found and did.

1. Cause
The logs that I could read do not show it. I am looking further.
- Another way, or one before the logs begin: may be, as far as the logs tell
- FTP connection by strangers: not known, as I have no log that would show it
- Abuse of a program of the site itself: not seen in the logs
- Log-in by strangers to WordPress or another program: not seen in the logs
- Use of a hole in a program: not seen in the logs

Files that were used:
- /home/u/public_html/l.php
  Requests that sent something: 30; clients: 1
  2021-11-01 10:00:00 +09:00
  Addresses: 192.0.2.1

You count 10,000 mails.

2. Files
Files: 2; deleted: 2
- /home/u/public_html/l.php: deleted on the server
- /home/u/public_html/gone.php: deleted

3. Done
- Deletion of every malicious file on the server

4. Still open
- New passwords for WordPress and other programs

I will write again as soon as what is open is done.

Kind regards,
(your name)
`,
    );
  });

  it('tells what was done beyond what the host asks for', async () => {
    const text = await reply('scan-computer', 'reply');
    assert.match(text, /3\. Done\n- Virus check of my computer\n\n4\. Still open\n- Deletion/);
    assert.match(text, /Files: 2; deleted: 1\n- \/home\/u\/public_html\/l\.php: to be deleted/);
  });

  it('names what the logs show of each way in, and not in words for the user', async () => {
    const visit = LOG.slice(0, LOG.indexOf('\n') + 1)
      .replace('POST', 'GET')
      .replace('10:00:00', '03:00:00');
    const { model } = await openLogOf(visit + LOG);
    const finding = findingOfSite({ rule: 'orphaned-mailer', title: 'Nobody needs l.php' });
    const incident = joinIncident({ model, site: { paths: ['index.html', 'l.php'], findings: [finding] } });
    const text = replyToHost({ incident, done: new Set() });
    assert.match(
      text,
      /1\. Cause\n- Abuse of a program of the site itself: seen in the logs \(first at 2021-11-01 10:00:00 \+09:00\)\n\n/,
    );
    assert.doesNotMatch(text, /Nobody needs/);
  });

  it('asks for an end of the restrictions only when all is done', async () => {
    const text = await reply('delete-files', 'change-cms-password');
    assert.match(text, /Please lift the restrictions\./);
    assert.doesNotMatch(text, /Still open/);
  });

  it('says that bad files are still to be deleted though the host did not ask for it', () => {
    const site = { paths: ['l.php'], findings: [findingOfSite()] };
    const text = replyToHost({ incident: joinIncident({ site }), done: new Set() });
    assert.match(text, /l\.php: to be deleted/);
    assert.match(text, /Still open\n- Deletion of every malicious file/);
  });

  it('claims no cause that no log shows', () => {
    const incident = joinIncident({ notice: readHostNotice(MAIL) });
    const text = replyToHost({ incident, done: new Set() });
    assert.match(text, /The logs that I could read do not show it\./);
  });

  it('is in Japanese where the host reads Japanese, whatever the user’s language', async () => {
    const bundle = path.join(__dirname, '../../../l10n/bundle.l10n.ja.json');
    const words = JSON.parse(readFileSync(bundle, 'utf8')) as WordBundle;
    const incident = joinIncident({ notice: readHostNotice(MAIL) });
    const text = inLanguage({ locale: 'ja', words }, () => replyToHost({ incident, done: new Set() }));
    assert.match(text, /お問い合わせ番号: 42-1/);
    assert.doesNotMatch(text, /[a-z]{4,} [a-z]{4,}/, 'no English is left');
    assert.match(await reply(), /^Subject:/, 'the user’s own language is as before');
  });

  it('names up to ten addresses of a file, and counts the others', async () => {
    assert.match((await addressesOf(10))!, /^(?!.*more).*192\.0\.2\.10\b/);
    assert.match((await addressesOf(12))!, /, … and 2 more$/);
  });

  it('says nothing in a stranger’s words that acts', () => {
    const hostile = 'l.php\u202e http://evil.example/\u001b[31m';
    const incident = joinIncident({ list: { format: 'paths', files: [{ path: `/home/u/${hostile}` }], leftOut: 0 } });
    const text = replyToHost({ incident, done: new Set() });
    assert.doesNotMatch(text, /\p{Cf}|http:/u);
    assert.ok(!text.includes('\u001b'));
  });
});

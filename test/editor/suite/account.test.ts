import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { inside, inWorkspace } from './support/inside';
import { runAndAccept } from './support/quickPick';

/** `不正なファイル一覧` in ISO-2022-JP, as a mail brings it. */
const SUBJECT = '=?iso-2022-jp?b?GyRCSVRANSRKJVUlISUkJWswbE13GyhC?=';
const LIST = Buffer.from('/home/users/2/u/web/tw/tw_contact.php\r\n').toString('base64');
const MAIL = `MIME-Version: 1.0
Subject: ${SUBJECT}
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain; charset=us-ascii

10,000 emails were sent from your account. Domain: shop.example
--b
Content-Type: text/plain; name=list.txt
Content-Transfer-Encoding: base64

${LIST}
--b--
`;

describe('The account of an incident', () => {
  const mail = inWorkspace('from-host.eml');

  before(async () => {
    await vscode.workspace.fs.writeFile(mail, Buffer.from(MAIL.replaceAll('\n', '\r\n')));
    await vscode.commands.executeCommand('logSiteAudit.readHostMail', mail);
  });

  after(async () => {
    await vscode.workspace.fs.delete(mail);
    await vscode.commands.executeCommand('logSiteAudit.forgetIncident');
    await vscode.commands.executeCommand('logSiteAudit.clearAudits');
  });

  it('is known from a mail as it was saved, with the list that it brought', async () => {
    const { incidents } = await inside();
    assert.match(incidents.parts.notice ?? '', /^Subject: 不正なファイル一覧\n/);
    assert.equal(incidents.parts.list, '/home/users/2/u/web/tw/tw_contact.php\r\n');
    assert.ok(incidents.result?.notice?.includes('10,000 mails were sent.'));
    const named = incidents.result?.files.find(({ path }) => path === '/home/users/2/u/web/tw/tw_contact.php');
    assert.equal(named?.state, 'present');
  });

  it('has document roots, of which the user’s word is kept', async () => {
    const { incidents } = await inside();
    const [found] = incidents.result!.roots;
    await runAndAccept('logSiteAudit.documentRoots');
    assert.deepEqual(incidents.parts.roots, [found]);
    assert.deepEqual(incidents.result?.roots[0], found);
  });
});

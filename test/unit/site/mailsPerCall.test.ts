import assert from 'node:assert/strict';
import { auditSite } from '../../../server/src/site/auditSite';
import { memoryDisk } from './memoryDisk';

/** How many mails a call of a program sends, and whether the request names a recipient. */
async function mailsOf(code: string): Promise<string> {
  const { mailers } = await auditSite(memoryDisk({ 'index.html': '<p>shop', 'f.php': `<?php ${code}` }), '/site');
  return mailers
    .map(({ path, most, recipientFromRequest }) => `${path} ${most ?? 'any'}${recipientFromRequest ? ' chosen' : ''}`)
    .join();
}

const TO_OWNER = "mail('owner@example.jp', 's', $_POST['b']);";
const TO_VISITOR = "mail($_POST['mail'], 'thanks', 'b');";

/** A script of the family that is set up by switches at its beginning. */
function formScript(reply: 0 | 1): string {
  return `$remail = ${reply}; $useToken = 0; $confirmDsp = 0; ${TO_OWNER} if ($remail) { ${TO_VISITOR} }`;
}

describe('Mails of one call of a program', () => {
  it('are as many as places in its code send one', async () => {
    assert.equal(await mailsOf(TO_OWNER), 'f.php 1');
    assert.equal(await mailsOf(`${TO_OWNER} ${TO_VISITOR}`), 'f.php 2 chosen');
  });

  it('have no limit where a list is gone through', async () => {
    assert.equal(
      await mailsOf("foreach (explode(',', $_POST['l']) as $to) { mail($to, 's', 'b'); }"),
      'f.php any chosen',
    );
  });

  it('leave out the automatic reply of a form script where it is switched off', async () => {
    assert.match(await mailsOf(formScript(1)), /^f\.php 2/);
    assert.match(await mailsOf(formScript(0)), /^f\.php 1/);
  });

  it('are none of a site without such a program', async () => {
    assert.equal(await mailsOf('echo 1;'), '');
  });
});

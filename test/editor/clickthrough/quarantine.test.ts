import { strict as assert } from 'node:assert';
import { chmod, lstat, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { auditFromView, findingRow, startSampleSession, type SampleSession } from '../harness/sampleSession';
import type { Session } from '../harness/session';
import { newestVsCode } from '../harness/versions';

const COMMAND = 'Log & Site Audit: ';
const SHELL = 'images/works/l.php';
const MODIFIED = new Date('2021-11-01T03:04:05.678Z');

// Of the two, the oldest VS Code refuses to show dialogs to a window that is driven.
describe('The quarantine', () => {
  let sample: SampleSession;
  let shell: string;
  let original: Buffer;
  let session: Session;

  before(async () => {
    sample = await startSampleSession(newestVsCode, async (folder) => {
      shell = join(folder, 'site', SHELL);
      await utimes(shell, MODIFIED, MODIFIED);
      await chmod(shell, 0o604);
      original = await readFile(shell);
    });
    ({ session } = sample);
    await auditFromView(session);
  });

  after(() => sample.close());

  async function answer(button: string): Promise<void> {
    await session.page.locator('.monaco-dialog-box').getByRole('button', { name: button, exact: true }).click();
  }

  /** Chooses from the menu of a row. */
  async function choose(row: Locator, title: string): Promise<void> {
    await row.click({ button: 'right' });
    await session.chooseInMenu(title);
  }

  async function restore(): Promise<void> {
    await session.runCommand(`${COMMAND}Restore from Quarantine…`);
    await session.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'l.php' }).first().click();
    await session.page.getByRole('button', { name: 'OK', exact: true }).click();
  }

  it('leaves the file when the user thinks better of it', async () => {
    await choose(findingRow(session, 'l.php'), 'Move to Quarantine…');
    await session.waitForText('Move l.php to quarantine?');
    await answer('Cancel');
    assert.deepEqual(await readFile(shell), original);
  });

  it('takes the file out of the site, whose findings go with it', async () => {
    await choose(findingRow(session, 'l.php'), 'Move to Quarantine…');
    await answer('Move to Quarantine');
    await session.waitForText('l.php is in quarantine.');
    await assert.rejects(lstat(shell), { code: 'ENOENT' });
    await findingRow(session, 'l.php').waitFor({ state: 'detached' });
    await findingRow(session, 'tw_contact.php').waitFor();
  });

  it('gives it back as it was, and asks first where another file is in its place', async () => {
    await writeFile(shell, 'new');
    await restore();
    await session.waitForText('There is another l.php now.');
    await answer('Cancel');
    assert.equal(await readFile(shell, 'utf8'), 'new');
    await restore();
    await answer('Replace');
    await session.waitForText('l.php was restored as l.php.');
    const { mode, mtimeMs } = await lstat(shell);
    assert.deepEqual([await readFile(shell), mode & 0o777, Math.round(mtimeMs)], [original, 0o604, MODIFIED.getTime()]);
    assert.deepEqual(
      (await readdir(join(shell, '..'))).filter((name) => name.includes('restored')),
      [],
    );
    await findingRow(session, 'l.php').waitFor();
  });
});

import { strict as assert } from 'node:assert';
import { chmod, lstat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipOf } from '../../support/archives';
import { fileState } from '../../support/fileState';
import { plantedFile, SHELL_CODE } from '../../support/plantedFile';
import { auditFromView, findingRow, startSampleSession, type SampleSession } from '../harness/sampleSession';
import type { Session } from '../harness/session';
import { newestVsCode } from '../harness/versions';

const COMMAND = 'Log & Site Audit: ';
const MODIFIED = new Date('2021-11-01T03:04:05.678Z');

/** Back doors with names, permissions and contents that are hard to handle, and a file of which nothing was downloaded. */
const FILES: Readonly<Record<string, { readonly code: string; readonly mode: number }>> = {
  'images/works/l.php': { code: `${plantedFile(SHELL_CODE)}\r\n\0`, mode: 0o604 },
  'images/ #1 フォーム %2e.php': { code: plantedFile(SHELL_CODE), mode: 0o600 },
  'images/locked.php': { code: `${plantedFile(SHELL_CODE)}// locked\n`, mode: 0o000 },
  'empty.php': { code: '', mode: 0o644 },
};
const NAMES = Object.keys(FILES);
/** Nothing is suspicious about nothing, so this one is named by hand. */
const SHELLS = NAMES.filter((name) => name !== 'empty.php');

/** Rows that are out of sight are not drawn. */
const TALL = { width: 1280, height: 1600 };

/** Puts the files into a copy of the sample incident. */
async function plant(folder: string): Promise<void> {
  for (const [name, { code, mode }] of Object.entries(FILES)) {
    const file = join(folder, 'site', name);
    await writeFile(file, code);
    await utimes(file, MODIFIED, MODIFIED);
    await chmod(file, mode);
  }
}

describe('Cleaning up', () => {
  let sample: SampleSession;
  let session: Session;
  let original: readonly object[];

  before(async () => {
    sample = await startSampleSession(newestVsCode, plant, { size: TALL });
    ({ session } = sample);
    original = await Promise.all(NAMES.map(stateOf));
    await auditFromView(session);
  });

  after(() => sample.close());

  const inSite = (name: string): string => join(sample.folder, 'site', name);

  const stateOf = (name: string): Promise<object> => fileState(inSite(name));

  async function areGone(names: readonly string[]): Promise<void> {
    for (const name of names) await assert.rejects(lstat(inSite(name)), { code: 'ENOENT' }, name);
  }

  const listRow = (text: string) =>
    session.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: text }).first();

  const ok = (): Promise<void> => session.page.getByRole('button', { name: 'OK', exact: true }).click();

  async function chooseInNotification(name: string): Promise<void> {
    await session.runCommand('Notifications: Show Notifications');
    await session.page.locator('.notifications-center .monaco-button').filter({ hasText: name }).first().click();
  }

  it('deletes nothing where the system has no trash, and offers the quarantine, which has a way back', async () => {
    await session.runCommand(`${COMMAND}Move Suspicious Files to Trash…`);
    await listRow('locked.php').waitFor();
    await ok();
    await session.waitForText(/Some systems have no trash/);
    assert.deepEqual(await Promise.all(NAMES.map(stateOf)), original);
    await chooseInNotification('Move to Quarantine');
    await session.waitForText(/files are in quarantine\./);
    await chooseInNotification('Restore');
    await session.waitForText(/files were restored\./);
    assert.deepEqual(await Promise.all(NAMES.map(stateOf)), original);
    await session.runCommand('Notifications: Clear All Notifications');
    await findingRow(session, 'locked.php').waitFor();
  });

  it('trusts files that are selected together, until that is undone', async () => {
    const [one, another] = [findingRow(session, 'works/l.php'), findingRow(session, 'フォーム')];
    await one.click();
    await another.click({ modifiers: ['ControlOrMeta'] });
    await another.click({ button: 'right' });
    await session.chooseInMenu('Mark as Known Good');
    await listRow('l.php').waitFor();
    await ok();
    await session.waitForText('2 files are good');
    await session.page.locator('.quick-input-widget input[type="text"]').fill('I wrote them');
    await session.page.keyboard.press('Enter');
    await session.waitForText('2 files are no longer reported');
    for (const row of [one, another]) await row.waitFor({ state: 'detached' });
    await findingRow(session, 'locked.php').waitFor();
    await chooseInNotification('Undo');
    for (const row of [one, another]) await row.waitFor();
    await session.runCommand('Notifications: Clear All Notifications');
  });

  it('takes all files to act on out of the site at once, after the user saw which and why', async () => {
    await session.runCommand(`${COMMAND}Move Suspicious Files to Quarantine…`);
    // The rows are those of the palette before, until they are drawn anew.
    const row = listRow('site/images/works');
    assert.match((await row.textContent()) ?? '', /l\.php is harmful/);
    assert.equal(await row.getAttribute('aria-checked'), 'true');
    await ok();
    await session.waitForText(/files are in quarantine\./);
    await areGone(SHELLS);
    await findingRow(session, 'l.php').waitFor({ state: 'detached' });
  });

  it('takes one out that is empty', async () => {
    await session.runCommand('View: Show Explorer');
    await session.openFileFromExplorer('site/empty.php');
    await session.runCommand(`${COMMAND}Move to Quarantine…`);
    await session.page
      .locator('.monaco-dialog-box')
      .getByRole('button', { name: 'Move to Quarantine', exact: true })
      .click();
    await session.waitForText('empty.php is in quarantine.');
    await areGone(['empty.php']);
  });

  it('gives all back byte for byte after a restart', async () => {
    await session.page.reload();
    // The commands are there once the extension is: the view says so.
    await session.page.getByRole('tab', { name: 'Site Audit' }).click();
    await session.page.getByRole('button', { name: 'Audit Site Folder' }).last().waitFor();
    await session.runCommand(`${COMMAND}Restore from Quarantine…`);
    await listRow('empty.php').waitFor();
    await session.page.getByRole('checkbox', { name: 'Toggle all checkboxes' }).click();
    await ok();
    await session.waitForText(/files were restored\./);
    assert.deepEqual(await Promise.all(NAMES.map(stateOf)), original);
  });

  it('says that a backup must not be put back', async () => {
    const backup = zipOf([{ name: 'wp-content/x.php', content: plantedFile(SHELL_CODE) }]);
    await writeFile(join(sample.folder, 'backup.zip'), backup);
    await session.runCommand('View: Show Explorer');
    await session.chooseInExplorer('backup.zip', "Audit a Site's Backup (Zip, Tar)");
    await session.waitForText(/backup\.zip is not clean: do not put it back\. Suspicious files in it: 1\./);
  });
});

import { strict as assert } from 'node:assert';
import type { Locator } from 'playwright-core';
import { auditFromView, findingRow, startSampleSession, type SampleSession } from '../harness/sampleSession';
import type { Session } from '../harness/session';
import { newestVsCode, oldestVsCode } from '../harness/versions';

const COMMAND = 'Log & Site Audit: ';

for (const version of [oldestVsCode, newestVsCode]) {
  describe(`The tree of findings in VS Code from registry version ${version}`, () => {
    let sample: SampleSession;
    let session: Session;

    before(async () => {
      sample = await startSampleSession(version);
      ({ session } = sample);
      await auditFromView(session);
    });

    after(() => sample.close());

    it('follows the filter while it is typed, and shows the way out where nothing passes', async () => {
      const { page } = session;
      await session.runCommand(`${COMMAND}Filter the Findings…`);
      await page.getByPlaceholder(/^Words in file names/).fill('contact');
      await findingRow(session, 'l.php').waitFor({ state: 'detached' });
      await findingRow(session, 'tw_contact.php').waitFor();
      await page.getByPlaceholder(/^Words in file names/).fill('no such finding');
      await page.keyboard.press('Enter');
      await session.waitForText('No finding passes the filter.');
      await page.locator('.pane-body').getByRole('button', { name: 'Clear the Filter' }).click();
      await findingRow(session, 'l.php').waitFor();
    });

    it('is as before when the filter is given up', async () => {
      await session.runCommand(`${COMMAND}Filter the Findings…`);
      await session.page.getByPlaceholder(/^Words in file names/).fill('contact');
      await findingRow(session, 'l.php').waitFor({ state: 'detached' });
      await session.page.keyboard.press('Escape');
      await findingRow(session, 'l.php').waitFor();
    });

    it('is walked through with keys, there and back', async () => {
      const tab = (name: string): Locator =>
        session.page.locator('.editor-group-container .tab.active').filter({ hasText: name });
      await session.page.keyboard.press('Control+Shift+F8');
      await tab('tw_contact.php').waitFor();
      await session.page.keyboard.press('Control+F8');
      await tab('l.php').waitFor();
    });

    it('is exported by the clipboard', async () => {
      const { page } = session;
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await session.runCommand(`${COMMAND}Export the Findings…`);
      await page
        .locator('.quick-input-list .monaco-list-row')
        .filter({ hasText: 'Document (Markdown)' })
        .last()
        .click();
      await session.waitForText('Findings copied to the clipboard: 3.');
      const text = await page.evaluate<string>('navigator.clipboard.readText()');
      assert.match(text, /^# Findings of the site audit\n\n## incident\n/);
      assert.equal(text.split('\n#### ').length, 4);
    });
  });
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { plantedFile, SHELL_CODE } from '../../support/plantedFile';
import { startSampleSession, type SampleSession } from '../harness/sampleSession';
import type { Session } from '../harness/session';
import { newestVsCode, oldestVsCode } from '../harness/versions';

const AUDIT = 'Log & Site Audit: Audit Site Folder';
const FILE = 'planted.php';
/** The editor writes other blanks than we do. */
const ONLY_TEXT = /Only.text,.nothing.is.run/;

for (const version of [oldestVsCode, newestVsCode]) {
  describe(`A planted file in VS Code from registry version ${version}`, () => {
    let sample: SampleSession;
    let session: Session;

    before(async () => {
      sample = await startSampleSession(version, (folder) =>
        writeFile(join(folder, 'site/images', FILE), plantedFile(SHELL_CODE)),
      );
      ({ session } = sample);
      await session.openFileFromExplorer(`site/images/${FILE}`);
      await session.waitForText(/base64/);
      await session.runCommand(AUDIT);
      await squiggle().waitFor();
    });

    after(() => sample.close());

    function tab(name: string): Locator {
      return session.page.locator('.editor-group-container .tab').filter({ hasText: name }).first();
    }

    /** The line below the code that a finding is about. */
    function squiggle(): Locator {
      return session.page.locator('.squiggly-error').first();
    }

    async function quickFix(title: string): Promise<void> {
      await tab(FILE).click();
      await squiggle().waitFor();
      await session.page
        .locator('.view-line')
        .filter({ hasText: 'base64' })
        .first()
        .click({ position: { x: 20, y: 8 } });
      await session.page.keyboard.press('Control+.');
      const rows = session.page.locator('.action-widget .monaco-list-row');
      await rows.filter({ hasText: title }).waitFor();
      const chosen = rows.and(session.page.locator('.focused')).filter({ hasText: title });
      while ((await chosen.count()) === 0) await session.page.keyboard.press('ArrowDown');
      await session.page.keyboard.press('Enter');
    }

    it('is marked in the explorer', async () => {
      await session.runCommand('View: Show Explorer');
      // VS Code writes the signs of a file with the style sheet.
      await session.page.waitForFunction(
        `[...document.querySelectorAll('.explorer-folders-view .monaco-icon-label')].some((label) =>
          label.textContent.includes('${FILE}') && getComputedStyle(label, '::after').content.includes('!'))`,
      );
    });

    it('says what its hidden code does, from the hover', async () => {
      await session.page
        .locator('.view-line')
        .filter({ hasText: 'base64' })
        .first()
        .hover({ position: { x: 20, y: 8 } });
      await session.page.locator('.monaco-hover').getByText('Confirmed').waitFor();
      await session.page.locator('.monaco-hover a').getByText('Show what this hidden code does').click();
      await tab('decoded.php').waitFor();
      await session.waitForText(ONLY_TEXT);
    });

    it('says what to do when the window was opened again, and then shows it again', async () => {
      // VS Code keeps which documents are open when it closes the window itself.
      await session.runCommand('Developer: Reload Window');
      await squiggle().waitFor({ state: 'hidden' });
      await tab('decoded.php').waitFor();
      await session.waitForText(/This.document.showed/);
      await session.runCommand(AUDIT);
      await session.waitForText(ONLY_TEXT);
    });

    it('is trusted by a quick fix, and accused again by “Undo”', async () => {
      await quickFix('I know that this file is good');
      const note = session.page.locator('.quick-input-widget input[type="text"]');
      await note.fill('I wrote it');
      await note.press('Enter');
      await session.waitForText(`${FILE} is no longer reported`);
      await squiggle().waitFor({ state: 'hidden' });
      await session.runCommand('Notifications: Show Notifications');
      await session.page.locator('.notifications-center .monaco-button').filter({ hasText: 'Undo' }).click();
      await squiggle().waitFor();
    });
  });
}

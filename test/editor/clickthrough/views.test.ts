import { strict as assert } from 'node:assert';
import type { Locator } from 'playwright-core';
import { startSampleSession, type SampleSession } from '../harness/sampleSession';
import type { Session } from '../harness/session';
import { newestVsCode, oldestVsCode } from '../harness/versions';

/** Brings the keyboard into a view, to its first row. */
async function enterView({ page }: Session, name: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input[type="text"]').fill(`>Focus on ${name} View`);
  await page
    .locator('.quick-input-list .monaco-list-row')
    .filter({ hasText: `Focus on ${name} View` })
    .waitFor();
  await page.keyboard.press('Enter');
  await page
    .getByRole('tree', { name: new RegExp(name) })
    .and(page.locator(':focus'))
    .waitFor();
  await page.keyboard.press('Home');
}

/** The row at which the keyboard is. */
function focusedRow({ page }: Session): Locator {
  return page.locator('.monaco-list:focus .monaco-list-row.focused');
}

/** Goes down to the first row whose name for screen readers has a text. */
async function goDownTo(session: Session, name: RegExp): Promise<void> {
  const most = 60;
  for (let step = 0; step < most; step++) {
    if (name.test((await focusedRow(session).getAttribute('aria-label')) ?? '')) return;
    await session.page.keyboard.press('ArrowDown');
  }
  assert.fail(`no row is called ${String(name)}`);
}

function activeTab({ page }: Session, name: string): Locator {
  return page.locator('.editor-group-container .tab.active').filter({ hasText: name });
}

for (const version of [oldestVsCode, newestVsCode]) {
  describe(`The four views in VS Code from registry version ${version}, by the keyboard`, () => {
    let sample: SampleSession;
    let session: Session;

    before(async () => {
      sample = await startSampleSession(version);
      ({ session } = sample);
      const { page } = session;
      await page.getByRole('tab', { name: 'Site Audit' }).click();
      await page.getByRole('button', { name: 'Try the Sample Incident' }).first().click();
      await page.locator('.statusbar-item').filter({ hasText: '2 files to act on' }).waitFor();
    });

    after(() => sample.close());

    it('tick what is done by the menu key', async () => {
      const { page } = session;
      await enterView(session, 'Checklist');
      await goDownTo(session, /^Check your computer for viruses/);
      await page.keyboard.press('Shift+F10');
      await page.getByRole('menuitem', { name: 'Mark as Done' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('treeitem', { name: /^Also wise · 1 of \d+ done/ }).waitFor();
    });

    it('open a file at a finding, and offer by the menu key what can be done with it', async () => {
      const { page } = session;
      await enterView(session, 'Files');
      await goDownTo(session, /^Act now · l\.php/);
      await page.keyboard.press('Shift+F10');
      await page.getByRole('menuitem', { name: 'Move to Quarantine…' }).waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Enter');
      await activeTab(session, 'l.php').waitFor();
    });

    it('open the lines of a client', async () => {
      await enterView(session, 'Clients');
      await goDownTo(session, /^182\.16\.59\.138 · Act now/);
      await session.page.keyboard.press('Enter');
      await activeTab(session, '182.16.59.138').waitFor();
    });

    it('open a log at what was found in it', async () => {
      await enterView(session, 'Logs');
      await goDownTo(session, /^20211101\.log\.gz .* Act now · \d+ findings/);
      await session.page.keyboard.press('ArrowRight');
      await goDownTo(session, /^Act now · .*tw_contact\.php/);
      await session.page.keyboard.press('Enter');
      await activeTab(session, '20211101.log.gz').waitFor();
    });

    it('are a key away from the status bar, which says how much is urgent', async () => {
      const { page } = session;
      const item = page.getByRole('button', {
        name: /^Log & Site Audit: \d+ urgent findings in the logs · 2 files to act on/,
      });
      await item.focus();
      await page.keyboard.press('Enter');
      await page
        .getByRole('tree', { name: /Checklist/ })
        .and(page.locator(':focus'))
        .waitFor();
    });
  });
}

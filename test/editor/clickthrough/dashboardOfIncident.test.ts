import { strict as assert } from 'node:assert';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { combinedLine, logOf } from '../../support/lines';
import { startSampleSession, type SampleSession } from '../harness/sampleSession';
import type { Session } from '../harness/session';
import { newestVsCode } from '../harness/versions';

const BUILD = 'Log & Site Audit: Put the Incident Together';
const SHOW_ALL = 'Log & Site Audit: Show the Timeline of All Logs';
const OTHER_DOMAIN = 'shop.example.jp/access.log';
const OTHER_REQUESTS = 40;
const ALL = '16,461 of 16,461 requests';

/** A log of another domain, which is never opened. */
async function addDomain(folder: string): Promise<void> {
  const file = join(folder, 'logs', OTHER_DOMAIN);
  await mkdir(join(file, '..'));
  const line = combinedLine({ time: '02/Nov/2021:10:00:00 +0900', request: 'GET /shop HTTP/1.1' });
  await writeFile(
    file,
    logOf(OTHER_REQUESTS, () => line),
  );
}

describe('The timeline of an incident', () => {
  let sample: SampleSession;
  let session: Session;
  let view: FrameLocator;

  before(async () => {
    sample = await startSampleSession(newestVsCode, addDomain);
    ({ session } = sample);
    await session.page.locator('.activitybar [aria-label^="Site Audit"]').first().waitFor();
    await session.runCommand(BUILD);
    await session.page.locator('.pane-body .monaco-list-row').filter({ hasText: 'tw_contact.php' }).first().waitFor();
    await session.runCommand(SHOW_ALL);
    view = session.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await view.getByText(ALL).waitFor();
  });

  after(() => sample.close());

  const logs = (): Locator => view.getByRole('region', { name: 'Logs' }).getByRole('button');

  it('has all domains and days, although no log is open', async () => {
    assert.equal(await view.getByRole('heading', { level: 1 }).textContent(), 'All logs of the incident');
    assert.deepEqual(await logs().allTextContents(), ['20211101.log.gz16,421', `${OTHER_DOMAIN}${OTHER_REQUESTS}`]);
    await view.getByText(/^In findings 5,\d{3}$/).waitFor();
    assert.equal(await session.page.getByRole('tab', { name: /20211101/ }).count(), 0);
  });

  it('narrows to the log that is chosen, and opens its lines', async () => {
    await logs().last().click();
    await view.getByText('40 of 16,461 requests').waitFor();
    assert.equal(await view.getByRole('button', { name: /^GET \/shop/ }).count(), 1);
    assert.equal(await logs().count(), 2);
    await view.getByRole('button', { name: 'Show the lines' }).click();
    // The viewer lies above the dashboard, which is taken down while it is not seen.
    await view.getByText('GET /shop').first().waitFor();
    await session.page.getByRole('tab', { name: /^Timeline of the incident/ }).click();
    await view.getByRole('button', { name: `Log: ${OTHER_DOMAIN} ×` }).click();
    await view.getByText(ALL).waitFor();
  });
});

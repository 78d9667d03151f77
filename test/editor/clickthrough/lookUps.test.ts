import { strict as assert } from 'node:assert';
import type { Locator } from 'playwright-core';
import { startSampleSession, type SampleSession } from '../harness/sampleSession';
import type { Session } from '../harness/session';
import { newestVsCode } from '../harness/versions';

const FLOODER = '182.16.27.106';
const LOG = 'logs/20211101.log.gz';
/** How long the first log of a new window may take on a busy machine, in ms. */
const READING = 90_000;
const QUESTION = 'May the registries of internet addresses be asked?';

/** What a registry said of the flooding address yesterday: so nobody need be asked in a test. */
const SIMCENTRIC = {
  first: '182.16.0.0',
  last: '182.16.127.255',
  netname: 'SIMCENTRIC-HK182016059',
  description: ['**bold** [link](command:workbench.action.quit)'],
  country: 'HK',
  abuse: ['abuse@example.net'],
  registered: '2009-12-22',
  registry: 'APNIC',
  server: 'rdap.apnic.net',
  source: 'rdap',
  answered: new Date(Date.now() - 86_400_000).toISOString(),
};
const ANSWER = /182\.16\.27\.106 is in SIMCENTRIC-HK182016059, HK \(182\.16\.0\.0\/17\), says APNIC/;
const kept = {
  'log-site-audit.log-site-audit/registries/networks.json': JSON.stringify({ version: 1, networks: [SIMCENTRIC] }),
};

/** A row of the tree of clients. */
function clientRow(session: Session, address: string): Locator {
  return session.page.locator('.pane-body .monaco-list-row').filter({ hasText: address }).first();
}

async function showClients(session: Session): Promise<void> {
  await session.openFileFromExplorer(LOG);
  await session.waitForText(/16,421 requests/, READING);
  await session.page.getByRole('tab', { name: 'Site Audit' }).click();
  await clientRow(session, FLOODER).waitFor();
}

async function ask(session: Session): Promise<void> {
  await clientRow(session, FLOODER).hover();
  await clientRow(session, FLOODER).getByRole('button', { name: 'Ask the Registry Whose Address This Is' }).click();
}

describe('Looking up addresses', () => {
  let sample: SampleSession;
  let session: Session;

  afterEach(() => sample.close());

  it('asks for consent each time until the user says yes, then never again, and shows what a registry said', async () => {
    sample = await startSampleSession(newestVsCode, undefined, { trusted: true, kept });
    ({ session } = sample);
    const { page } = session;
    await showClients(session);
    for (const answer of ['Not Now', 'Yes, Allow on This Computer']) {
      await ask(session);
      await session.waitForText(QUESTION);
      await page.getByRole('button', { name: answer }).click();
      await page.getByText(QUESTION).first().waitFor({ state: 'detached' });
    }
    await session.waitForText(ANSWER);
    await session.runCommand('Notifications: Clear All Notifications');
    await ask(session);
    await session.runCommand('Notifications: Show Notifications');
    await page.locator('.notifications-center').getByText(ANSWER).first().waitFor();
    assert.equal(await page.getByText(QUESTION).count(), 0);
  });

  it('has netname and range in the hover, and its words as plain text', async () => {
    sample = await startSampleSession(newestVsCode, undefined, { kept });
    ({ session } = sample);
    const { page } = session;
    await session.openFileFromExplorer(LOG);
    await (await session.waitForText(/182\.16\.59\.138: 1,710/, READING)).click();
    await page.locator('.view-line').filter({ hasText: '182.16.59.138' }).first().waitFor();
    await session.runCommand('Log & Site Audit: Look Up Address');
    await session.waitForText('SIMCENTRIC-HK182016059');
    const hover = page.locator('.monaco-hover:visible').filter({ hasText: 'SIMCENTRIC' }).first();
    const text = (await hover.textContent()) ?? '';
    assert.match(text, /182\.16\.0\.0 – 182\.16\.127\.255 · 182\.16\.0\.0\/17/);
    assert.match(text, /\*\*bold\*\* \[link\]\(command:workbench\.action\.quit\)/);
    assert.equal(await hover.locator('a[data-href^="command:workbench"]').count(), 0);
  });

  it('stays off in Restricted Mode and says why', async () => {
    sample = await startSampleSession(newestVsCode);
    ({ session } = sample);
    await showClients(session);
    await ask(session);
    await session.waitForText(/Nothing was sent: this folder is open in Restricted Mode/);
    assert.equal(await session.page.getByText(QUESTION).count(), 0);
  });
});

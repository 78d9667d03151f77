import { strict as assert } from 'node:assert';
import type { FrameLocator, Locator } from 'playwright-core';
import { startSampleSession, type SampleSession } from '../harness/sampleSession';
import type { Session } from '../harness/session';
import { newestVsCode, oldestVsCode } from '../harness/versions';

const COMMAND = 'Log & Site Audit: Show the Timeline of Requests';
const FLOODED = 'POST /tw/tw_contact.php';
const ALL = '16,421 of 16,421 requests';

for (const version of [oldestVsCode, newestVsCode]) {
  describe(`The timeline of requests in VS Code from registry version ${version}`, () => {
    let sample: SampleSession;
    let session: Session;
    let view: FrameLocator;

    before(async () => {
      sample = await startSampleSession(version);
      ({ session } = sample);
      await session.openFileFromExplorer('logs/20211101.log.gz');
      await session.waitForText(/16,421 requests/);
      await session.runCommand(COMMAND);
      view = session.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
      await view.getByText(ALL).waitFor();
    });

    after(() => sample.close());

    const slider = (): Locator => view.getByRole('slider', { name: 'Requests over time' });
    const name = (text: string): Locator => view.getByRole('button', { name: new RegExp(`^${escaped(text)}`) });

    /** Requests that meet all conditions, once the page says a number other than `before`. */
    async function countOtherThan(before: string): Promise<number> {
      const summary = view.getByRole('status');
      await summary.filter({ hasNotText: before }).waitFor();
      return Number((await summary.textContent())?.split(' ')[0]?.replaceAll(',', ''));
    }

    async function press(...keys: readonly string[]): Promise<void> {
      await slider().focus();
      for (const key of keys) await session.page.keyboard.press(key);
    }

    it('says when most requests came, and when most of the flood', async () => {
      assert.match((await view.locator('.peak').textContent()) ?? '', /2021-11-01 12:\d\d – 12:\d\d/);
      assert.match(
        (await view.locator('.flaggedPeak').textContent()) ?? '',
        /findings: 2021-11-01 \d\d:\d\d – .* \(\d{3}\)$/,
      );
      await view.getByText(/^In findings 5,\d{3}$/).waitFor();
    });

    it('shows the same as a table, whose highest row is in that hour', async () => {
      await view.getByRole('button', { name: 'Chart as a table' }).click();
      const rows = await view.locator('tbody tr').all();
      const read = await Promise.all(rows.map(async (row) => row.locator('th, td').allTextContents()));
      const totals = read.map(([time = '', total = '']) => [time, Number(total.replaceAll(',', ''))] as const);
      const [highest] = totals.toSorted((a, b) => b[1] - a[1]);
      assert.match(highest?.[0] ?? '', /^2021-11-01 12:/);
      assert.equal(
        totals.reduce((sum, [, total]) => sum + total, 0),
        16_421,
      );
      await view.getByRole('button', { name: 'Chart as a table' }).click();
    });

    it('narrows the lists to the time that is chosen with the mouse', async () => {
      const box = (await slider().boundingBox())!;
      const y = box.y + box.height / 2;
      await session.page.mouse.move(box.x + box.width * 0.4, y);
      await session.page.mouse.down();
      await session.page.mouse.move(box.x + box.width * 0.6, y, { steps: 5 });
      await session.page.mouse.up();
      const count = await countOtherThan(ALL);
      assert.ok(count > 0 && count < 16_421, String(count));
      const listed = await view
        .getByRole('region', { name: 'Busiest paths' })
        .getByRole('button')
        .first()
        .textContent();
      assert.match(listed ?? '', /^POST \/tw\/tw_contact\.php[1-4],\d{3}$/);
      await view.getByRole('button', { name: /^Time: 2021-11-01/ }).click();
      await view.getByText(ALL).waitFor();
    });

    it('is used with the keyboard alone', async () => {
      await press('Home', 'ArrowRight');
      const first = await slider().getAttribute('aria-valuetext');
      await press('ArrowRight');
      assert.notEqual(await slider().getAttribute('aria-valuetext'), first);
      await press('Home', 'Shift+PageDown', 'Shift+PageDown');
      const chosen = await countOtherThan(ALL);
      assert.ok(chosen > 0 && chosen < 16_421, String(chosen));
      await press('Escape');
      await view.getByText(ALL).waitFor();
      await name(FLOODED).focus();
      await session.page.keyboard.press('Enter');
      await view.getByText('5,821 of 16,421 requests').waitFor();
      // The focus stays where it was, so that one can go back.
      await session.page.keyboard.press('Enter');
      await view.getByText(ALL).waitFor();
    });

    it('shows the requests of a path, then those of an address for it, and goes back', async () => {
      await name(FLOODED).click();
      await view.getByText('5,821 of 16,421 requests').waitFor();
      assert.equal(await name(FLOODED).getAttribute('aria-pressed'), 'true');
      await name('182.16.59.138').click();
      await view.getByText('1,710 of 16,421 requests').waitFor();
      await view.getByRole('button', { name: 'Everything' }).click();
      await view.getByText(ALL).waitFor();
      assert.equal(await name(FLOODED).getAttribute('aria-pressed'), 'false');
    });

    it('names the network of the flood', async () => {
      await name('AS45753 Netsec Limited, HK').click();
      await view.getByText('5,821 of 16,421 requests').waitFor();
      await name('AS45753 Netsec Limited, HK').click();
      await view.getByText(ALL).waitFor();
    });

    it('follows the theme', async () => {
      const colours = (): Promise<string[]> =>
        view.locator('body').evaluate(`[
          getComputedStyle(document.body).backgroundColor,
          getComputedStyle(document.querySelector('.axis')).fill,
          getComputedStyle(document.querySelector('path.status-2xx')).fill,
        ]`);
      await session.setTheme('light');
      const light = await colours();
      await session.setTheme('dark');
      await view.locator('body.vscode-dark').waitFor();
      const dark = await colours();
      assert.ok(
        dark.every((colour, at) => colour !== light[at]),
        `${light.join()} ${dark.join()}`,
      );
    });

    it('opens the lines of the chosen time', async () => {
      await view.locator('.peak').click();
      const count = await countOtherThan(ALL);
      await view.getByRole('button', { name: 'Show the lines' }).click();
      // The viewer lies above the dashboard, which is taken down while it is not seen.
      await view.getByText(new RegExp(`^${count.toLocaleString('en')} of [\\d,]+ lines`)).waitFor();
      await view.getByText('/tw/tw_contact.php').first().waitFor();
    });
  });
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

import { strict as assert } from 'node:assert';
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { startSampleSession, type SampleSession } from '../harness/sampleSession';
import type { Session } from '../harness/session';
import { newestVsCode, oldestVsCode } from '../harness/versions';

const OPEN = 'Log & Site Audit: Open in Log Audit';
/** Lines that would do something if they were taken for anything but text. */
const HOSTILE = [
  '<script>document.title="owned"</script><img src=x onerror=alert(1)>',
  '\u001b[31mred\u001b[0m \u0000NUL \u0007',
  'photo\u202egnp.php \u2066hidden\u2069',
  '[click](command:workbench.action.quit) $(alert) ${x} {{y}}',
  'x'.repeat(1024 * 1024),
];

function entry(n: number, target = '/'): string {
  return `192.0.2.${n % 200} - - [01/Nov/2021:00:00:31 +0900] "GET ${target} HTTP/1.1" 200 ${n} "-" "x"\n`;
}

for (const version of [oldestVsCode, newestVsCode]) {
  describe(`The viewer of logs in VS Code from registry version ${version}`, () => {
    let sample: SampleSession;
    let session: Session;
    let view: FrameLocator;

    before(async () => {
      const lines = Array.from({ length: 1000 }, (_, n) => entry(n, n === 500 ? '/needle.php' : '/'));
      sample = await startSampleSession(version, (folder) =>
        writeFile(join(folder, 'hostile.log'), `${lines.join('')}${HOSTILE.join('\n')}\n`),
      );
      ({ session } = sample);
      await session.openFileFromExplorer('hostile.log');
      await session.waitForText(/192\.0\.2\.1/);
      await session.runCommand(OPEN);
      view = session.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
      await rowOf(1).waitFor();
    });

    after(() => sample.close());

    /** The row with a line (from 1). */
    function rowOf(line: number): Locator {
      const name = new RegExp(`^${line.toLocaleString('en')}( |$)`);
      return view.getByRole('row').filter({ has: session.page.getByRole('rowheader', { name }) });
    }

    async function press(...keys: readonly string[]): Promise<void> {
      await view.locator('.grid').focus();
      for (const key of keys) await session.page.keyboard.press(key);
    }

    it('shows the first lines and what the log says of itself', async () => {
      await view.getByText(/^1,000 requests/).waitFor();
      assert.match((await rowOf(1).textContent()) ?? '', /192\.0\.2\.0 - -/);
      assert.equal(await view.getByRole('grid').getAttribute('aria-colcount'), '2');
    });

    it('goes to the end and back with the keyboard', async () => {
      await press('Control+End');
      await rowOf(1005).waitFor();
      await press('Control+Home', 'PageDown');
      await rowOf(20).waitFor();
      await press('Control+Home');
      await rowOf(1).waitFor();
    });

    it('shows hostile lines as text', async () => {
      await press('Control+End');
      const script = await rowOf(1001).locator('.text').textContent();
      assert.equal(script, HOSTILE[0]);
      assert.equal(await view.locator('.text img, .text script').count(), 0);
      const controls = (await rowOf(1002).locator('.text').textContent()) ?? '';
      assert.ok(controls.startsWith(String.raw`\u{1b}[31mred`) && controls.includes(String.raw`\u{0}NUL`), controls);
      assert.match((await rowOf(1003).locator('.text').textContent()) ?? '', /^photo\\u\{202e\}gnp\.php \\u\{2066\}/);
      assert.equal(await rowOf(1004).locator('.text').textContent(), HOSTILE[3]);
      const long = (await rowOf(1005).locator('.text').textContent()) ?? '';
      assert.ok(long.length < 30_000 && long.endsWith('1,028,576 more characters'), long.slice(-60));
    });

    it('finds a text, and counts what it finds', async () => {
      await press('Control+Home', 'Control+f');
      await view.getByRole('search').waitFor();
      await session.page.keyboard.type('NEEDLE');
      await rowOf(501).waitFor();
      await view.getByText('Line 1 of 1 found').waitFor();
      assert.equal(await rowOf(501).locator('.found').textContent(), 'needle');
      await session.page.keyboard.press('Escape');
      await view.getByRole('search').waitFor({ state: 'hidden' });
    });

    it('goes to a line', async () => {
      await press('Control+g');
      await view.getByPlaceholder('Go to line').waitFor();
      await session.page.keyboard.type('777');
      await session.page.keyboard.press('Enter');
      await rowOf(777).waitFor();
      await view.getByText('Line 777 of 1,005').waitFor();
    });

    it('says what is known of an address, and shows only its lines', async () => {
      await press('Control+Home');
      await rowOf(2).locator('.logClient').hover();
      const hover = view.getByRole('dialog');
      await hover.getByText('Requests', { exact: true }).waitFor();
      await hover.getByText('Show only this address').click();
      await view.getByText('5 of 1,005 lines').waitFor();
      await rowOf(202).waitFor();
      await view.getByTitle('Show all lines').click();
      await rowOf(3).waitFor();
    });

    it('follows a log that grows', async () => {
      await view.getByRole('button', { name: 'Follow' }).click();
      await rowOf(1005).waitFor();
      await appendFile(join(sample.folder, 'hostile.log'), entry(1, '/new.php').repeat(3));
      await rowOf(1008).waitFor();
      assert.match((await rowOf(1008).textContent()) ?? '', /new\.php/);
    });
  });
}

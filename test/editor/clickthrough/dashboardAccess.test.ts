import { strict as assert } from 'node:assert';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { focusedIn, shapeContrasts, textContrasts, type Contrast, type Focused } from '../harness/pageLooks';
import { startSampleSession, type SampleSession } from '../harness/sampleSession';
import type { Session } from '../harness/session';
import { newestVsCode } from '../harness/versions';

const COMMAND = 'Log & Site Audit: Show the Timeline of Requests';
const ALL = '16,421 of 16,421 requests';
/** Least contrast of texts, and of what is drawn (https://www.w3.org/TR/WCAG22/#contrast-minimum, #non-text-contrast). */
const LEAST_OF_TEXTS = 4.5;
const LEAST_OF_SHAPES = 3;
/** Themes by their names in VS Code, and the class by which a page tells them. */
const THEMES = [
  ['Light Modern', 'vscode-light'],
  ['Dark Modern', 'vscode-dark'],
  ['Dark High Contrast', 'vscode-high-contrast'],
  ['Light High Contrast', 'vscode-high-contrast-light'],
] as const;
/** More stops than the page has. */
const MOST_STOPS = 120;
/** A wide window at 200 % and a narrow one beside others, in CSS pixels. */
const WIDTHS = [640, 400];
/** A path and an agent that would do something if they were taken for anything but text. */
const HOSTILE = '/<img/src=x/onerror=document.title=1>\u202egnp';
const HOSTILE_LOG = `192.0.2.1 - - [01/Nov/2021:10:00:00 +0900] "GET ${HOSTILE} HTTP/1.1" 200 5 "-" "<script>document.title=1</script>"\n`;

describe('The timeline of requests for everybody', () => {
  let sample: SampleSession;
  let session: Session;
  let view: FrameLocator;

  before(async () => {
    sample = await startSampleSession(newestVsCode, (folder) =>
      writeFile(join(folder, 'hostile.log'), HOSTILE_LOG.repeat(30)),
    );
    ({ session } = sample);
    view = session.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await session.openFileFromExplorer('logs/20211101.log.gz');
    await session.waitForText(/16,421 requests/);
    await session.runCommand(COMMAND);
    await view.getByText(ALL).waitFor();
  });

  after(() => sample.close());

  const body = (): Locator => view.locator('body');
  const slider = (): Locator => view.getByRole('slider', { name: 'Requests over time' });

  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await session.page.keyboard.press(key);
  }

  async function chooseTheme(name: string, pageClass: string): Promise<void> {
    await session.runCommand('Preferences: Color Theme');
    const input = session.page.locator('.quick-input-widget input[type="text"]');
    await input.fill(name);
    await session.page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ has: session.page.locator('.label-name').getByText(name, { exact: true }) })
      .first()
      .click();
    await view.locator(`body.${pageClass}`).waitFor();
  }

  for (const [theme, pageClass] of THEMES) {
    it(`can be read in the theme ${theme}`, async () => {
      await chooseTheme(theme, pageClass);
      // Something is chosen, so that every kind of button is there.
      await view.locator('.flaggedPeak').click();
      await view.getByText('215 of 16,421 requests').waitFor();
      const texts = await textContrasts(body());
      assert.ok(texts.length > 60, String(texts.length));
      assertAtLeast(LEAST_OF_TEXTS, texts);
      const shapes = await shapeContrasts(body(), 'path[class^="status-"]:not([d=""]), path.flagged, .cursor.on');
      assert.ok(shapes.length >= 4, JSON.stringify(shapes));
      assertAtLeast(LEAST_OF_SHAPES, shapes);
      await view.getByRole('button', { name: /^Time: 2021-11-01/ }).click();
      await view.getByText(ALL).waitFor();
    });
  }

  it('is reached with Tab from the tools to the last list, and shows where one is', async () => {
    await chooseTheme(...THEMES[0]);
    await view.getByRole('button', { name: 'Show the lines' }).focus();
    const stops: Focused[] = [];
    const controls = await view.locator('button:enabled:visible, [role=slider]').count();
    for (let stop = await focusedIn(body()); stop.tag !== 'body' && stops.length < MOST_STOPS;) {
      stops.push(stop);
      if (stops.length === controls) break;
      await press('Tab');
      stop = await focusedIn(body());
    }
    const names = stops.map(({ name }) => name);
    assert.equal(stops.length, controls, names.join(' | '));
    assert.equal(new Set(names).size, names.length, names.join(' | '));
    const places = [
      'Show the lines',
      'Chart as a table',
      'All open logs',
      'Most requests',
      'Requests over time',
      '2xx',
      '182.16.59.138',
    ];
    const order = places.map((place) => names.findIndex((name) => name.startsWith(place)));
    assert.ok(!order.includes(-1), names.join(' | '));
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    );
    const hidden = stops.filter(({ outline, ratio }) => outline < 1 || ratio < LEAST_OF_SHAPES);
    assert.deepEqual(hidden, []);
  });

  it('is used with the keyboard alone, from the chart to the lines', async () => {
    await slider().focus();
    await press('Home', 'ArrowRight');
    assert.equal(await slider().getAttribute('aria-valuenow'), '1');
    await press('Shift+PageDown', 'Shift+ArrowRight');
    await view.getByRole('button', { name: 'Time: 2021-11-01 00:10 – 02:10 ×' }).waitFor();
    await press('Escape');
    await view.getByText(ALL).waitFor();
    await press('End', 'Enter');
    // The viewer lies above the dashboard, which is taken down while it is not seen.
    await view.getByText(/^[\d,]+ of 16,421 lines/).waitFor();
    await session.page.getByRole('tab', { name: /^Timeline: 20211101/ }).click();
    await view.getByRole('button', { name: /^Time: 2021-11-01 23:50/ }).click();
    await view.getByText(ALL).waitFor();
  });

  it('says the same to a screen reader as it shows', async () => {
    assert.equal(await view.getByRole('heading', { level: 1 }).textContent(), '20211101.log.gz');
    const sections = await view.getByRole('region').all();
    const labels = await Promise.all(sections.map((section) => section.getAttribute('aria-label')));
    assert.deepEqual(labels, ['Busiest addresses', 'Busiest networks', 'Busiest paths', 'Statuses']);
    assert.equal(await view.getByRole('status').textContent(), ALL);
    assert.match((await slider().getAttribute('title')) ?? '', /Shift.*Enter.*Escape/);
    await slider().focus();
    await press('Home');
    const told = [(await slider().getAttribute('aria-valuetext')) ?? ''];
    const last = Number(await slider().getAttribute('aria-valuemax'));
    for (let bar = 0; bar < last; bar++) {
      await press('ArrowRight');
      told.push((await slider().getAttribute('aria-valuetext')) ?? '');
    }
    await view.getByRole('button', { name: 'Chart as a table' }).click();
    const rows = await view.getByRole('table', { name: 'Requests over time' }).locator('tbody tr').allInnerTexts();
    const fromChart = told
      .map((text) => /^(.*?): ([\d,]+)/.exec(text)!.slice(1, 3))
      .filter(([, count]) => count !== '0');
    assert.deepEqual(
      rows.map((row) => row.split('\t').slice(0, 2)),
      fromChart,
    );
    await view.getByRole('button', { name: 'Chart as a table' }).click();
  });

  it('moves nothing for who wants no motion', async () => {
    await session.page.emulateMedia({ reducedMotion: 'reduce' });
    await view.locator('.peak').click();
    await view.getByRole('button', { name: /^Time: / }).waitFor();
    assert.equal(await body().evaluate('document.getAnimations().length'), 0);
    await view.getByRole('button', { name: /^Time: / }).click();
    await view.getByText(ALL).waitFor();
    await session.page.emulateMedia({ reducedMotion: null });
  });

  it('fits into a narrow window and into one that is enlarged', async () => {
    const before = session.page.viewportSize()!;
    await session.runCommand('View: Toggle Primary Side Bar Visibility');
    for (const width of WIDTHS) {
      await session.page.setViewportSize({ width, height: before.height });
      await view.locator('.chart svg').waitFor();
      assert.equal(await overhang(view), 0, `${width} px`);
    }
    await session.page.setViewportSize(before);
    await session.runCommand('View: Toggle Primary Side Bar Visibility');
  });

  it('runs its own script and nothing else, whatever a log says', async () => {
    await session.openFileFromExplorer('hostile.log');
    await session.runCommand(COMMAND);
    await view.getByText('30 of 30 requests').waitFor();
    assert.equal(await view.getByRole('button', { name: /^GET \/<img\/src=x.*\\u\{202e\}gnp/ }).count(), 1);
    const page = (await body().evaluate(`(() => {
      const inline = document.createElement('script');
      inline.textContent = 'document.title = "owned"';
      document.body.append(inline);
      return {
        policy: document.querySelector('meta[http-equiv="Content-Security-Policy"]').content,
        inline: [...document.scripts].filter((script) => script !== inline && script.src === '' && script.id === '').length,
        handlers: [...document.querySelectorAll('*')].filter((each) => each.getAttributeNames().some((name) => name.startsWith('on'))).length,
        pictures: document.images.length,
        title: document.title,
      };
    })()`)) as { policy: string; inline: number; handlers: number; pictures: number; title: string };
    assert.match(page.policy, /^default-src 'none'; style-src \S+(?: \S+)*; script-src 'nonce-[^']+'$/);
    assert.doesNotMatch(page.policy, /unsafe/);
    assert.deepEqual([page.inline, page.handlers, page.pictures], [0, 0, 0]);
    assert.notEqual(page.title, 'owned');
    assert.notEqual(page.title, '1');
  });
});

describe('The timeline of requests in Japanese', () => {
  let sample: SampleSession;
  let view: FrameLocator;

  before(async () => {
    sample = await startSampleSession(newestVsCode, undefined, { locale: 'ja' });
    const { session } = sample;
    await session.openFileFromExplorer('logs/20211101.log.gz');
    await session.waitForText(/リクエスト 16,421 件/);
    await session.runCommand('ログとサイトの調査: リクエストの時間の流れを表示');
    view = session.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await view.getByText('リクエスト 16,421 件のうち 16,421 件').waitFor();
  });

  after(() => sample.close());

  it('says everything but names in Japanese', async () => {
    assert.equal(await view.locator('html').getAttribute('lang'), 'ja');
    const own = await view.locator('h2:visible, .tools button, .peaks button, .legend .flagged-name, .chart').all();
    for (const each of own) {
      const text = (await each.getAttribute('aria-label')) ?? (await each.textContent()) ?? '';
      assert.match(text, /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u, text);
    }
    assert.ok(own.length > 8, String(own.length));
  });

  it('fits into a narrow window', async () => {
    await sample.session.page.setViewportSize({ width: 640, height: 800 });
    await view.locator('.chart svg').waitFor();
    assert.equal(await overhang(view), 0);
  });
});

/** How much wider the page is than its window, once it is drawn, in CSS pixels. */
function overhang(view: FrameLocator): Promise<number> {
  return view.locator('body').evaluate(`new Promise((resolve) =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() => resolve(document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth)),
    ),
  )`);
}

function assertAtLeast(least: number, contrasts: readonly Contrast[]): void {
  assert.deepEqual(
    contrasts.filter(({ ratio }) => ratio < least),
    [],
  );
}

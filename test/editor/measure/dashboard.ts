import { basename, dirname } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { packagedExtension } from '../harness/extensionUnderTest';
import { startSession, type Session } from '../harness/session';
import { medianAndLongest, milliseconds, type Figure } from './figure';

/** Longest that one thing may take, in ms. */
const PATIENCE = 180_000;
const BRUSHES = 20;
/** Part of the chart that is brushed each time, as a share of its width. */
const BRUSHED = 0.1;

/** What the timeline is measured on. */
export interface DashboardRun {
  /** `code-server` version. */
  readonly version: string;
  /** Path of the log, in a folder of its own. */
  readonly log: string;
  readonly lines: number;
}

/** Opens the timeline of a log in a fresh VS Code from the explorer, brushes it and clicks on names. Times are what the user waits. */
export async function measureDashboard({ version, log, lines }: DashboardRun): Promise<Figure[]> {
  const session = await startSession({ version, folder: dirname(log), vsixFiles: [packagedExtension()] });
  session.page.setDefaultTimeout(PATIENCE);
  try {
    await session.page.locator('.activitybar [aria-label^="Site Audit"]').first().waitFor();
    const view = session.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    const start = performance.now();
    await session.chooseInExplorer(basename(log), 'Show the Timeline of Requests');
    const all = lines.toLocaleString('en');
    await view.getByText(`${all} of ${all} requests`).waitFor();
    const opened = performance.now() - start;
    return [
      { name: 'timeline of all lines', value: milliseconds(opened) },
      { name: 'redrawn after a brush', value: medianAndLongest(await brush(session, view)) },
      { name: 'redrawn after a click on a name', value: medianAndLongest(await clickNames(view)) },
    ];
  } finally {
    await session.close();
  }
}

/** Brushes places all over the chart; how long each took to be drawn, in ms. */
async function brush({ page }: Session, view: FrameLocator): Promise<number[]> {
  const box = (await view.getByRole('slider').boundingBox())!;
  const y = box.y + box.height / 2;
  const times: number[] = [];
  for (let count = 0; count < BRUSHES; count++) {
    const from = box.x + box.width * (0.1 + (count * 0.7) / BRUSHES);
    const redrawn = timeOfRedraw(view.locator('body'));
    await page.mouse.move(from, y);
    await page.mouse.down();
    await page.mouse.move(from + box.width * BRUSHED, y, { steps: 5 });
    await page.mouse.up();
    times.push(await redrawn);
  }
  return times;
}

/** Chooses each of the listed names and takes it back. */
async function clickNames(view: FrameLocator): Promise<number[]> {
  const times: number[] = [];
  for (const list of ['Busiest addresses', 'Busiest networks', 'Busiest paths', 'Statuses']) {
    const name = view.getByRole('region', { name: list }).getByRole('button').first();
    for (let click = 0; click < 2; click++) {
      const redrawn = timeOfRedraw(view.locator('body'));
      await name.click();
      times.push(await redrawn);
    }
  }
  return times;
}

/**
 * How long it takes from the next time that the mouse is let go until what comes of it is painted, in ms. Runs in the page, so that
 * nothing of the way between test and page is measured.
 */
function timeOfRedraw(page: Locator): Promise<number> {
  return page.evaluate(`new Promise((resolve) => {
    const painted = (start) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
    const watch = () => {
      const start = performance.now();
      const drawn = new MutationObserver(() => {
        drawn.disconnect();
        painted(start);
      });
      drawn.observe(document.querySelector('[role=status]'), { childList: true });
    };
    document.addEventListener('pointerup', watch, { once: true, capture: true });
  })`);
}

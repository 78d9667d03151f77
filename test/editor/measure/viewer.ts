import { appendFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { packagedExtension } from '../harness/extensionUnderTest';
import { startSession, type Session } from '../harness/session';
import { medianAndLongest, milliseconds, type Figure } from './figure';
import { floodLines } from './floodLines';
import { memoryBelow, type ProcessMemory } from './processMemory';
import { timeOfJump } from './scrolling';

/** Longest that one thing may take, in ms. */
const PATIENCE = 180_000;
const MEBIBYTE = 1024 * 1024;
const JUMPS = 20;
/** Jumps this far apart, as shares of the log, are spread over it evenly and never near the one before. */
const GOLDEN_RATIO = 0.618_034;
const APPENDED_LINES = 1000;
const NEWCOMER = '203.0.113.77';
/** One of those who flood the generated logs. */
const FLOODER = '182.16.59.138';

const EXTENSIONS = /--type=extensionHost/;
const SERVER = /dist[/\\]server\.js/;

/** What the viewer is measured on. */
export interface ViewerRun {
  /** `code-server` version. */
  readonly version: string;
  /** Path of the log, in a folder of its own. */
  readonly log: string;
  readonly lines: number;
  /** Whether it is compressed, and so does not grow. */
  readonly packed: boolean;
}

/** Opens a log in the viewer of a fresh VS Code and does what a user does. Times are what the user waits. */
export async function measureViewer(run: ViewerRun): Promise<Figure[]> {
  const session = await startSession({
    version: run.version,
    folder: dirname(run.log),
    vsixFiles: [packagedExtension()],
  });
  session.page.setDefaultTimeout(PATIENCE);
  try {
    const viewer = new MeasuredViewer(session, run);
    await viewer.open();
    await viewer.scroll();
    await viewer.filter();
    await viewer.search();
    if (!run.packed) await viewer.grow();
    await viewer.noteMemory();
    return viewer.figures;
  } finally {
    await session.close();
  }
}

class MeasuredViewer {
  readonly figures: Figure[] = [];
  readonly #session: Session;
  readonly #run: ViewerRun;
  readonly #view: FrameLocator;

  constructor(session: Session, run: ViewerRun) {
    this.#session = session;
    this.#run = run;
    this.#view = session.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  async open(): Promise<void> {
    // VS Code knows the extension and its menus from then on.
    await this.#session.page.locator('.activitybar [aria-label^="Site Audit"]').first().waitFor();
    const start = performance.now();
    await this.#session.chooseInExplorer(basename(this.#run.log), 'Open in Log Audit');
    await this.#row(1).waitFor();
    this.#note('first lines', milliseconds(performance.now() - start));
    await this.#says(`Line 1 of ${count(this.#run.lines)}`);
    this.#note('all lines', milliseconds(performance.now() - start));
    await this.#findings.first().waitFor();
    this.#note('findings', milliseconds(performance.now() - start));
  }

  async scroll(): Promise<void> {
    const bar = this.#view.locator('.scroll-bar');
    this.#note('scrolled to the middle', milliseconds(await timeOfJump(bar, 0.5)));
    this.#note(
      'to the end',
      milliseconds(await this.#waited(() => this.#press('Control+End'), this.#row(this.#run.lines))),
    );
    const times: number[] = [];
    for (let jump = 1; jump <= JUMPS; jump++) times.push(await timeOfJump(bar, (jump * GOLDEN_RATIO) % 1));
    this.#note(`to ${JUMPS} other places`, medianAndLongest(times));
  }

  async filter(): Promise<void> {
    await this.#press('Control+Home');
    await this.#view.getByRole('button', { name: 'Filter', exact: true }).click();
    const address = this.#view.locator('.filter input').first();
    await address.fill(FLOODER);
    const passing = this.#view.getByText(new RegExp(` of ${count(this.#run.lines)} lines$`));
    this.#note('filtered by an address', milliseconds(await this.#waited(() => address.press('Enter'), passing)));
    await this.#view.getByTitle('Show all lines').click();
    await passing.waitFor({ state: 'hidden' });
  }

  async search(): Promise<void> {
    await this.#press('Control+Home');
    await this.#row(1).waitFor();
    await this.#press('Control+f');
    const input = this.#view.getByRole('search').getByRole('textbox');
    const found = this.#view.locator('.row.active .found').first();
    this.#note('first of many places found', milliseconds(await this.#waited(() => input.fill(FLOODER), found)));
    await this.#press('Control+Home', 'Control+f');
    const nothing = this.#view.getByText('Nothing found');
    const all = await this.#waited(() => input.fill('is nowhere in this log'), nothing);
    this.#note('all of it searched', milliseconds(all));
    await input.press('Escape');
  }

  async grow(): Promise<void> {
    const start = performance.now();
    await appendFile(this.#run.log, floodLines(NEWCOMER, APPENDED_LINES));
    await this.#says(`of ${count(this.#run.lines + APPENDED_LINES)}`);
    this.#note('1,000 lines added: lines', milliseconds(performance.now() - start));
    await this.#findings.filter({ hasText: NEWCOMER }).first().waitFor();
    this.#note('1,000 lines added: findings', milliseconds(performance.now() - start));
  }

  async noteMemory(): Promise<void> {
    const { processId } = this.#session;
    this.#note('extensions’ process (at most)', memoryText(await memoryBelow(processId, EXTENSIONS)));
    this.#note('server’s process (at most)', memoryText(await memoryBelow(processId, SERVER)));
  }

  get #findings(): Locator {
    return this.#view.locator('.findings li:not(.none)');
  }

  /** The row with a line (from 1). */
  #row(line: number): Locator {
    const name = new RegExp(`^${count(line)}( |$)`);
    return this.#view.getByRole('rowheader', { name });
  }

  async #says(text: string): Promise<void> {
    await this.#view.locator('footer').filter({ hasText: text }).waitFor();
  }

  async #press(...keys: readonly string[]): Promise<void> {
    await this.#view.locator('.grid').focus();
    for (const key of keys) await this.#session.page.keyboard.press(key);
  }

  /** How long it takes from something that the user does until something is to be seen, in ms. */
  async #waited(act: () => Promise<unknown>, seen: Locator): Promise<number> {
    const start = performance.now();
    await act();
    await seen.waitFor();
    return performance.now() - start;
  }

  #note(name: string, value: string): void {
    this.figures.push({ name, value });
    console.error(`  ${name}: ${value}`);
  }
}

function count(number: number): string {
  return number.toLocaleString('en');
}

function memoryText(memory: ProcessMemory | undefined): string {
  if (memory === undefined) return 'not known';
  return `${(memory.now / MEBIBYTE).toFixed(0)} MiB (${(memory.peak / MEBIBYTE).toFixed(0)} MiB)`;
}

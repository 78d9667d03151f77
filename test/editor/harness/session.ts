import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { serveWindow, type ServedWindowOptions } from './servedWindow';

/** A window's size in CSS pixels. */
export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

/** VS Code's two standard themes. */
export type Theme = 'light' | 'dark';

/** What a session starts with. */
export interface SessionOptions extends ServedWindowOptions {
  /** Undefined means light. */
  readonly theme?: Theme;
  /** Undefined means 1280 × 800. */
  readonly size?: WindowSize;
}

/** Sessions that are not closed yet, so that a failure can be photographed from outside the test. */
const openSessions = new Set<Session>();

const colorThemes: Readonly<Record<Theme, string>> = { light: 'Default Light Modern', dark: 'Default Dark Modern' };
const defaultSize: WindowSize = { width: 1280, height: 800 };
const startMilliseconds = 60_000;

/** Opens an ordinary VS Code window, to be clicked through and photographed. The caller closes it. */
export async function startSession(options: SessionOptions): Promise<Session> {
  const { theme = 'light', size = defaultSize } = options;
  const cleanUps: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (let cleanUp = cleanUps.pop(); cleanUp; cleanUp = cleanUps.pop()) await cleanUp();
  };
  try {
    const window = await serveWindow({ ...options, settings: { ...sessionSettings(theme), ...options.settings } });
    cleanUps.push(window.stop);
    const browser = await launchBrowser();
    cleanUps.push(() => browser.close());
    const page = await browser.newPage({ viewport: size, locale: options.locale });
    await page.goto(window.url);
    await page.locator('.monaco-workbench .part.sidebar').waitFor({ timeout: startMilliseconds });
    const session = new Session(page, window.processId, close);
    openSessions.add(session);
    cleanUps.push(async () => void openSessions.delete(session));
    return session;
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Photographs the windows of all open sessions.
 *
 * @param folder where the PNGs go
 * @param name how their names begin
 * @returns the files
 */
export async function photographOpenSessions(folder: string, name: string): Promise<string[]> {
  const files = [...openSessions].map((session, index) => ({ session, file: join(folder, `${name}-${index}.png`) }));
  for (const { session, file } of files) await session.screenshot(file);
  return files.map(({ file }) => file);
}

function sessionSettings(theme: Theme): Record<string, unknown> {
  return {
    // One tree row for each folder, whatever it holds.
    'explorer.compactFolders': false,
    'workbench.colorTheme': colorThemes[theme],
    'workbench.preferredLightColorTheme': colorThemes.light,
    'workbench.preferredDarkColorTheme': colorThemes.dark,
  };
}

/** A VS Code window with the gestures of a user. Each waits until what it needs is there. */
export class Session {
  constructor(
    /** The window, for all that has no gesture of its own below. */
    readonly page: Page,
    /** Id of the process that starts all others of this VS Code. */
    readonly processId: number,
    /** Ends browser and VS Code and removes their temporary folders. */
    readonly close: () => Promise<void>,
  ) {}

  /**
   * Opens a file with a double click in the explorer, opening the folders above it first.
   *
   * @param path relative to the opened folder, with `/`
   */
  async openFileFromExplorer(path: string): Promise<void> {
    const segments = path.split('/');
    const file = segments.pop() ?? '';
    let depth = 1;
    for (const folder of segments) {
      const row = this.explorerRow(folder, depth++);
      if ((await row.getAttribute('aria-expanded')) !== 'true') await row.click();
    }
    await this.explorerRow(file, depth).dblclick();
  }

  /**
   * Chooses from the menu of a file in the top folder of the explorer.
   *
   * @param item as the menu shows it
   */
  async chooseInExplorer(file: string, item: string): Promise<void> {
    await this.explorerRow(file, 1).click({ button: 'right' });
    await this.chooseInMenu(item);
  }

  /**
   * Chooses in the menu that was opened. A click right after it opened would count as the end of the one that opened it.
   *
   * @param item part of what the menu shows
   */
  async chooseInMenu(item: string): Promise<void> {
    await this.page.getByRole('menuitem', { name: item }).hover();
    await this.page.keyboard.press('Enter');
  }

  /**
   * Runs a command through the command palette.
   *
   * @param title as the palette shows it, with its category: `Category: Title`
   */
  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget input[type="text"]');
    await input.fill(`>${title}`);
    const row = this.page.locator('.quick-input-list .monaco-list-row').filter({
      has: this.page.locator('.label-name').getByText(title, { exact: true }),
    });
    await row.first().click();
  }

  /** Waits until a text is to be seen anywhere in the window, and gives the place. */
  async waitForText(text: string | RegExp, timeoutMilliseconds = 20_000): Promise<Locator> {
    const place = this.page.getByText(text).first();
    await place.waitFor({ timeout: timeoutMilliseconds });
    return place;
  }

  /** Switches to another theme, unless it is on already, and waits until it is. */
  async setTheme(theme: Theme): Promise<void> {
    const wanted = this.page.locator(`.monaco-workbench.${theme === 'light' ? 'vs' : 'vs-dark'}`);
    if ((await wanted.count()) > 0) return;
    await this.runCommand('Preferences: Toggle between Light/Dark Themes');
    await wanted.waitFor();
  }

  /**
   * Photographs the window.
   *
   * @param file where the PNG goes, absolute
   * @param look theme and size to switch to first; what is left out stays as it is
   */
  async screenshot(file: string, look: { readonly theme?: Theme; readonly size?: WindowSize } = {}): Promise<void> {
    if (look.size) await this.page.setViewportSize(look.size);
    if (look.theme) await this.setTheme(look.theme);
    await this.page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  }

  private explorerRow(name: string, depth: number): Locator {
    const tree = this.page.locator('.explorer-folders-view');
    return tree.locator(`.monaco-list-row[aria-level="${depth}"]`).filter({
      has: this.page.locator('.label-name').getByText(name, { exact: true }),
    });
  }
}

// `npm run screenshots -- [--only log|incident|tree|timeline]`: takes the pictures of the README in a real VS Code, in English and in
// Japanese. Needs the package.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { copySample } from '../test/editor/harness/sampleFolder';
import { startSession, type Session } from '../test/editor/harness/session';
import { newestVsCode } from '../test/editor/harness/versions';

const FOLDER = path.resolve('docs/images');
const PACKAGE = path.resolve('log-site-audit.vsix');
const SIZE = { width: 1360, height: 820 };
/** For the fade of a hover or the layout of a tree, which no event tells of, in ms. */
const SETTLING = 1500;
/** How far the log is scrolled past the finding, in pixels: room for a hover below its lens. */
const SCROLLING = 120;

/** What is clicked, in the words of each language. */
interface Words {
  readonly locale: 'en' | 'ja';
  readonly summary: RegExp;
  /** The lens that leads from the first line to the first finding. */
  readonly toFinding: RegExp;
  readonly timeline: string;
  readonly explorer: string;
  readonly readMail: string;
  /** The mail is open: choice among the places where it may be. */
  readonly inEditor: string;
  /** What is known of the first file. */
  readonly calls: RegExp;
  /** Titles of the views. */
  readonly views: {
    readonly checklist: string;
    readonly files: string;
    readonly clients: string;
    readonly logs: string;
  };
  /** A point of the checklist, of which what is known is shown. */
  readonly task: RegExp;
}

const LANGUAGES: readonly Words[] = [
  {
    locale: 'en',
    summary: /16,421 requests/,
    toFinding: /\(line 3,/,
    timeline: 'Log & Site Audit: Show the Timeline of Requests',
    explorer: 'View: Show Explorer',
    readMail: 'Log & Site Audit: Read the Host’s Mail…',
    inEditor: 'In the editor',
    calls: /Requests: 5,823/,
    views: { checklist: 'Checklist', files: 'Files', clients: 'Clients', logs: 'Logs' },
    task: /^Delete every malicious file/,
  },
  {
    locale: 'ja',
    summary: /リクエスト 16,421 件/,
    toFinding: /(3,\d+ 行目)/,
    timeline: 'ログとサイトの調査: リクエストの時間の流れを表示',
    // Words of VS Code's own are English where no language pack is installed.
    explorer: 'View: Show Explorer',
    readMail: 'ログとサイトの調査: サーバー会社のメールを読み込む…',
    inEditor: 'エディターで開いています',
    calls: /アクセス: 5,823/,
    views: { checklist: 'やることリスト', files: 'ファイル', clients: 'アクセス元', logs: 'ログ' },
    task: /^サーバー上の悪意のあるファイル/,
  },
];

async function photograph(words: Words, wanted: readonly Photographer[]): Promise<void> {
  const temporary = mkdtempSync(path.join(tmpdir(), 'screenshots-'));
  const folder = await copySample(path.join(temporary, 'incident'));
  const session = await startSession({
    version: newestVsCode,
    folder,
    vsixFiles: [PACKAGE],
    locale: words.locale === 'en' ? undefined : words.locale,
    size: SIZE,
    settings: {
      'editor.minimap.enabled': false,
      'workbench.layoutControl.enabled': false,
      'breadcrumbs.enabled': false,
      // Frames around every Japanese character in Restricted Mode are VS Code's, and would be all that one sees.
      'editor.unicodeHighlight.nonBasicASCII': false,
    },
  });
  try {
    for (const take of wanted) await take(session, words);
  } finally {
    await session.close();
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function photographLog(session: Session, { locale, summary, toFinding }: Words): Promise<void> {
  const { page } = session;
  await session.openFileFromExplorer('logs/20211101.log.gz');
  await session.waitForText(summary);
  await page.getByText(toFinding).first().click();
  await page.locator('.view-line').filter({ hasText: 'tw_contact.php' }).first().waitFor();
  await page.waitForTimeout(SETTLING);
  await page.locator('.editor-instance').first().hover();
  await page.mouse.wheel(0, SCROLLING);
  await page.waitForTimeout(SETTLING);
  await hoverLowestLine(session, 'tw_contact.php');
  await page.locator('.monaco-hover').filter({ hasText: 'AS45753' }).first().waitFor();
  await page.waitForTimeout(SETTLING);
  await session.screenshot(path.join(FOLDER, `log-${locale}.png`));
  await page.keyboard.press('Escape');
}

/** Points at the client of the lowest visible line with a text, so that the lenses above stay in sight of the hover. */
async function hoverLowestLine({ page }: Session, text: string): Promise<void> {
  const lines = await page.locator('.view-line').filter({ hasText: text }).all();
  const boxes = (await Promise.all(lines.map((line) => line.boundingBox()))).filter((box) => box !== null);
  const lowest = boxes.reduce((a, b) => (b.y > a.y ? b : a));
  await page.mouse.move(lowest.x + lowest.height * 3, lowest.y + lowest.height / 2, { steps: 5 });
}

async function photographTimeline(session: Session, { locale, explorer, timeline }: Words): Promise<void> {
  await session.runCommand(explorer);
  await session.openFileFromExplorer('logs/20211101.log.gz');
  await session.page.locator('.tab.active').filter({ hasText: '20211101.log.gz' }).waitFor();
  await session.page.locator('.editor-instance .view-line').filter({ hasText: 'HTTP/1.1' }).first().waitFor();
  await session.runCommand(timeline);
  const view = session.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  await view.locator('.peak').waitFor();
  await session.page.waitForTimeout(SETTLING);
  await session.screenshot(path.join(FOLDER, `timeline-${locale}.png`));
}

async function photographChecklist(
  session: Session,
  { locale, readMail, inEditor, task, views }: Words,
): Promise<void> {
  const { page } = session;
  await session.openFileFromExplorer('mail-from-host.txt');
  await session.runCommand(readMail);
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: inEditor }).first().click();
  await page.locator('.pane-body .monaco-list-row').filter({ hasText: 'tw_contact.php' }).first().waitFor();
  await widenSideBar(session);
  await showOnly(session, views, 'checklist');
  await page.locator('.pane-body .monaco-list-row').filter({ hasText: task }).first().click();
  await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(SETTLING);
  await session.screenshot(path.join(FOLDER, `incident-${locale}.png`));
}

async function photographFiles(session: Session, { locale, calls, views }: Words): Promise<void> {
  const { page } = session;
  await showOnly(session, views, 'files');
  await session.waitForText(calls);
  await page
    .locator('.pane-body .monaco-list-row[aria-level="2"]')
    .filter({ hasText: 'tw_contact.php' })
    .first()
    .click();
  await page.locator('.editor-group-container .tab').filter({ hasText: 'tw_contact.php' }).first().waitFor();
  await page.waitForTimeout(SETTLING);
  await session.screenshot(path.join(FOLDER, `tree-${locale}.png`));
}

/** Folds the other views, so that the one that is meant has all the room. */
async function showOnly({ page }: Session, titles: Words['views'], wanted: keyof Words['views']): Promise<void> {
  for (const [view, title] of Object.entries(titles)) {
    const header = page
      .locator('.pane-header')
      .filter({ has: page.getByText(title, { exact: true }) })
      .first();
    const isOpen = (await header.getAttribute('aria-expanded')) === 'true';
    if (isOpen !== (view === wanted)) await header.click();
  }
}

/** So that the names of files and what is said of them fit. */
async function widenSideBar({ page }: Session): Promise<void> {
  const bar = await page.locator('.part.sidebar').boundingBox();
  if (bar === null) return;
  await page.mouse.move(bar.x + bar.width, bar.y + bar.height / 2);
  await page.mouse.down();
  await page.mouse.move(bar.x + bar.width + 160, bar.y + bar.height / 2, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(bar.x + bar.width / 2, bar.y + bar.height - 20);
}

type Photographer = (session: Session, words: Words) => Promise<void>;

/** In the order in which they are taken: each finds what those before it left. */
const PICTURES: Readonly<Record<string, Photographer>> = {
  log: photographLog,
  incident: photographChecklist,
  tree: photographFiles,
  timeline: photographTimeline,
};

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const wanted = Object.entries(PICTURES).filter(([name]) => values.only === undefined || name === values.only);
  const photographers = wanted.map(([, take]) => take);
  for (const words of LANGUAGES) await photograph(words, photographers);
}

void main();

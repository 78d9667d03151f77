import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { parseCommandLine, type CommandLine } from './commandLine';
import { environmentNames } from './environment';
import { failuresFolder } from './folders';
import { killTree, ownGroup } from './processTree';
import { prepareUserData } from './userData';
import { oldestVsCode } from './versions';
import { startServer, type VsCodeServer } from './vsCodeServer';
import { workbenchUrl, type WindowContents } from './workbenchUrl';

const defaultTimeoutSeconds = 600;

/**
 * Runs an extension's tests as VS Code itself would when given the same command line: in a VS Code from the registry
 * and a headless browser, or in the desktop VS Code that the environment names.
 *
 * @param args VS Code's command line
 * @returns the exit code: 0 when the tests' `run()` resolved, 1 when it did not or the run broke down
 */
export async function launch(args: readonly string[]): Promise<number> {
  const desktop = process.env[environmentNames.desktop];
  if (desktop) return launchDesktop(desktop, args);

  const run = new RegistryRun(parseCommandLine(args));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => run.abort(`The test run was stopped by ${signal}.`));
  }
  return run.result();
}

/**
 * `@vscode/test-electron` always turns Workspace Trust off; here a run decides, as Restricted Mode is what a user who
 * opens a stranger's folder gets.
 */
function launchDesktop(program: string, args: readonly string[]): Promise<number> {
  const trusted = process.env[environmentNames.trusted] === '1';
  const wanted = trusted ? args : args.filter((argument) => argument !== '--disable-workspace-trust');
  const child = spawn(program, wanted, { ...ownGroup, stdio: 'inherit' });
  process.once('exit', () => killTree(child));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => killTree(child));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** One run of a tests module in a VS Code from the registry. */
class RegistryRun {
  private readonly version = process.env[environmentNames.version] ?? oldestVsCode;
  private readonly mark = process.env[environmentNames.outputMark] ?? '';
  private readonly log: string[] = [];
  private readonly outcome: Promise<number>;
  private over = false;
  private resolveOutcome: (code: number) => void = () => undefined;
  private server: VsCodeServer | undefined;
  private browser: Browser | undefined;
  private page: Page | undefined;

  constructor(private readonly commandLine: CommandLine) {
    this.outcome = new Promise((resolve) => (this.resolveOutcome = resolve));
  }

  /** Ends the run as failed, saying why. */
  abort(reason: string): void {
    if (this.over) return;
    process.stderr.write(`${reason}\n`);
    this.finish(1);
  }

  private finish(code: number): void {
    this.over = true;
    this.resolveOutcome(code);
  }

  async result(): Promise<number> {
    const temporaryFolder = await mkdtemp(join(tmpdir(), 'editor-test-'));
    const seconds = Number(process.env[environmentNames.timeout] ?? defaultTimeoutSeconds);
    const timer = setTimeout(() => this.abort(`The tests did not end within ${seconds} seconds.`), seconds * 1000);
    try {
      // A signal or the time limit may come while the editor is still being installed or started.
      this.start(temporaryFolder).catch((error: unknown) => this.abort(format(error)));
      const code = await this.outcome;
      if (code !== 0) await this.keepEvidence();
      return code;
    } finally {
      clearTimeout(timer);
      this.server?.stop();
      await this.browser?.close().catch(() => undefined);
      await this.server?.ended;
      await rm(temporaryFolder, { recursive: true, force: true, maxRetries: 3 });
    }
  }

  private async start(temporaryFolder: string): Promise<void> {
    const { locale, extensionsFolder, userDataFolder = join(temporaryFolder, 'user-data') } = this.commandLine;
    if (!this.commandLine.userDataFolder) await prepareUserData(userDataFolder, locale);
    this.server = await startServer({
      version: this.version,
      userDataFolder,
      extensionsFolder: extensionsFolder ?? join(temporaryFolder, 'extensions'),
      locale,
      trustEverything: process.env[environmentNames.trusted] === '1',
      onOutput: (text) => this.log.push(text),
    });
    void this.server.ended.then(() => this.abort('The VS Code server ended before the tests did.'));
    this.browser = await launchBrowser();
    this.page = await this.browser.newPage({ viewport: { width: 1280, height: 800 } });
    await this.listen(this.page);
    await this.page.goto(workbenchUrl(this.server.port, this.windowContents()));
  }

  /** VS Code calls these two functions of the page when they exist: each line logged, and the end of the tests. */
  private async listen(page: Page): Promise<void> {
    await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => this.record(type, args));
    await page.exposeFunction('codeAutomationExit', (code: number) => this.finish(code === 0 ? 0 : 1));
    page.on('crash', () => this.abort('The browser page crashed.'));
    page.on('pageerror', (error) => this.log.push(`[page] ${error.stack ?? error.message}\n`));
  }

  private record(type: string, args: readonly unknown[]): void {
    const text = format(...args);
    this.log.push(`[${type}] ${text}\n`);
    if (!this.mark || text.startsWith(this.mark)) process.stdout.write(`${text.replaceAll(this.mark, '')}\n`);
  }

  private windowContents(): WindowContents {
    const { paths, extensionDevelopmentPaths, extensionTestsPath } = this.commandLine;
    return {
      folder: paths.find(isFolder),
      files: paths.filter((path) => !isFolder(path)),
      extensionDevelopmentPaths,
      extensionTestsPath,
    };
  }

  private async keepEvidence(): Promise<void> {
    const name = `${this.version}-${new Date().toISOString().replace(/[:.]/g, '-')}`;
    await mkdir(failuresFolder, { recursive: true });
    await writeFile(join(failuresFolder, `${name}.log`), this.log.join(''));
    const picture = await this.page
      ?.screenshot({ path: join(failuresFolder, `${name}.png`), timeout: 10_000 })
      .catch(() => undefined);
    process.stderr.write(
      `VS Code's log${picture ? ' and a picture of its window' : ''}: ${join(failuresFolder, name)}.*\n`,
    );
  }
}

function isFolder(path: string): boolean {
  return statSync(path).isDirectory();
}

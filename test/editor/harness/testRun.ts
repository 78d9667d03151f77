import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { environmentNames } from './environment';
import { copySample } from './sampleFolder';
import type { SuiteResult } from './suiteResult';
import { prepareUserData } from './userData';

/** One run of a suite in one VS Code. */
export interface TestRun {
  /** `code-server` version; without meaning when a desktop VS Code is named in the environment. */
  readonly version: string;
  /** Bundled suite, see `bundleSuite`. */
  readonly suiteScript: string;
  /** Folder of the unpacked extension. */
  readonly extensionFolder: string;
  /** Display language; undefined means English. */
  readonly locale?: string;
  /** Whether the folder is trusted; otherwise it opens in Restricted Mode. */
  readonly trusted?: boolean;
  /** A regular expression that picks tests by their full title. */
  readonly grep?: string;
  /** Shows all that VS Code and the extension print, not only the suite's report. */
  readonly verbose?: boolean;
  /** Fills the folder that is opened; unless given, with a copy of the sample incident. */
  readonly workspace?: (folder: string) => Promise<unknown>;
  /** Further variables for the suite. */
  readonly environment?: Readonly<Record<string, string>>;
}

const launcher = join(__dirname, process.platform === 'win32' ? 'launcher.cmd' : 'launcher.mjs');

/**
 * Runs a suite with fresh settings, without other extensions, in a fresh folder.
 *
 * @returns the suite's counts; undefined when VS Code broke down before the suite had any
 */
export async function runSuite(run: TestRun): Promise<SuiteResult | undefined> {
  // The real path: macOS reaches its temporary folder through a link, and VS Code would name files by the other path.
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'editor-run-')));
  const resultsFile = join(folder, 'results.json');
  const userDataFolder = join(folder, 'user-data');
  const workspace = join(folder, 'workspace');
  try {
    await prepareUserData(userDataFolder, run.locale);
    await (run.workspace ?? copySample)(workspace);
    await runTests({
      vscodeExecutablePath: launcher,
      extensionDevelopmentPath: run.extensionFolder,
      extensionTestsPath: run.suiteScript,
      launchArgs: [
        workspace,
        `--user-data-dir=${userDataFolder}`,
        `--extensions-dir=${join(folder, 'extensions')}`,
        ...(run.locale ? [`--locale=${run.locale}`] : []),
      ],
      extensionTestsEnv: {
        ...run.environment,
        [environmentNames.version]: run.version,
        [environmentNames.results]: resultsFile,
        [environmentNames.outputMark]: run.verbose ? undefined : '[suite] ',
        [environmentNames.trusted]: run.trusted ? '1' : '0',
        [environmentNames.grep]: run.grep,
      },
    });
  } catch (error) {
    // The counts tell more than the exit code does.
    if (!(error instanceof TestRunFailedError)) throw error;
  }
  try {
    if (!existsSync(resultsFile)) return undefined;
    const result: SuiteResult = JSON.parse(await readFile(resultsFile, 'utf8'));
    return result;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

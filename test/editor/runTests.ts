/**
 * Runs the in-editor tests on the oldest and the newest VS Code, against the packaged extension, and then the
 * click-through tests:
 *
 *   tsx test/editor/runTests.ts [--version V]… [--suite S]… [--grep REGEXP] [--trust] [--verbose]
 *
 * V is `oldest`, `newest` or a `code-server` version; S one of the suites below or `clickthrough`.
 */
import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createIntrusionStory } from '../support/stories/intrusion/intrusionStory';
import { createMailLimitStory } from '../support/stories/mailLimit/mailLimitStory';
import { writeStory } from '../support/stories/story';
import { clickthroughFiles, runClickthrough } from './harness/clickthrough';
import { environmentNames } from './harness/environment';
import { unpackedExtension } from './harness/extensionUnderTest';
import { failuresFolder } from './harness/folders';
import { bundleSuite, hasTests } from './harness/suiteBundle';
import { runSuite } from './harness/testRun';
import { newestVsCode, oldestVsCode } from './harness/versions';

interface Suite {
  readonly folder: string;
  readonly locale?: string;
  readonly trusted?: boolean;
  /** Fills the folder that is opened; a copy of the sample incident unless given. */
  readonly workspace?: (folder: string) => Promise<unknown>;
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Folders of tests and the state of the editor that each is written for; folders open in Restricted Mode. */
const suites: readonly Suite[] = [
  { folder: 'suite' },
  { folder: 'suite-idle' },
  { folder: 'suite-ja', locale: 'ja' },
  { folder: 'suite-trusted', trusted: true },
  { folder: 'suite-mail-limit', workspace: (folder) => writeStory(folder, createMailLimitStory()) },
  { folder: 'suite-intrusion', workspace: (folder) => writeStory(folder, createIntrusionStory()) },
];

const { values: options } = parseArgs({
  options: {
    version: { type: 'string', multiple: true },
    suite: { type: 'string', multiple: true },
    grep: { type: 'string' },
    trust: { type: 'boolean' },
    verbose: { type: 'boolean' },
  },
});

const summary: string[] = [];

async function main(): Promise<void> {
  await rm(failuresFolder, { recursive: true, force: true });
  const counts = [...(await runSuites()), ...(await runClicks())];
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  console.log(`\n${summary.join('\n')}\n${passed} passed, ${failed} failed`);
  process.exitCode = passed > 0 && failed === 0 ? 0 : 1;
}

async function runSuites(): Promise<Counts[]> {
  const chosen = suites.filter(({ folder }) => isChosen(folder) && hasTests(folder));
  if (chosen.length === 0) return [];
  const extensionFolder = await unpackedExtension();
  const counts: Counts[] = [];
  for (const version of versions()) {
    for (const { folder, locale, trusted = options.trust, workspace } of chosen) {
      const suiteScript = await bundleSuite(folder);
      const { grep, verbose } = options;
      const result = await runSuite({
        version,
        suiteScript,
        extensionFolder,
        locale,
        trusted,
        workspace,
        grep,
        verbose,
      });
      counts.push(reported(`VS Code ${result?.vsCodeVersion ?? version}, ${folder}`, result));
    }
  }
  return counts;
}

async function runClicks(): Promise<Counts[]> {
  // They drive a window in a browser, which a desktop VS Code has not.
  const isDesktop = process.env[environmentNames.desktop] !== undefined;
  if (isDesktop || !isChosen('clickthrough') || clickthroughFiles().length === 0) return [];
  return [reported('Click-through', await runClickthrough(options.grep))];
}

/** Adds a line to the summary. A run that broke down counts as a failure, and so does one in which no test ran. */
function reported(name: string, counts: Counts | undefined): Counts {
  const ran = counts !== undefined && counts.passed + counts.failed > 0;
  summary.push(`${name}: ${ran ? `${counts.passed} passed, ${counts.failed} failed` : 'no test ran'}`);
  // A pattern may well pick tests of one suite alone.
  const isExcused = counts !== undefined && options.grep !== undefined;
  return ran || isExcused ? counts : { passed: 0, failed: 1 };
}

function isChosen(suite: string): boolean {
  return options.suite?.includes(suite) ?? true;
}

function versions(): readonly string[] {
  if (process.env[environmentNames.desktop]) return ['from the desktop'];
  const named: Readonly<Record<string, string>> = { oldest: oldestVsCode, newest: newestVsCode };
  return (options.version ?? ['oldest', 'newest']).map((name) => named[name] ?? name);
}

void main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

/**
 * Runs the in-editor tests on the oldest and the newest VS Code, against the packaged extension:
 *
 *   node --import tsx test/editor/runTests.ts [--version V]… [--suite S]… [--grep REGEXP] [--trust] [--verbose]
 *
 * V is `oldest`, `newest` or a `code-server` version; S one of the suites below.
 */
import { parseArgs } from 'node:util';
import { environmentNames } from './harness/environment';
import { unpackedExtension } from './harness/extensionUnderTest';
import { bundleSuite, hasTests } from './harness/suiteBundle';
import { runSuite } from './harness/testRun';
import { newestVsCode, oldestVsCode } from './harness/versions';

interface Suite {
  readonly folder: string;
  readonly locale?: string;
  readonly trusted?: boolean;
}

/** Folders of tests and the state of the editor that each is written for; folders open in Restricted Mode. */
const suites: readonly Suite[] = [
  { folder: 'suite' },
  { folder: 'suite-ja', locale: 'ja' },
  { folder: 'suite-trusted', trusted: true },
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

async function main(): Promise<void> {
  const extensionFolder = await unpackedExtension();
  const chosen = suites.filter(({ folder }) => hasTests(folder) && (options.suite?.includes(folder) ?? true));
  const scripts = new Map<Suite, string>();
  for (const suite of chosen) scripts.set(suite, await bundleSuite(suite.folder));

  let passed = 0;
  let failed = 0;
  const lines: string[] = [];
  for (const version of versions()) {
    for (const [suite, suiteScript] of scripts) {
      const { locale, trusted = options.trust } = suite;
      const { grep, verbose } = options;
      const result = await runSuite({ version, suiteScript, extensionFolder, locale, trusted, grep, verbose });
      passed += result?.passed ?? 0;
      // A run that did not reach its end, or ran nothing, is a failure of its own.
      failed += result && result.passed + result.failed > 0 ? result.failed : 1;
      const counts = result ? `${result.passed} passed, ${result.failed} failed` : 'broke down, no result';
      lines.push(`VS Code ${result?.vsCodeVersion ?? version}, ${suite.folder}: ${counts}`);
    }
  }
  console.log(`\n${lines.join('\n')}\n${passed} passed, ${failed} failed`);
  process.exitCode = passed > 0 && failed === 0 ? 0 : 1;
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

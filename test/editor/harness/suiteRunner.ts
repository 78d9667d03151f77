import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import { environmentNames } from './environment';
import type { SuiteResult } from './suiteResult';

const slowMilliseconds = 1000;
const timeoutMilliseconds = 30_000;

/**
 * Called by VS Code in the extension host: runs the bundled test files beside this script.
 *
 * @throws Error when a test failed, which VS Code turns into its exit code
 */
export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = printMarked;
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: 'spec',
    slow: slowMilliseconds,
    timeout: timeoutMilliseconds,
    forbidPending: true,
    forbidOnly: process.env['CI'] !== undefined,
    grep: process.env[environmentNames.grep],
  });
  const scripts = readdirSync(__dirname).filter((name) => name.endsWith('.test.js'));
  for (const script of scripts.toSorted()) mocha.addFile(join(__dirname, script));

  const result = await runMocha(mocha);
  const resultsFile = process.env[environmentNames.results];
  if (resultsFile) writeFileSync(resultsFile, JSON.stringify(result));
  if (result.failed > 0) throw new Error(`${result.failed} tests failed.`);
}

/** Prints the reporter's words with a mark before each line, by which the launcher tells them from VS Code's own. */
function printMarked(...words: unknown[]): void {
  console.log(format(...words).replace(/^/gm, process.env[environmentNames.outputMark] ?? ''));
}

function runMocha(mocha: Mocha): Promise<SuiteResult> {
  return new Promise((resolve) => {
    const runner = mocha.run((failed) => {
      resolve({ vsCodeVersion: vscode.version, passed: runner.stats?.passes ?? 0, failed });
    });
  });
}

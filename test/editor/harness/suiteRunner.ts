import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import { environmentNames } from './environment';
import { runMocha, suiteMocha } from './suiteMocha';
import type { SuiteResult } from './suiteResult';

const patience = { timeout: 30_000, slow: 1000 };

/**
 * Called by VS Code in the extension host: runs the bundled test files beside this script.
 *
 * @throws Error when a test failed, which VS Code turns into its exit code
 */
export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = printMarked;
  const mocha = suiteMocha(patience, process.env[environmentNames.grep]);
  const scripts = readdirSync(__dirname).filter((name) => name.endsWith('.test.js'));
  for (const script of scripts.toSorted()) mocha.addFile(join(__dirname, script));

  const result: SuiteResult = { vsCodeVersion: vscode.version, ...(await runMocha(mocha)) };
  const resultsFile = process.env[environmentNames.results];
  if (resultsFile) writeFileSync(resultsFile, JSON.stringify(result));
  if (result.failed > 0) throw new Error(`${result.failed} tests failed.`);
}

/** Prints the reporter's words with a mark before each line, by which the launcher tells them from VS Code's own. */
function printMarked(...words: unknown[]): void {
  console.log(format(...words).replace(/^/gm, process.env[environmentNames.outputMark] ?? ''));
}

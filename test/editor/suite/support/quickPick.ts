import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';

/** How long somebody looks at a list, ms. Nothing tells when one is shown, and one that is accepted before has nothing ticked. */
const LOOK = 500;

/** Runs a command that asks by lists, and takes from each what is chosen or ticked from the start. */
export function runAndAccept(command: string, ...args: readonly unknown[]): Promise<void> {
  return runAnswering(() => vscode.commands.executeCommand(command, ...args));
}

/** The same with the last of each list. */
export function runAndTakeLast(command: string): Promise<void> {
  return runAnswering(() => vscode.commands.executeCommand(command), 'workbench.action.quickOpenSelectPrevious');
}

async function runAnswering(run: () => Thenable<unknown>, ...before: readonly string[]): Promise<void> {
  const done = Promise.resolve(run()).then(() => true);
  while (!(await Promise.race([done, pause(LOOK, false)]))) {
    for (const key of [...before, 'workbench.action.acceptSelectedQuickOpenItem']) {
      await vscode.commands.executeCommand(key);
    }
  }
}

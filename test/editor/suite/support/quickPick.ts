import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';

/** How long somebody looks at a list, ms. Nothing tells when one is shown, and one that is accepted before has nothing ticked. */
const LOOK = 500;

/** Runs a command that asks by lists, and takes from each what is chosen or ticked from the start. */
export async function runAndAccept(command: string, ...args: readonly unknown[]): Promise<void> {
  const done = Promise.resolve(vscode.commands.executeCommand(command, ...args)).then(() => true);
  while (!(await Promise.race([done, pause(LOOK, false)]))) {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  }
}

import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { ExtensionInside } from '../../../../client/src/extension';

/** The activated extension's view of itself. */
export async function inside(): Promise<ExtensionInside> {
  const extension = vscode.extensions.getExtension<ExtensionInside>('log-site-audit.log-site-audit');
  assert.ok(extension);
  return extension.activate();
}

/** A file or folder of the opened copy of the sample incident. */
export function inWorkspace(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Waits until an event comes. */
export function next<Told>(event: vscode.Event<Told>): Promise<Told> {
  return new Promise((resolve) => {
    const listener = event((told) => {
      listener.dispose();
      resolve(told);
    });
  });
}

/** Waits until `look` finds something; it looks now and after each of the events. The test's timeout ends a vain wait. */
export async function eventually<Found>(
  events: readonly vscode.Event<unknown>[],
  look: () => Found | undefined,
): Promise<Found> {
  const found = look();
  if (found !== undefined) return found;
  const listeners: vscode.Disposable[] = [];
  try {
    return await new Promise<Found>((resolve) => {
      const lookAgain = (): void => {
        const seen = look();
        if (seen !== undefined) resolve(seen);
      };
      for (const event of events) listeners.push(event(lookAgain));
      lookAgain();
    });
  } finally {
    for (const listener of listeners) listener.dispose();
  }
}

import * as vscode from 'vscode';
import { INCIDENT_VIEW } from '../names';
import type { CommandTools } from './commandTools';

/** Puts an incident that is shown together again, after the user changed files of its site: a file must not be said to be there still. */
export async function renewIncident({ incidents }: Pick<CommandTools, 'incidents'>): Promise<void> {
  if (incidents.result === undefined) return;
  await vscode.window.withProgress({ location: { viewId: INCIDENT_VIEW } }, async (_progress, token) => {
    await incidents.build(() => undefined, token);
  });
}

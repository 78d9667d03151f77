import * as vscode from 'vscode';
import { showDraft } from '../commands/drafts';
import { formatCount } from '../numbers';
import { notificationText, visibleText } from '../plainText';

/** Failures that a notification has room for. */
const MOST_NAMED = 3;

/** A file on which work failed. Both texts may be hostile. */
export interface Failure {
  readonly path: string;
  /** Why, in the user's language. */
  readonly reason: string;
}

/**
 * Names the files on which work failed, and why; where there are many, the rest on demand.
 * @param what what became of them, in a sentence
 * @param others buttons beside
 * @returns the button that was chosen
 */
export async function tellFailures(
  what: string,
  failures: readonly Failure[],
  ...others: readonly string[]
): Promise<string | undefined> {
  const named = failures.slice(0, MOST_NAMED).map(({ path, reason }) => `${path}: ${reason}`);
  const left = failures.length - named.length;
  const more = left > 0 ? [vscode.l10n.t('… and {0} more', formatCount(left))] : [];
  const showAll = vscode.l10n.t('Show All');
  const text = notificationText([what, ...named, ...more].join(' '));
  const buttons = left > 0 ? [...others, showAll] : others;
  const choice = await vscode.window.showErrorMessage(text, ...buttons);
  if (choice === showAll) await showDraft([what, '', ...failures.map(lineOf)].join('\n'), 'plaintext');
  return choice;
}

function lineOf({ path, reason }: Failure): string {
  return visibleText(`${path}: ${reason}`);
}

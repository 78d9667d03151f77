import * as vscode from 'vscode';
import { visibleText } from '../plainText';
import { filesToActOn, type KnownFile } from './knownFiles';

/** Reasons that stand below a file's name before the line ends. */
const MOST_REASONS = 3;

/** What is asked above the list. */
export interface FileQuestion {
  readonly title: string;
  readonly placeHolder: string;
}

/** Which files are ticked from the start. */
type IsTicked = (file: KnownFile) => boolean;

/**
 * Lets the user say which of several files are meant, each with its folder, what was found in it and who called it.
 * @returns `undefined` when the user gave up or ticked none
 */
export async function pickFiles(
  files: readonly KnownFile[],
  question: FileQuestion,
  isTicked: IsTicked = () => true,
): Promise<readonly KnownFile[] | undefined> {
  const items = files.map((file) => ({ ...fileItem(file), picked: isTicked(file), file }));
  const options = { ...question, canPickMany: true, matchOnDescription: true, matchOnDetail: true } as const;
  const picked = await vscode.window.showQuickPick(items, options);
  return picked === undefined || picked.length === 0 ? undefined : picked.map(({ file }) => file);
}

/** The same for all files that are to be acted on; says so where there are none. */
export async function pickFilesToActOn(
  sources: Parameters<typeof filesToActOn>[0],
  question: FileQuestion,
  isTicked: IsTicked = ({ severity }) => severity === 'error',
): Promise<readonly KnownFile[] | undefined> {
  const files = filesToActOn(sources);
  if (files.length > 0) return pickFiles(files, question, isTicked);
  void vscode.window.showInformationMessage(vscode.l10n.t('No file of the site needs to be acted on.'));
  return undefined;
}

function fileItem({ path, reasons }: KnownFile): vscode.QuickPickItem {
  const slash = path.lastIndexOf('/');
  return {
    label: visibleText(path.slice(slash + 1)),
    description: visibleText(path.slice(0, Math.max(0, slash))),
    detail: visibleText(reasons.slice(0, MOST_REASONS).join(' · ')),
  };
}

import * as vscode from 'vscode';
import { ARCHIVE_SCHEME } from '../names';
import { formatCount } from '../numbers';
import type { CommandTools } from './commandTools';

/** A line (from 0) of a log (a URI). */
interface LogLine {
  readonly uri: string;
  readonly line: number;
}

const LOG_SCHEMES: ReadonlySet<string> = new Set(['file', 'untitled', ARCHIVE_SCHEME]);

/** Brings the cursor to the line of a log that a lens names. */
export async function showLogLine(_tools: CommandTools, target: unknown): Promise<void> {
  if (isLogLine(target)) await goToLogLine(target);
}

/** Opens a log at a line. */
export async function goToLogLine({ uri, line }: LogLine): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  const start = new vscode.Position(line, 0);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(start, start) });
  if (line < document.lineCount) return;
  // The part of a very large log that is shown may end before.
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Line {0} lies beyond the part of the log that can be shown.', formatCount(line + 1)),
  );
}

function isLogLine(value: unknown): value is LogLine {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, line } = value as Partial<Record<keyof LogLine, unknown>>;
  if (typeof uri !== 'string' || !LOG_SCHEMES.has(uri.slice(0, uri.indexOf(':')))) return false;
  return Number.isSafeInteger(line) && Number(line) >= 0;
}

import * as vscode from 'vscode';
import { ARCHIVE_SCHEME } from '../names';
import type { CommandTools } from './commandTools';

/** A line (from 0) of a log (a URI). */
interface LogLine {
  readonly uri: string;
  readonly line: number;
}

const LOG_SCHEMES: ReadonlySet<string> = new Set(['file', 'untitled', ARCHIVE_SCHEME]);

/** Brings the cursor to the line of a log that a lens names. */
export async function showLogLine(tools: CommandTools, target: unknown): Promise<void> {
  if (isLogLine(target)) await goToLogLine(tools, target);
}

/** Opens a log at a line: in the viewer where one shows it, or where the line lies beyond what a document can show. */
export async function goToLogLine({ logViews }: CommandTools, { uri, line }: LogLine): Promise<void> {
  const log = vscode.Uri.parse(uri, true);
  if (logViews.shows(log)) return logViews.open(log, line);
  const document = await documentOf(log);
  if (document === undefined || line >= document.lineCount) return logViews.open(log, line);
  const start = new vscode.Position(line, 0);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(start, start) });
}

/** The document of a log; `undefined` when VS Code gives none, as of a file above 50 MB. */
export async function documentOf(log: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(log);
  } catch {
    return undefined;
  }
}

function isLogLine(value: unknown): value is LogLine {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, line } = value as Partial<Record<keyof LogLine, unknown>>;
  if (typeof uri !== 'string' || !LOG_SCHEMES.has(uri.slice(0, uri.indexOf(':')))) return false;
  return Number.isSafeInteger(line) && Number(line) >= 0;
}

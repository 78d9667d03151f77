import * as vscode from 'vscode';
import { showLines } from '../editors/showLines';
import { ARCHIVE_SCHEME } from '../names';
import type { CommandTools } from './commandTools';
import { entryAtCursor } from './entryAtCursor';
import { documentOf } from './showLogLine';

/** An address in a log (a URI), and a line (from 0) on which it stands, where that is known. */
export interface AddressInLog {
  readonly log: string;
  readonly address: string;
  readonly line?: number;
}

const LOG_SCHEMES: ReadonlySet<string> = new Set(['file', 'untitled', ARCHIVE_SCHEME]);

/** "Look Up Address": brings the cursor to an address and shows what is known of it; from the palette that of the cursor's line. */
export async function lookUpAddress(tools: CommandTools, target: unknown): Promise<void> {
  const wanted = addressInLog(target) ?? (await entryAtCursor(tools));
  if (wanted === undefined) return;
  const editor = (await showInLog(wanted)) ?? (await showInLines(tools, wanted));
  if (editor !== undefined) await vscode.commands.executeCommand('editor.action.showHover');
}

/** What a link or a lens names; `undefined` for anything else, as commands may be run by anything with any value. */
export function addressInLog(value: unknown): AddressInLog | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { log, address, line } = value as Partial<Record<keyof AddressInLog, unknown>>;
  if (typeof log !== 'string' || typeof address !== 'string' || address === '') return undefined;
  const isLine = line === undefined || (Number.isSafeInteger(line) && Number(line) >= 0);
  const isLog = LOG_SCHEMES.has(log.slice(0, log.indexOf(':')));
  return isLine && isLog ? { log, address, ...(line !== undefined && { line: Number(line) }) } : undefined;
}

async function showInLog({ log, address, line = 0 }: AddressInLog): Promise<vscode.TextEditor | undefined> {
  const document = await documentOf(vscode.Uri.parse(log, true));
  const position = document && findAddress(document, address, line);
  if (document === undefined || position === undefined) return undefined;
  return vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
}

/** The address lies beyond the part that is shown of a very large log: its own lines are shown instead. */
async function showInLines(
  { server }: CommandTools,
  { log, address }: AddressInLog,
): Promise<vscode.TextEditor | undefined> {
  const editor = await showLines(server, { log, filter: { kind: 'address', address } });
  const position = editor && findAddress(editor.document, address, 0);
  if (position !== undefined) editor!.selection = new vscode.Selection(position, position);
  return editor;
}

/**
 * Where an address stands first from a line on, rather without a finding: its text would push what is known of the address
 * out of sight.
 */
function findAddress(document: vscode.TextDocument, address: string, line: number): vscode.Position | undefined {
  const text = document.getText();
  const findings = vscode.languages.getDiagnostics(document.uri).map(({ range }) => range);
  let first: vscode.Position | undefined;
  let at = document.offsetAt(new vscode.Position(line, 0)) - 1;
  while ((at = text.indexOf(address, at + 1)) >= 0) {
    if (!isBoundary(text[at - 1]) || !isBoundary(text[at + address.length])) continue;
    const position = document.positionAt(at);
    first ??= position;
    if (!findings.some((range) => range.contains(position))) return position;
  }
  return first;
}

/** Whether a character beside an address is none that would make it another, longer one. */
function isBoundary(character: string | undefined): boolean {
  return character === undefined || !/[\w.:-]/.test(character);
}

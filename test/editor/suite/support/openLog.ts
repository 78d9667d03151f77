import * as vscode from 'vscode';
import { eventually, inWorkspace } from './inside';

/** Path of the incident's log in the opened folder. */
export const INCIDENT_LOG = 'logs/20211101.log.gz';

/** Opens a file as a double click in the explorer does, and waits for the editor that shows a log of it, alone. */
export async function openLog(
  file: vscode.Uri = inWorkspace(INCIDENT_LOG),
  language = 'access-log',
): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('vscode.open', file, { preview: false });
  const { onDidChangeActiveTextEditor, tabGroups } = vscode.window;
  const events = [onDidChangeActiveTextEditor, vscode.workspace.onDidOpenTextDocument, tabGroups.onDidChangeTabs];
  return eventually(events, () => {
    const editor = vscode.window.activeTextEditor;
    const isShown = editor?.document.uri.path === file.path && editor.document.languageId === language;
    return isShown && !hasArchiveTab(file) ? editor : undefined;
  });
}

/** Whether the tab of the double click, in whose place the unpacked log comes, is still there. */
function hasArchiveTab(file: vscode.Uri): boolean {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(({ input }) => input instanceof vscode.TabInputCustom && input.uri.path === file.path);
}

/** The diagnostics of a document, waited for until there are any (that satisfy a condition). */
export function diagnosticsOf(
  document: vscode.Uri,
  isWanted: (diagnostics: readonly vscode.Diagnostic[]) => boolean = (all) => all.length > 0,
): Promise<vscode.Diagnostic[]> {
  return eventually([vscode.languages.onDidChangeDiagnostics], () => {
    const diagnostics = vscode.languages.getDiagnostics(document);
    return isWanted(diagnostics) ? diagnostics : undefined;
  });
}

/** Id of the rule, whether or not it leads to its documentation. */
export function codeOf(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The diagnostics about floods and hot endpoints: five for the incident's log, whatever else other rules find in it. */
export function floodsAmong(diagnostics: readonly vscode.Diagnostic[]): vscode.Diagnostic[] {
  return diagnostics.filter(({ code }) => codeOf(code) === 'flood-address' || codeOf(code) === 'hot-endpoint');
}

/** The lenses of a document, resolved. */
export async function lensesOf(document: vscode.Uri): Promise<vscode.CodeLens[]> {
  const many = 1000;
  return vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document, many);
}

/** The text of the hovers at a place. */
export async function hoverText(document: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

/** Waits until the active editor shows a document of a scheme in whose text something stands. */
export function activeEditorOf(scheme: string, text = /(?:)/): Promise<vscode.TextEditor> {
  return eventually([vscode.window.onDidChangeActiveTextEditor], () => {
    const editor = vscode.window.activeTextEditor;
    const isWanted = editor?.document.uri.scheme === scheme && text.test(editor.document.getText());
    return isWanted ? editor : undefined;
  });
}

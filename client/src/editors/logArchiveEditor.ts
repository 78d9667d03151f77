import * as vscode from 'vscode';
import { openUnpacked } from './logArchive';

/** Editors of the manifest: one for names that only logs have, one that is offered for every other packed file. */
const VIEW_TYPES = ['logSiteAudit.logArchive', 'logSiteAudit.anyArchive'];

/** Opens packed logs, by a double click in the explorer, as the text that is in them. */
export function registerLogArchiveEditor(): vscode.Disposable {
  const provider: vscode.CustomReadonlyEditorProvider = {
    openCustomDocument: (uri) => ({ uri, dispose: () => undefined }),
    resolveCustomEditor: ({ uri }, panel) => showUnpacked(uri, panel),
  };
  return vscode.Disposable.from(
    ...VIEW_TYPES.map((viewType) => vscode.window.registerCustomEditorProvider(viewType, provider)),
  );
}

/** Puts a text editor in the place of the custom editor that VS Code opened. */
async function showUnpacked(file: vscode.Uri, panel: vscode.WebviewPanel): Promise<void> {
  const preview = tabOf(file)?.isPreview ?? false;
  // A preview comes from a single click, which leaves the focus in the explorer.
  await openUnpacked(file, { viewColumn: panel.viewColumn, preview, preserveFocus: preview });
  panel.dispose();
}

function tabOf(file: vscode.Uri): vscode.Tab | undefined {
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .find(({ input }) => input instanceof vscode.TabInputCustom && input.uri.toString() === file.toString());
}

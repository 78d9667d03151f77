import * as vscode from 'vscode';
import { eventually } from './inside';

/** The text of the guide that is shown as it is read. */
export async function shownGuide(name: string): Promise<string> {
  await eventually([vscode.window.tabGroups.onDidChangeTabs], () => {
    const { input, label } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
    const isPreview = input instanceof vscode.TabInputWebview && input.viewType.endsWith('markdown.preview');
    return (isPreview && label?.includes(name)) || undefined;
  });
  const document = vscode.Uri.from({ scheme: 'site-guide', path: `/${name}.md` });
  return (await vscode.workspace.openTextDocument(document)).getText();
}

import * as vscode from 'vscode';

/** Shows a text as a document of its own, which the user corrects and keeps or not; plain where the language is not installed. */
export async function showDraft(content: string, language: string): Promise<void> {
  const languages = new Set(await vscode.languages.getLanguages());
  const document = await vscode.workspace.openTextDocument({
    content,
    language: languages.has(language) ? language : 'plaintext',
  });
  await vscode.window.showTextDocument(document, { preview: false });
}

/** Why there is nothing to draft or to report yet. */
export function notBuilt(): string {
  return vscode.l10n.t('Put the incident together first.');
}

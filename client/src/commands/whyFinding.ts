import * as vscode from 'vscode';
import type { CommandTools } from './commandTools';

/** "Why This Finding?": opens the document that explains a finding. What names none opens nothing. */
export async function whyFinding({ server }: CommandTools, finding: unknown): Promise<void> {
  const document = (await server.get()).documentOfFinding(finding);
  if (document !== undefined) await vscode.window.showTextDocument(document, { preview: true });
}

/** Ids of rules are words of small letters: nothing else may become part of an address. */
const RULE_ID = /^[a-z]+(?:-[a-z]+)*$/;

/** Opens a rule's place in the documentation, in the user's language. */
export async function showRule({ context }: CommandTools, rule: unknown): Promise<void> {
  if (typeof rule !== 'string' || !RULE_ID.test(rule)) return;
  const page = vscode.env.language === 'ja' ? 'rules.ja.md' : 'rules.md';
  const place = vscode.Uri.joinPath(context.extensionUri, 'docs', page).with({ fragment: rule });
  await vscode.commands.executeCommand('markdown.showPreview', place);
}

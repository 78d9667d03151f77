import * as vscode from 'vscode';
import { MOST_LINES } from './accessLogLines';
import { logLanguage } from './logLanguage';
import { ARCHIVE_SCHEME, LINES_SCHEME, isLogLanguage } from './names';

/** Language that VS Code itself gives to every `*.log`. */
const ANY_LOG_LANGUAGE = 'log';
/** Documents of ours, whose names may say anything. */
const OWN_SCHEMES: ReadonlySet<string> = new Set([ARCHIVE_SCHEME, LINES_SCHEME]);
const LOG_SCHEMES: ReadonlySet<string> = new Set(['file', 'untitled', ...OWN_SCHEMES]);

/**
 * Finds logs among the documents that are open or get opened, and gives them their language where their names don't say what
 * they are. The logs of other programs are left exactly as they are.
 * @param onLog called for each document that is a log, perhaps before it has its language
 */
export function watchForLogs(onLog: (document: vscode.TextDocument) => void): vscode.Disposable {
  // A document is judged once: when the user then chooses another language, that is the user's choice.
  const judged = new WeakSet<vscode.TextDocument>();
  const look = (document: vscode.TextDocument): void => {
    if (!LOG_SCHEMES.has(document.uri.scheme)) return;
    if (isLogLanguage(document.languageId)) return onLog(document);
    if (judged.has(document) || !isUndecided(document)) return;
    judged.add(document);
    const language = logLanguage(firstLines(document));
    if (language === undefined) return;
    // Already now, as what it starts takes its time as well as VS Code does with the language.
    onLog(document);
    // Setting the language opens the document anew, as what it is.
    void vscode.languages.setTextDocumentLanguage(document, language);
  };
  vscode.workspace.textDocuments.forEach(look);
  return vscode.workspace.onDidOpenTextDocument(look);
}

function isUndecided({ languageId, uri }: vscode.TextDocument): boolean {
  return languageId === ANY_LOG_LANGUAGE || OWN_SCHEMES.has(uri.scheme);
}

function firstLines(document: vscode.TextDocument): string[] {
  const count = Math.min(MOST_LINES, document.lineCount);
  return Array.from({ length: count }, (_, line) => document.lineAt(line).text);
}

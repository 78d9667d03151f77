import * as vscode from 'vscode';
import { ARCHIVE_SCHEME, LINES_SCHEME, LOG_LANGUAGE } from './names';

/** Lines that are looked at, and the share of the non-empty ones that must be log lines; the server's own rule. */
const MOST_LINES = 200;
const LEAST_SHARE = 0.5;

/** Lines are looked at up to this length, in characters: what tells an access log stands near the start. */
const LONGEST_LOOK = 2000;

/** `… [01/Nov/2021:00:00:31 +0900] "`, which every Apache access log has (https://httpd.apache.org/docs/2.4/logs.html#accesslog). */
const ACCESS_LINE = /^\S.* \[\d{2}\/[A-Z][a-z]{2}\/\d{4}:\d{2}:\d{2}:\d{2} [+-]\d{4}\] "/;

/** Language that VS Code itself gives to every `*.log`. */
const ANY_LOG_LANGUAGE = 'log';
/** Documents of ours, whose names may say anything. */
const OWN_SCHEMES: ReadonlySet<string> = new Set([ARCHIVE_SCHEME, LINES_SCHEME]);
const LOG_SCHEMES: ReadonlySet<string> = new Set(['file', 'untitled', ...OWN_SCHEMES]);

/** Whether these first lines are those of an access log. */
export function looksLikeAccessLog(lines: readonly string[]): boolean {
  const filled = lines.slice(0, MOST_LINES).filter((line) => line.trim() !== '');
  const readable = filled.filter((line) => ACCESS_LINE.test(line.slice(0, LONGEST_LOOK)));
  return readable.length > 0 && readable.length >= filled.length * LEAST_SHARE;
}

/**
 * Finds logs among the documents that are open or get opened, and gives them their language where their names don't say what
 * they are. The logs of other programs are left exactly as they are.
 * @param onLog called for each document that is a log
 */
export function watchForLogs(onLog: (document: vscode.TextDocument) => void): vscode.Disposable {
  // A document is judged once: when the user then chooses another language, that is the user's choice.
  const judged = new WeakSet<vscode.TextDocument>();
  const look = (document: vscode.TextDocument): void => {
    if (!LOG_SCHEMES.has(document.uri.scheme)) return;
    if (document.languageId === LOG_LANGUAGE) return onLog(document);
    if (judged.has(document) || !isUndecided(document)) return;
    judged.add(document);
    // Setting the language opens the document anew, as what it is.
    if (looksLikeAccessLog(firstLines(document))) void vscode.languages.setTextDocumentLanguage(document, LOG_LANGUAGE);
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

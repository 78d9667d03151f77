import * as vscode from 'vscode';
import type { ReadLog } from '../../../server/src/protocol';
import type { KnownLogs } from '../logs/knownLogs';
import { uniqueBy } from '../uniqueBy';
import {
  childrenOfLogElement,
  foundElements,
  logElementId,
  logElements,
  type FoundElement,
  type LogElement,
} from './logElements';
import { logItem, logTooltip } from './logItems';

/** The logs that were read, as a tree. */
export class LogTree implements vscode.TreeDataProvider<LogElement> {
  readonly #logs: KnownLogs;

  readonly onDidChangeTreeData: vscode.Event<void>;

  constructor(logs: KnownLogs) {
    this.#logs = logs;
    this.onDidChangeTreeData = logs.onDidChange;
  }

  getChildren(element?: LogElement): LogElement[] {
    const all = element && childrenOfLogElement(element);
    // VS Code draws nothing where two have the same id.
    return uniqueBy(all ?? logElements(this.#logs.all, this.#logs.problems, folderOf), logElementId);
  }

  /** The findings of all logs, in the order of the tree. */
  get findings(): readonly FoundElement[] {
    return foundElements(this.getChildren());
  }

  getTreeItem(element: LogElement): vscode.TreeItem {
    return logItem(element);
  }

  resolveTreeItem(item: vscode.TreeItem, element: LogElement): vscode.TreeItem {
    if (element.kind === 'log') item.tooltip = logTooltip(element.log);
    return item;
  }
}

/** Folder of a log as the user knows it: from the opened folder on. */
function folderOf({ uri }: ReadLog): string {
  const file = vscode.Uri.parse(uri, true).with({ scheme: 'file' });
  return vscode.workspace.asRelativePath(vscode.Uri.joinPath(file, '..'));
}

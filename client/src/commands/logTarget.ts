import * as vscode from 'vscode';
import type { ReadLog } from '../../../server/src/protocol';

/**
 * URI of the log that a command was chosen for, in the explorer or the view of logs; `undefined` for all else, as commands may be
 * run by anything with any value.
 */
export function logTarget(target: unknown): vscode.Uri | undefined {
  if (target instanceof vscode.Uri) return target;
  if (typeof target !== 'object' || target === null) return undefined;
  const { kind, log } = target as { readonly kind?: unknown; readonly log?: Partial<ReadLog> };
  return kind === 'log' && typeof log?.uri === 'string' ? vscode.Uri.parse(log.uri, true) : undefined;
}

import * as vscode from 'vscode';
import type { LazyServer } from '../lazyServer';

/** Opens a read-only document with some lines of a log. `lines` may come from anywhere; what names no lines opens nothing. */
export async function showLines(server: LazyServer, lines: unknown): Promise<vscode.TextEditor | undefined> {
  const uri = (await server.get()).documentOfLines(lines);
  if (uri === undefined) return undefined;
  return vscode.window.showTextDocument(uri, { preview: true });
}

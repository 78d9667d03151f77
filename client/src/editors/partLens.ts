import * as vscode from 'vscode';
import { formatCount } from '../numbers';
import { ARCHIVE_SCHEME, LINES_SCHEME } from '../names';
import type { FilteredLines, ShownPart } from './filteredLines';
import type { LogArchiveFileSystem } from './logArchive';

/** Says above the first line of a document that shows a part of a log which part that is. */
export function registerPartLens(archives: LogArchiveFileSystem, lines: FilteredLines): vscode.Disposable {
  const selector = [{ scheme: ARCHIVE_SCHEME }, { scheme: LINES_SCHEME }];
  return vscode.languages.registerCodeLensProvider(selector, {
    provideCodeLenses({ uri }) {
      const title = uri.scheme === LINES_SCHEME ? linesTitle(lines.partOf(uri)) : archiveTitle(archives, uri);
      if (title === undefined) return [];
      const top = new vscode.Range(0, 0, 0, 0);
      return [new vscode.CodeLens(top, title)];
    },
  });
}

function linesTitle(part: ShownPart | undefined): vscode.Command | undefined {
  if (part === undefined) return undefined;
  const title =
    part.shown < part.total
      ? vscode.l10n.t('The first {0} of {1} lines', formatCount(part.shown), formatCount(part.total))
      : vscode.l10n.t('{0} lines of the log', formatCount(part.total));
  return { title, command: 'logSiteAudit.revealInLog', tooltip: vscode.l10n.t('Show in the full log') };
}

function archiveTitle(archives: LogArchiveFileSystem, uri: vscode.Uri): vscode.Command | undefined {
  if (!archives.isCutShort(uri)) return undefined;
  return {
    title: vscode.l10n.t('Only the first 50 MB are shown; counts and findings are those of the whole log'),
    command: '',
  };
}

import * as vscode from 'vscode';
import type { QuarantineProblem } from './quarantineProblem';

/** Why a file was not moved, in the user's language. */
export function problemText({ reason, message }: QuarantineProblem): string {
  switch (reason) {
    case 'gone':
      return vscode.l10n.t(
        'The file is no longer there. It may have been moved, deleted, or removed by a virus scanner.',
      );
    case 'unnameable':
      return vscode.l10n.t('Its name can’t be written on this computer. Give it another name in a file manager first.');
    case 'link':
      return vscode.l10n.t(
        'It is only a link to another file, which may lie outside the site. Links are not followed.',
      );
    case 'folder':
      return vscode.l10n.t('It is a folder. Only single files can be moved.');
    case 'special':
      return vscode.l10n.t('It is not an ordinary file.');
    case 'outside':
      return vscode.l10n.t('It does not lie in the folder of the site, or a link leads there.');
    case 'forbidden':
      return vscode.l10n.t(
        'Your computer does not allow it: you lack the permission to change this file or its folder.',
      );
    case 'full':
      return vscode.l10n.t('There is not enough room on the disk.');
    case 'changed':
      return vscode.l10n.t('The file was being changed by another program. Try again.');
    case 'exists':
      return vscode.l10n.t('Another file is now in its place.');
    case 'lost':
      return vscode.l10n.t('The kept copy is gone. A virus scanner may have removed it.');
    case 'damaged':
      return vscode.l10n.t('The copy is not the same as the original, so it was not used.');
    case 'other':
      return vscode.l10n.t('The system says: {0}', message);
  }
}

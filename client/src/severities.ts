import * as vscode from 'vscode';
import type { Severity } from '../../server/src/protocol';

const ICONS: Readonly<Record<Severity, vscode.ThemeIcon>> = {
  error: new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')),
  warning: new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')),
  information: new vscode.ThemeIcon('info'),
  hint: new vscode.ThemeIcon('lightbulb'),
};

export function severityIcon(severity: Severity): vscode.ThemeIcon {
  return ICONS[severity];
}

/** The severity in the user's language, so that it is never told by colour alone. */
export function severityName(severity: Severity): string {
  switch (severity) {
    case 'error':
      return vscode.l10n.t('Act now');
    case 'warning':
      return vscode.l10n.t('Suspicious');
    case 'information':
      return vscode.l10n.t('Good to know');
    case 'hint':
      return vscode.l10n.t('Tidiness');
  }
}
